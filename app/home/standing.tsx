'use client';

import { plural } from '#components/labels';
import { useMe } from '#components/me';
import styles from './hero.module.css';

/** One line under the buttons that is always there, so that nothing moves: what holds for strangers, or what was done. */
export function Standing({ lessonCount, exerciseCount }: { lessonCount: number; exerciseCount: number }) {
  const state = useMe();
  const { lessonsDone = 0, exercisesDone = 0 } = (state.status === 'ready' && state.me.ahead) || {};
  if (lessonsDone + exercisesDone === 0) {
    return (
      <p className={styles.standing}>No account needed. What you do belongs to this browser until you make one.</p>
    );
  }
  return (
    <p className={styles.standing} data-numeric="">
      Done so far: {lessonsDone} of {plural(lessonCount, 'lesson')}, {exercisesDone} of{' '}
      {plural(exerciseCount, 'exercise')}.
    </p>
  );
}
