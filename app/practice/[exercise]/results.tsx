'use client';
import { Button, ButtonLink } from '#components/button';
import { GradingReport } from '#components/grading-report';
import { problemWords } from '#components/grading-words';
import type { Kind } from '#components/labels';
import { labGroups, suiteGroups } from '#components/test-groups';
import { ResultGrid } from '#components/result-grid';
import type { Grading } from '#lib/grading-state';
import type { GradingMode, Place } from '#lib/verdict';
import { RunCost } from './run-cost.tsx';
import { SolutionView } from './solution.tsx';
import type { SolutionState } from './use-solution.ts';
import type { WorkbenchExercise } from './workbench-exercise.ts';
import styles from './workbench.module.css';

export type ResultsProps = {
  exercise: WorkbenchExercise;
  grading: Grading;
  /** The file that was graded, and the one that is in the editor. */
  graded: string;
  open: string;
  solution: SolutionState;
  onStart: (mode: GradingMode) => void;
  onStop: () => void;
  onPlace: (place: Place) => void;
};

export function Results({ exercise, grading, graded, open, solution, onStart, onStop, onPlace }: ResultsProps) {
  const { kind, submits, visibleTests, hiddenTestCount, expected } = exercise;
  return (
    <>
      {submits === 'one' && graded !== open && grading.phase.name !== 'idle' && (
        <p className={styles.ofFile}>These results are of {graded}.</p>
      )}
      <GradingReport
        grading={grading}
        visibleTests={visibleTests}
        hiddenTestCount={hiddenTestCount}
        // Without tests of its own, a query is compared with the reference on each data set.
        testUnit={kind === 'sql' && expected ? 'data set' : undefined}
        testGroups={kind === 'tests' ? suiteGroups : kind === 'lab' ? labGroups : undefined}
        onStop={onStop}
        onPlace={onPlace}
        next={<Next exercise={exercise} grading={grading} fileName={graded} solution={solution} onStart={onStart} />}
      >
        <div className={styles.idle}>
          {expected && <ResultGrid grid={expected} caption="What your query has to return on the data you see" />}
          <h2 className={styles.paneTitle}>{kind === 'tests' ? 'What your tests are run against' : 'Tests'}</h2>
          <p className={styles.idleWords}>{idleWords[kind]}</p>
        </div>
      </GradingReport>
    </>
  );
}

const code = 'Run calls your code as each of these tests says and compares what comes back.';

/** What Run is going to do. The kinds without code never come here. */
const idleWords: Record<Kind, string> = {
  code,
  http: 'Run starts your service, sends it the requests of these tests and compares the answers. Under Requests you can send your own.',
  sql: 'Run sends your query to a database with the data you see.',
  lab: 'Run tries your exploit on the service as it is, then attacks your version of it and checks that it still works.',
  tests:
    'Run tries your tests on implementations that are right, which have to pass, and on ones with a defect, which have to fail.',
  review: code,
  quiz: code,
  write: code,
};

type NextProps = Pick<ResultsProps, 'exercise' | 'grading' | 'solution' | 'onStart'> & { fileName: string };

function Next({ exercise, grading, fileName, solution, onStart }: NextProps) {
  const { phase, mode } = grading;
  if (phase.name !== 'done') return null;
  if (phase.verdict.status === 'unavailable') {
    return (
      <p>
        <Button onClick={() => onStart(mode)}>Try again</Button>
      </p>
    );
  }
  if (phase.verdict.status !== 'passed') return null;
  if (mode === 'run') {
    return (
      <p className={styles.next}>
        <Button variant="primary" onClick={() => onStart('submit')}>
          Submit
        </Button>{' '}
        {exercise.hiddenTestCount > 0 ? 'to run the hidden tests too and have it counted.' : 'to have it counted.'}
      </p>
    );
  }
  return (
    <div className={styles.passed}>
      <RunCost key={grading.count} exercise={exercise.id} fileName={fileName} verdict={phase.verdict} />
      {solution.status === 'seen' && <SolutionView solution={solution.solution} fileName={fileName} />}
      {solution.status === 'refused' && (
        <p>The notes on this exercise did not load. {problemWords(solution.problem).text}</p>
      )}
      <p className={styles.next}>
        {exercise.next && (
          <ButtonLink href={exercise.next.path} variant="primary">
            Next: {exercise.next.title}
          </ButtonLink>
        )}
        <ButtonLink href={exercise.lesson.path}>Back to the lesson</ButtonLink>
      </p>
    </div>
  );
}
