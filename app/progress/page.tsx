import type { Metadata } from 'next';
import Link from 'next/link';
import { ButtonLink } from '#components/button';
import { PageHeader } from '#components/page-header';
import { database } from '../database.ts';
import { currentLearner, type Learner } from '../learner.ts';
import { LatelyTable } from './lately-table.tsx';
import { overviewOf, type Overview } from './overview.ts';
import styles from './progress.module.css';
import { SelfAssessedTable } from './self-assessed-table.tsx';
import { TracksTable } from './tracks-table.tsx';

export const metadata: Metadata = {
  title: 'Progress',
  description: 'What you have read and passed on Underpin, track by track, and what to do next.',
};

export default async function ProgressPage() {
  const learner = await currentLearner();
  const overview = await overviewOf(database(), learner);
  const empty = overview.lately.length + overview.selfAssessed.length === 0 && overview.lessons.done === 0;
  return (
    <div className="page">
      <PageHeader title="Progress" lede={lede(learner, empty)}>
        <Next next={overview.next} />
      </PageHeader>
      {learner?.kind !== 'account' && <KeepIt />}
      <dl className={styles.figures}>
        <Figure label="Lessons done" {...overview.lessons} />
        <Figure label="Exercises passed" {...overview.exercises} />
      </dl>
      <section className={styles.section} aria-labelledby="tracks">
        <h2 id="tracks">By track</h2>
        <TracksTable tracks={overview.tracks} />
      </section>
      {overview.lately.length > 0 && (
        <section className={styles.section} aria-labelledby="lately">
          <h2 id="lately">Worked on lately</h2>
          <LatelyTable lately={overview.lately} />
        </section>
      )}
      {overview.selfAssessed.length > 0 && (
        <section className={styles.section} aria-labelledby="self-assessed">
          <h2 id="self-assessed">Self-assessed</h2>
          <p>Texts that you have scored against their rubric yourself. They are yours alone and count nowhere else.</p>
          <SelfAssessedTable texts={overview.selfAssessed} />
        </section>
      )}
    </div>
  );
}

function lede(learner: Learner | null, empty: boolean): string {
  if (empty) return 'Nothing is counted yet. Mark a lesson as done or submit an exercise, and it appears here.';
  if (learner?.kind === 'account') return 'A pass counts once and stays, also when the exercise changes later.';
  return 'You are here as a guest: this progress belongs to this browser.';
}

function KeepIt() {
  return (
    <p className={styles.keep}>
      <Link href="/account/sign-up">Create an account</Link> or <Link href="/account/sign-in">sign in</Link> to keep
      your progress on every device. What you have done as a guest moves with you.
    </p>
  );
}

function Next({ next }: { next: Overview['next'] }) {
  if (next.reason === 'finished') return <p>Every lesson and exercise is done.</p>;
  const words = { start: 'Start with', continue: 'Continue with', next: 'Next' } as const;
  return (
    <ButtonLink href={next.step.path} variant="primary">
      {words[next.reason]}: {next.step.title}
    </ButtonLink>
  );
}

function Figure({ label, done, total }: { label: string; done: number; total: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd data-numeric="">
        {done} <span>of {total}</span>
      </dd>
    </div>
  );
}
