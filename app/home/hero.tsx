import type { ReactNode } from 'react';
import { ButtonLink } from '#components/button';
import type { Step } from '#components/next-step';
import { ContinueLink } from './continue-link.tsx';
import { DueToday } from './due-today.tsx';
import styles from './hero.module.css';
import { Standing } from './standing.tsx';

/** Says what this is, above the thing itself. `children` is the exercise that runs here. */
export function Hero({
  steps,
  exercise,
  children,
}: {
  /** Everything there is to do, in teaching order. */
  steps: Step[];
  exercise: { title: string; summary: string };
  children: ReactNode;
}) {
  const countOf = (kind: Step['kind']) => steps.filter((step) => step.kind === kind).length;
  return (
    <div className={`page ${styles.hero}`}>
      <h1 className={styles.title}>Learn backend engineering by building it</h1>
      <div className={styles.words}>
        <p className={styles.lede}>
          Read a lesson, run the code in it, then write the real thing. A sandbox grades it test by test and shows you
          the case that breaks it.
        </p>
        <p className={styles.actions}>
          <ContinueLink start={steps[0]?.path ?? '/learn'} />
          <ButtonLink href="/practice">Browse exercises</ButtonLink>
          <DueToday />
        </p>
        <Standing lessonCount={countOf('lesson')} exerciseCount={countOf('exercise')} />
      </div>
      <section className={styles.live} aria-labelledby="try">
        <h2 id="try">{exercise.title}</h2>
        <p className={styles.task}>
          {exercise.summary} <strong>Run it as it is, read what fails, then mend it.</strong>
        </p>
        <div className={styles.exercise}>{children}</div>
      </section>
    </div>
  );
}
