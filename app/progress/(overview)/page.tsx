import type { Metadata } from 'next';
import Link from 'next/link';
import { ButtonLink } from '#components/button';
import { Figure, Figures } from '#components/figures';
import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import { database } from '../../database.ts';
import { currentLearner, type Learner } from '../../learner.ts';
import { AdviceList } from '../advice-list.tsx';
import { CalendarSection } from '../calendar-section.tsx';
import { FormulaInWords } from '../formula.tsx';
import { LatelyTable } from '../lately-table.tsx';
import { overviewOf, type Overview } from '../overview.ts';
import styles from '../progress.module.css';
import { reader } from '../reader.ts';
import { ReadinessTable } from '../readiness-table.tsx';
import readiness from '../readiness.module.css';
import { SelfAssessedTable } from '../self-assessed-table.tsx';
import { TracksTable } from '../tracks-table.tsx';
import { ZoneCookie } from '../zone-cookie.tsx';

export const metadata: Metadata = {
  title: 'Progress',
  description: 'How ready you are for a junior, mid or senior role, skill by skill, and what to do next.',
};

export default async function ProgressPage() {
  const learner = await currentLearner();
  const { zone, locales } = await reader();
  const overview = await overviewOf(database(), learner, { now: new Date(), zone });
  const empty =
    overview.lately.length + overview.selfAssessed.length + overview.calendar.total === 0 &&
    overview.lessons.done === 0;
  return (
    <div className="page">
      <ZoneCookie drawnFor={zone} />
      <PageHeader title="Progress" lede={lede(learner, empty)}>
        <Next next={overview.next} />
      </PageHeader>
      {learner?.kind !== 'account' && <KeepIt />}
      <Figures>
        <Figure label="Lessons done" of={overview.lessons.total}>
          {overview.lessons.done}
        </Figure>
        <Figure label="Graded exercises passed" of={overview.exercises.total}>
          {overview.exercises.done}
        </Figure>
        {overview.texts.total > 0 && (
          <Figure label="Texts you scored" of={overview.texts.total}>
            {overview.texts.done}
          </Figure>
        )}
        <Figure label="Reviews due today">
          {overview.due === 0 ? 0 : <PathLink href="/review">{overview.due}</PathLink>}
        </Figure>
      </Figures>
      {overview.advice.length > 0 && (
        <section className={styles.section} aria-labelledby="next">
          <h2 id="next">What to do next</h2>
          <AdviceList advice={overview.advice} />
        </section>
      )}
      <ReadinessSection overview={overview} />
      <section className={styles.section} aria-labelledby="days">
        <h2 id="days">Day by day</h2>
        <CalendarSection calendar={overview.calendar} locales={locales} />
      </section>
      <section className={styles.section} aria-labelledby="tracks">
        <h2 id="tracks">By track</h2>
        {overview.texts.total > 0 && (
          <p>Exercises in writing are not among the graded ones: nobody grades a text, you score it yourself.</p>
        )}
        <TracksTable tracks={overview.tracks} />
      </section>
      {overview.lately.length > 0 && (
        <section className={styles.section} aria-labelledby="lately">
          <h2 id="lately">Worked on lately</h2>
          <LatelyTable lately={overview.lately} />
          <p className={readiness.links}>
            <PathLink href="/progress/history">Every submission, with its code and verdict</PathLink>
          </p>
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

function ReadinessSection({ overview }: { overview: Overview }) {
  return (
    <section className={styles.section} aria-labelledby="readiness">
      <h2 id="readiness">Readiness</h2>
      <p>What you have shown of each skill, by level: evidence from your own study, not from a supervised test.</p>
      <ReadinessTable readiness={overview.readiness} />
      <details className={readiness.how}>
        <summary>How this is worked out, with your numbers</summary>
        <FormulaInWords readiness={overview.readiness} tally={overview.tally} />
      </details>
      <p className={readiness.links}>
        <PathLink href="/progress/readiness">A report to print</PathLink>
        <PathLink href="/progress/plan">{overview.hasGoal ? 'Your plan' : 'Make a plan: I have N days'}</PathLink>
        <PathLink href="/placement">
          {overview.hasPlacement ? 'Your starting point' : 'Find your starting point'}
        </PathLink>
        <PathLink href="/review/cards">Review cards</PathLink>
      </p>
    </section>
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
  if (!next) return <p>Every lesson and exercise is done.</p>;
  const words = { start: 'Start with', continue: 'Continue with', next: 'Next' } as const;
  return (
    <ButtonLink href={next.step.path} variant="primary">
      {words[next.reason]}: {next.step.title}
    </ButtonLink>
  );
}
