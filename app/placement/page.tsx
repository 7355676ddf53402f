import type { Metadata } from 'next';
import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import { WithoutScripts } from '#components/without-scripts';
import { placementOf } from '#db/placements';
import { database } from '../database.ts';
import { currentLearner } from '../learner.ts';
import { currentPlacement } from './current-placement.ts';
import { PlacementQuestion } from './placement-question.tsx';
import { PlacementResult } from './placement-result.tsx';
import styles from './placement.module.css';
import { StartChoice } from './start-choice.tsx';

export const metadata: Metadata = {
  title: 'Find your starting point',
  description: 'A quarter of an hour of questions over the levels tells you where to begin in each track.',
};

export default async function PlacementPage() {
  const learner = await currentLearner();
  const placement = learner && (await placementOf(database(), learner.learnerId));
  const current = placement && currentPlacement(placement);
  return (
    <div className="page">
      <PageHeader title="Find your starting point" lede={ledes[current?.state ?? 'none']} />
      <WithoutScripts>
        The questions and the choice of a level need JavaScript. Nothing is locked:{' '}
        <PathLink href="/learn">all lessons by level</PathLink> open without it.
      </WithoutScripts>
      {current?.state === 'asking' && <PlacementQuestion {...asked(current)} />}
      {current?.state === 'ended' && <PlacementResult placement={current} />}
      {current?.state !== 'asking' && (
        <section className={styles.section} aria-labelledby="choose">
          <h2 id="choose">{current ? 'Start over' : 'Two ways'}</h2>
          <StartChoice isAgain={current !== null} />
        </section>
      )}
    </div>
  );
}

const ledes = {
  none: 'Answer questions for about a quarter of an hour, or pick the level you want to start at.',
  asking: 'Answer what you know. A guess helps nobody: say that you do not know it, and you start where it is taught.',
  ended: 'Where to begin in each track, and why. Nothing is marked as done, and nothing is locked.',
};

/** The question without what is right: that is judged on the server. */
function asked({
  question: { lesson, check },
  answered,
}: Extract<ReturnType<typeof currentPlacement>, { state: 'asking' }>) {
  return {
    number: answered + 1,
    lesson: lesson.id,
    check: check.id,
    questionHtml: check.questionHtml,
    multiple: check.multiple,
    options: check.options.map(({ html }) => html),
  };
}
