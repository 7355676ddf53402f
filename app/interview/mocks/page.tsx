import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { ButtonLink } from '#components/button';
import { levelLabels } from '#components/labels';
import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import { EmptyState } from '#components/state-block';
import { WithoutScripts } from '#components/without-scripts';
import { questionThemes } from '#content/load';
import { goalOf } from '#db/goals';
import { mocksOf, type ListedMock } from '#db/mocks';
import { mockKindSchema } from '#lib/mock';
import { database } from '../../database.ts';
import { currentLearner } from '../../learner.ts';
import { levels } from '../../progress/readiness.ts';
import { MockList } from './mock-list.tsx';
import { MockForm, type MockWish } from './mock-form.tsx';
import { mockKindLabels } from './mock-words.ts';
import { seedSchema } from './seed.ts';
import { ShownAgain } from './shown-again.tsx';
import styles from './mocks.module.css';

export const metadata: Metadata = {
  title: 'Mock interviews',
  description:
    'Rehearse the day itself: coding, SQL, API design, security, system design and behavioural rounds against the clock, without hints.',
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MocksPage({ searchParams }: Props) {
  const learner = await currentLearner();
  const mocks = learner ? await mocksOf(database(), learner.learnerId) : [];
  const open = mocks.find(({ ended }) => !ended);
  const goal = learner && (await goalOf(database(), learner.learnerId));
  const wish = wishFrom(await searchParams, { level: goal?.level ?? mocks[0]?.level ?? 'mid' });
  return (
    <div className="page">
      <ShownAgain drawing={randomUUID()} />
      <PageHeader
        title="Mock interviews"
        lede="The day itself, rehearsed: tasks against the clock, no hints, and a report that says what to do next."
      />
      {open && <Open mock={open} />}
      <div className={styles.begin}>
        <section aria-labelledby="new">
          <h2 id="new">{open ? 'The next one' : 'Begin one'}</h2>
          <WithoutScripts>
            A mock interview needs JavaScript: the clock and the editor run in the browser. The{' '}
            <PathLink href="/interview/questions">question bank</PathLink> opens without it.
          </WithoutScripts>
          <MockForm wish={wish} isBlocked={Boolean(open)} hasQuestions={questionThemes().length > 0} />
        </section>
        <section aria-labelledby="what" className={styles.what}>
          <h2 id="what">What happens</h2>
          <ul>
            <li>
              The clock starts with your click and is the server’s: a reload or a lost connection does not stop it.
            </li>
            <li>Code runs in the sandbox. You see the first test that does not pass, no hints and no solution.</li>
            <li>Questions are answered in writing, in parts; what you write is saved as you type.</li>
            <li>You may pause. The task is then out of sight, and the report says how often and how long.</li>
            <li>
              When the time is over, what you have written stays; of code, what you have submitted counts. A few seconds
              of delay are forgiven.
            </li>
            <li>Afterwards you rate your answers against a model answer and get a report.</li>
            <li>
              What you hand in counts as in practice: a pass is a pass without hints, a failure is a try that failed.
            </li>
          </ul>
        </section>
      </div>
      <section aria-labelledby="past" className={styles.past}>
        <h2 id="past" tabIndex={-1}>
          Past interviews
        </h2>
        {mocks.some(({ ended }) => ended) ? (
          <MockList mocks={mocks.filter(({ ended }) => ended)} headingId="past" />
        ) : (
          <EmptyState title="None yet.">
            Each one is listed here when it is over, with its result and its report.
          </EmptyState>
        )}
      </section>
    </div>
  );
}

function Open({ mock }: { mock: ListedMock }) {
  return (
    <section className={styles.open} aria-labelledby="open">
      <h2 id="open">
        {mockKindLabels[mock.kind]}, {levelLabels[mock.level].toLowerCase()}: still open
      </h2>
      <p>One interview runs at a time.</p>
      <ButtonLink variant="primary" href={`/interview/mocks/${mock.id}`}>
        Go on with it
      </ButtonLink>
    </section>
  );
}

/** What a link that somebody shared asks for; whatever it says wrongly is left at what it would be without. */
function wishFrom(search: Awaited<Props['searchParams']>, { level }: Pick<MockWish, 'level'>): MockWish {
  const kind = mockKindSchema.safeParse(search.kind);
  const seed = seedSchema.safeParse(search.seed);
  return {
    kind: kind.success ? kind.data : 'coding',
    level: levels.find((each) => each === search.level) ?? level,
    language: search.language === 'python' ? 'python' : 'typescript',
    seed: seed.success ? seed.data : '',
  };
}
