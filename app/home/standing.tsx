'use client';

import { plural } from '#components/labels';
import { useMe } from '#components/me';
import styles from './hero.module.css';

/** One line under the buttons that is always there, so that nothing moves: what holds for strangers, or what was done. */
export function Standing({ lessonCount, exerciseCount }: { lessonCount: number; exerciseCount: number }) {
  const state = useMe();
  if (state.status !== 'ready') return <p className={styles.standing}>{forStrangers}</p>;
  const lessonsDone = Object.values(state.me.lessons).filter(({ doneAt }) => doneAt !== null).length;
  const passed = Object.values(state.me.exercises).filter(({ status }) => status === 'passed').length;
  if (lessonsDone + passed === 0) return <p className={styles.standing}>{forStrangers}</p>;
  return (
    <p className={styles.standing} data-numeric="">
      Done so far: {lessonsDone} of {plural(lessonCount, 'lesson')}, {passed} of {plural(exerciseCount, 'exercise')}.
    </p>
  );
}

const forStrangers = 'No account needed. What you do belongs to this browser until you make one.';
