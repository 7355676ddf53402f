'use client';

import { plural, skillLabels } from '#components/labels';
import { useMe } from '#components/me';
import { recommend, type Because, type Step } from '#components/next-step';
import { PathLink } from '#components/path-link';
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

export function reasonInWords(because: Because): string {
  switch (because.kind) {
    case 'first':
      return 'It is the first lesson and needs nothing before it.';
    case 'begun':
      return 'You began it and have not finished it.';
    case 'after':
      return `It comes next after “${because.title}”.`;
    case 'needed-for':
      return `You need it for “${because.title}”, which comes next.`;
    case 'weak-skill': {
      const { skill, firstTryCount, triedCount } = because;
      return `${skillLabels[skill]} needs practice: ${firstTryCount} of ${plural(triedCount, 'exercise')} passed at the first try and without help.`;
    }
    case 'open':
      return 'It is the first that is still open.';
  }
}
