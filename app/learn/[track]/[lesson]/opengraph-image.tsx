import { notFound } from 'next/navigation';
import { duration, levelLabels } from '#components/labels';
import { lessonByPath, lessonPaths, trackByFolder } from '#content/load';
import { cardSize, cardType, socialCard } from '../../../social-card.tsx';

export const alt = 'Title and summary of the lesson';
export const size = cardSize;
export const contentType = cardType;
export const dynamicParams = false;

export function generateStaticParams() {
  return lessonPaths();
}

export default async function Image({ params }: { params: Promise<{ track: string; lesson: string }> }) {
  const { track: trackFolder, lesson: lessonFolder } = await params;
  const lesson = lessonByPath(trackFolder, lessonFolder) ?? notFound();
  const track = trackByFolder(trackFolder) ?? notFound();
  return socialCard({
    kicker: track.title,
    title: lesson.title,
    summary: lesson.summary,
    facts: [levelLabels[lesson.level], duration(lesson.minutes)],
    hue: track.hue,
  });
}
