'use client';

import { useMe, type Ahead } from '#components/me';
import { isDone } from '#components/next-step';
import { PathLink } from '#components/path-link';
import { reasonInWords } from './reason-in-words.ts';
import styles from './recommended.module.css';
import { whatComesNext } from './what-comes-next.ts';

const words = { start: 'Start here', continue: 'Continue', next: 'Recommended next' } as const;

/** Before the learner is known it recommends `start`, the beginning, which is right for everybody new. */
export function Recommended({ start }: { start: Ahead['next'] }) {
  const state = useMe();
  const me = state.status === 'ready' ? state.me : null;
  const next = whatComesNext(start, me);
  if (!next) return <p className={styles.finished}>Every lesson and exercise is done.</p>;
  // Done here while the server could not be asked what comes after it.
  if (isDone(next.step, me))
    return <p className={styles.finished}>“{next.step.title}” is done. Choose what is next.</p>;
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
