import type { RefObject } from 'react';
import { Button } from '#components/button';
import { plural } from '#components/labels';
import { PathLink } from '#components/path-link';
import { reviewRatings, type ReviewRating } from '#lib/review-schedule';
import { ratingWords } from './rating-words.ts';
import styles from './review.module.css';

export type Tally = { right: number; wrong: number; ratings: Partial<Record<ReviewRating, number>> };

/** What was done in a session, and the way on. */
export function Summary({
  heading,
  tally,
  left,
  onAgain,
}: {
  heading: RefObject<HTMLHeadingElement | null>;
  tally: Tally;
  /** Cards that were still to come when the session was ended. */
  left: number;
  onAgain: () => void;
}) {
  return (
    <>
      <h2 id="done" ref={heading} tabIndex={-1}>
        {endWords(left)}
      </h2>
      {summaryWords(tally).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className={styles.links}>
        <PathLink href="/progress">Your progress</PathLink>
        <PathLink href="/review/cards">All cards</PathLink>
        <Button variant="quiet" onClick={onAgain}>
          Look for more
        </Button>
      </p>
    </>
  );
}

export function endWords(left: number): string {
  if (left === 0) return 'That was the last card';
  return `The session is over, and ${plural(left, 'card comes', 'cards come')} back later`;
}

export function summaryWords({ right, wrong, ratings }: Tally): string[] {
  const rated = reviewRatings.flatMap((rating) => (ratings[rating] ? [[rating, ratings[rating]] as const] : []));
  const ratedCount = rated.reduce((sum, [, count]) => sum + count, 0);
  const each = rated.map(([rating, count]) => `${ratingWords[rating].toLowerCase()} ${count}`).join(', ');
  const sentences = [
    ratedCount > 0 && `You rated ${plural(ratedCount, 'interview question')}: ${each}.`,
    right + wrong > 0 && `You answered ${plural(right + wrong, 'lesson question')}, ${right} of them right.`,
  ].filter((sentence) => sentence !== false);
  return sentences.length > 0 ? sentences : ['No card was answered in this session.'];
}
