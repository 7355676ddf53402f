'use client';
import { Button, ButtonLink } from '#components/button';
import { GradingReport } from '#components/grading-report';
import { problemWords } from '#components/grading-words';
import { ResultGrid } from '#components/result-grid';
import type { Grading } from '#lib/grading-state';
import type { GradingMode, Place } from '#lib/verdict';
import { SolutionView } from './solution.tsx';
import type { SolutionState } from './use-solution.ts';
import type { WorkbenchExercise } from './workbench-exercise.ts';
import styles from './workbench.module.css';

type Props = {
  exercise: WorkbenchExercise;
  grading: Grading;
  solution: SolutionState;
  onStart: (mode: GradingMode) => void;
  onStop: () => void;
  onPlace: (place: Place) => void;
};

export function Results({ exercise, grading, solution, onStart, onStop, onPlace }: Props) {
  const { visibleTests, hiddenTestCount, expected } = exercise;
  return (
    <GradingReport
      grading={grading}
      visibleTests={visibleTests}
      hiddenTestCount={hiddenTestCount}
      testUnit={exercise.file.language === 'sql' ? 'data set' : undefined}
      onStop={onStop}
      onPlace={onPlace}
      next={<Next exercise={exercise} grading={grading} solution={solution} onStart={onStart} />}
    >
      <div className={styles.idle}>
        {expected && <ResultGrid grid={expected} caption="What your query has to return on the data you see" />}
        <h2 className={styles.paneTitle}>Tests</h2>
      </div>
    </GradingReport>
  );
}

function Next({ exercise, grading, solution, onStart }: Pick<Props, 'exercise' | 'grading' | 'solution' | 'onStart'>) {
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
      {solution.status === 'seen' && <SolutionView solution={solution.solution} />}
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
