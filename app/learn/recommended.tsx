'use client';

import { useMe } from '#components/me';
import { nextStep, type Step } from '#components/next-step';
import { PathLink } from '#components/path-link';
import styles from './recommended.module.css';

const words = { start: 'Start here', continue: 'Continue', next: 'Recommended next' } as const;

/** Before the learner is known it recommends the beginning, which is right for everybody new. */
export function Recommended({ steps }: { steps: Step[] }) {
  const state = useMe();
  const next = nextStep(steps, state.status === 'ready' ? state.me : null);
  if (next.reason === 'finished') {
    return <p className={styles.finished}>Every lesson and exercise is done.</p>;
  }
  return (
    <p className={styles.next} data-pending={state.status === 'loading' || undefined}>
      <span className={styles.reason}>
        {words[next.reason]} · {next.step.kind === 'lesson' ? 'Lesson' : 'Exercise'}
      </span>
      <PathLink href={next.step.path}>{next.step.title}</PathLink>
    </p>
  );
}
