import { notFound } from 'next/navigation';
import { duration, kindLabels, levelLabels } from '#components/labels';
import { exercisePage, trackByFolder } from '#content/load';
import { cardSize, cardType, socialCard } from '../../social-card.tsx';

export const alt = 'Title and summary of the exercise';
export const size = cardSize;
export const contentType = cardType;

/** There are many exercises and few links to each, so a card is made when it is first asked for, and kept. */
export function generateStaticParams() {
  return [];
}

export default async function Image({ params }: { params: Promise<{ exercise: string }> }) {
  const exercise = exercisePage((await params).exercise) ?? notFound();
  const track = trackByFolder(exercise.lesson.path.split('/')[2] ?? '');
  return socialCard({
    kicker: `${kindLabels[exercise.kind]} exercise`,
    title: exercise.title,
    summary: exercise.summary,
    facts: [levelLabels[exercise.level], duration(exercise.minutes)],
    ...(track && { hue: track.hue }),
  });
}
