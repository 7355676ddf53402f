'use client';
import { useEffect, useState, type ReactNode } from 'react';
import { GradingReport } from '#components/grading-report';
import { labGroups, suiteGroups } from '#components/test-groups';
import { isBusy, type Grading } from '#lib/grading-state';
import type { GradingMode } from '#lib/verdict';
import { ActionBar } from '../../../../practice/[exercise]/action-bar.tsx';
import { EditorPane } from '../../../../practice/[exercise]/editor-pane.tsx';
import { Panes } from '../../../../practice/[exercise]/panes.tsx';
import { useBench } from '../../../../practice/[exercise]/use-bench.ts';
import { useDrafts } from '../../../../practice/[exercise]/use-drafts.ts';
import { useGrading } from '../../../../practice/[exercise]/use-grading.ts';
import type { WorkbenchExercise } from '../../../../practice/[exercise]/workbench-exercise.ts';
import workbench from '../../../../practice/[exercise]/workbench.module.css';
import { openWritten } from '../written/save-written.ts';
import styles from './room.module.css';

type Props = {
  mockId: string;
  partId: string;
  exercise: WorkbenchExercise;
  /** A verdict has come. */
  onGraded: () => void;
  /** The task, rendered on the server. */
  children: ReactNode;
};

/**
 * The workbench as an interview has it: the task, an editor, Run and Submit, and of the tests the first that does not
 * pass. No hints, no solution, no notes; the code is the mock's own.
 */
export function QuietBench({ mockId, partId, exercise, onGraded, children }: Props) {
  const { id, files, kind } = exercise;
  const drafts = useDrafts(`${mockId}-${partId}`, files, {
    path: `/api/mocks/${mockId}/code/${partId}`,
    hasHistory: false,
  });
  const [stores] = useState(() => drafts.map(({ store }) => store));
  const bench = useBench(exercise, drafts);
  const { pane, setPane, goTo } = bench;
  const { owner } = drafts[0]!.draft;
  const { grading, start, stop } = useGrading(id, { title: exercise.title, owner, mock: { mockId, partId } });

  useEffect(() => {
    const ends = stores.map((each) => openWritten(mockId, each));
    return () => ends.forEach((end) => end());
  }, [mockId, stores]);

  const isGraded = grading.phase.name === 'done' && grading.mode === 'submit';
  useEffect(() => {
    if (isGraded) onGraded();
  }, [isGraded, onGraded]);

  function grade(mode: GradingMode) {
    setPane('results');
    void start(mode, bench.handIn(bench.file.name));
  }

  return (
    <div className={styles.bench} data-workbench="">
      <Panes
        active={pane}
        onActive={setPane}
        resultsNews={newsOf(grading)}
        task={<div className={workbench.task}>{children}</div>}
        editor={<EditorPane bench={bench} undoWords="Bring back the other version" hasHistory={false} />}
        results={
          <GradingReport
            quiet
            grading={grading}
            visibleTests={[]}
            hiddenTestCount={0}
            testGroups={kind === 'tests' ? suiteGroups : kind === 'lab' ? labGroups : undefined}
            onStop={stop}
            onPlace={goTo}
          >
            <p className={styles.idle}>
              Run tries your code on the visible tests, Submit on all of them. You see the first test that does not
              pass, as an interviewer would tell you, and can submit as often as the time allows.
            </p>
          </GradingReport>
        }
      />
      <ActionBar busy={isBusy(grading)} passedAt={null} onStart={grade} />
    </div>
  );
}

function newsOf({ phase }: Grading): string {
  if (phase.name !== 'done') return '';
  return phase.verdict.status === 'passed' ? 'pass' : phase.verdict.status === 'failed' ? 'fail' : '';
}
