import { notFound } from 'next/navigation';
import { duration, plural } from '#components/labels';
import { trackByFolder, tracks } from '#content/load';
import { cardSize, cardType, socialCard } from '../../social-card.tsx';

export const alt = 'Title and summary of the track';
export const size = cardSize;
export const contentType = cardType;
export const dynamicParams = false;

export function generateStaticParams() {
  return tracks().map((track) => ({ track: track.path.slice('/learn/'.length) }));
}

export default async function Image({ params }: { params: Promise<{ track: string }> }) {
  const track = trackByFolder((await params).track) ?? notFound();
  const minutes = track.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  return socialCard({
    kicker: 'Track',
    title: track.title,
    summary: track.summary,
    facts: [plural(track.lessons.length, 'lesson'), duration(minutes)],
    hue: track.hue,
  });
}
