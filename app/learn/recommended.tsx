'use client';

import { useMe } from '#components/me';
import { recommend, type Step } from '#components/next-step';
import { PathLink } from '#components/path-link';
import { reasonInWords } from './reason-in-words.ts';
import styles from './recommended.module.css';

const words = { start: 'Start here', continue: 'Continue', next: 'Recommended next' } as const;

/** Before the learner is known it recommends the beginning, which is right for everybody new. */
export function Recommended({ steps }: { steps: Step[] }) {
  const state = useMe();
  const next = recommend(steps, state.status === 'ready' ? state.me : null);
  if (!next) return <p className={styles.finished}>Every lesson and exercise is done.</p>;
  return (
    <div className={styles.next} data-pending={state.status === 'loading' || undefined}>
      <p className={styles.kind}>
        {words[next.reason]} · {next.step.kind === 'lesson' ? 'Lesson' : 'Exercise'}
      </p>
      <p className={styles.step}>
        <PathLink href={next.step.path}>{next.step.title}</PathLink>
      </p>
      <p className={styles.because}>{reasonInWords(next.because)}</p>
    </div>
  );
}
