import { plural } from '#components/labels';
import { exercises, lessonPaths } from '#content/load';
import { cardSize, cardType, socialCard } from './social-card.tsx';

export const alt = 'Underpin: learn backend engineering by building it';
export const size = cardSize;
export const contentType = cardType;

export default function Image() {
  return socialCard({
    kicker: 'Open source, self-hosted',
    title: 'Learn backend engineering by building it',
    summary: 'Read a lesson, run the code in it, then write the real thing. A sandbox grades it test by test.',
    facts: [plural(lessonPaths().length, 'lesson'), plural(exercises().length, 'exercise')],
  });
}
