import type { Metadata } from 'next';
import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import { WithoutScripts } from '#components/without-scripts';
import { database } from '../../database.ts';
import { currentLearner } from '../../learner.ts';
import { PrintButton } from '../print-button.tsx';
import { reader } from '../reader.ts';
import { ZoneCookie } from '../zone-cookie.tsx';
import { currentPlan } from './current-plan.ts';
import { GoalForm } from './goal-form.tsx';
import styles from './plan.module.css';
import { PlanView } from './plan-view.tsx';

export const metadata: Metadata = {
  title: 'Plan',
  description: 'Say how many days you have and for which level; the plan lays what is missing out over them.',
};

export default async function PlanPage() {
  const learner = await currentLearner();
  const { zone, locales } = await reader();
  const current = learner && (await currentPlan(database(), learner.learnerId, { now: new Date(), zone }));
  return (
    <div className="page">
      <ZoneCookie drawnFor={zone} />
      <PageHeader
        title="Plan"
        lede={
          current
            ? 'Worked out from what is missing today. What you do, or leave, changes it by itself.'
            : 'Say how many days you have. The plan lays what is missing for your level out over them.'
        }
      >
        {current && <PrintButton />}
      </PageHeader>
      {current && <PlanView current={current} locales={locales} />}
      <section className={styles.section} aria-labelledby="goal" data-print="hide">
        <h2 id="goal">{current ? 'Change it' : 'I have …'}</h2>
        <WithoutScripts>
          Making or changing a plan needs JavaScript. A plan that you have is shown without it.
        </WithoutScripts>
        <GoalForm goal={current?.goal ?? null} />
        <p className={styles.note}>
          Do you have a job posting? <PathLink href="/interview/posting">Read it here</PathLink> and plan what it asks
          for.
        </p>
      </section>
    </div>
  );
}
