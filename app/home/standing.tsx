'use client';

import { plural } from '#components/labels';
import { useMe } from '#components/me';
import { isDone, type Step } from '#components/next-step';
import styles from './hero.module.css';

/** One line under the buttons that is always there, so that nothing moves: what holds for strangers, or what was done. */
export function Standing({ steps }: { steps: Step[] }) {
  const state = useMe();
  const me = state.status === 'ready' ? state.me : null;
  const counted = (kind: Step['kind']) => {
    const all = steps.filter((step) => step.kind === kind);
    return { all: all.length, done: all.filter((step) => isDone(step, me)).length };
  };
  const [lessons, exercises] = [counted('lesson'), counted('exercise')];
  if (lessons.done + exercises.done === 0) {
    return (
      <p className={styles.standing}>No account needed. What you do belongs to this browser until you make one.</p>
    );
  }
  return (
    <p className={styles.standing} data-numeric="">
      Done so far: {lessons.done} of {plural(lessons.all, 'lesson')}, {exercises.done} of{' '}
      {plural(exercises.all, 'exercise')}.
    </p>
  );
}
