'use client';

import { Button, ButtonLink } from '#components/button';
import { duration } from '#components/labels';
import styles from './review.module.css';
import type { SessionCard } from './session-card.ts';

type Props = { card: SessionCard & { kind: 'exercise' }; onNext: () => void };

/** An exercise is reviewed by solving it again; the verdict of its next submission rates the card. */
export function ExerciseCard({ card: { exercise, failing }, onNext }: Props) {
  return (
    <>
      <h3 className={styles.title}>{exercise.title}</h3>
      <p>{exercise.summary}</p>
      <p className={styles.how}>
        {failing
          ? 'You have not passed it since it last failed. '
          : 'You failed it once and passed it later. Reset the code and solve it again without looking back. '}
        A pass with the first submission brings it back days later, a pass after failures in six hours, and a failure in
        four. About {duration(exercise.minutes)}.
      </p>
      <div className={styles.foot}>
        <ButtonLink href={exercise.path} variant="primary">
          Solve it again
        </ButtonLink>
        <Button onClick={onNext}>Not now</Button>
      </div>
    </>
  );
}
