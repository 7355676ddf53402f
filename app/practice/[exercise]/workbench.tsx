'use client';
import { useEffect, useState, type ReactNode } from 'react';
import { isFailure } from '#components/grading-words';
import { refreshMe, useMe } from '#components/me';
import { ReportProblem } from '#components/report-problem';
import { isBusy, type Grading } from '#lib/grading-state';
import type { GradingMode } from '#lib/verdict';
import { ActionBar } from './action-bar.tsx';
import { EditorPane } from './editor-pane.tsx';
import { Hints } from './hints.tsx';
import { History } from './history.tsx';
import { Keys } from './keys.tsx';
import { Panes } from './panes.tsx';
import { ResetOffer } from './reset-offer.tsx';
import { ResultsPane, type ResultsTab } from './results-pane.tsx';
import { SolutionOffer } from './solution.tsx';
import { useBench } from './use-bench.ts';
import { useDrafts } from './use-drafts.ts';
import { useGrading } from './use-grading.ts';
import { useVisit } from './use-visit.ts';
import { useSolution } from './use-solution.ts';
import type { WorkbenchExercise } from './workbench-exercise.ts';
import styles from './workbench.module.css';

/** Where an exercise is solved. `children` is the task, rendered on the server. */
export function Workbench({ exercise, children }: { exercise: WorkbenchExercise; children: ReactNode }) {
  const { id, files, submits } = exercise;
  const me = useMe();
  const drafts = useDrafts(id, files);
  const bench = useBench(exercise, drafts);
  const { file, draft, store, pane, setPane, choose, handIn, goTo } = bench;
  const { grading, start, stop } = useGrading(id, { title: exercise.title, owner: drafts[0]!.draft.owner });
  const { state: solution, load: loadSolution } = useSolution(id);
  const [resultsTab, setResultsTab] = useState<ResultsTab>('tests');
  /** The file that the results are of. */
  const [graded, setGraded] = useState<string | null>(null);

  useVisit(id);

  // What follows a verdict of a submit: progress has changed, and after a pass the notes may be read.
  const verdict = grading.phase.name === 'done' && grading.mode === 'submit' ? grading.phase.verdict : null;
  useEffect(() => {
    if (!verdict) return;
    void refreshMe();
    if (verdict.status === 'passed') void loadSolution(false);
  }, [verdict, loadSolution]);

  function grade(mode: GradingMode, name = file.name) {
    setPane('results');
    setResultsTab('tests');
    setGraded(name);
    void start(mode, handIn(name));
  }

  /** The same file as before, also when another one has been opened since. */
  function gradeAgain(mode: GradingMode) {
    if (graded && submits === 'one') choose(graded);
    grade(mode, graded ?? file.name);
  }

  const progress = me.status === 'ready' ? me.me.exercises[id] : undefined;
  return (
    <div className={styles.workbench} data-workbench="">
      <h1 className="visually-hidden">{exercise.title}</h1>
      <Panes
        active={pane}
        onActive={setPane}
        resultsNews={newsOf(grading)}
        task={
          <div className={styles.task}>
            {children}
            <section className={styles.help} aria-label="Help" data-needs-scripts="">
              <Hints exercise={id} hintCount={exercise.hintCount} />
              {verdict?.status !== 'passed' && (
                <SolutionOffer exercise={id} fileName={file.name} state={solution} load={loadSolution} />
              )}
              <ReportProblem
                itemKind="exercise"
                id={id}
                files={() =>
                  Object.fromEntries(drafts.map(({ store }, at) => [files[at]!.name, store.snapshot().source]))
                }
              />
            </section>
          </div>
        }
        editor={
          <EditorPane
            bench={bench}
            undoWords="Bring back my code"
            actions={
              <>
                <History fileName={file.name} starter={draft.starter} draft={draft} store={store} />
                <ResetOffer fileName={file.name} draft={draft} store={store} />
              </>
            }
          >
            <Keys kind={exercise.kind} />
          </EditorPane>
        }
        results={
          <ResultsPane
            exercise={exercise}
            tab={resultsTab}
            onTab={setResultsTab}
            grading={grading}
            graded={graded ?? file.name}
            open={file.name}
            solution={solution}
            onStart={(mode) => gradeAgain(mode)}
            onStop={stop}
            onPlace={goTo}
            files={() => handIn(file.name)}
          />
        }
      />
      <ActionBar busy={isBusy(grading)} passedAt={progress?.passedAt ?? null} onStart={(mode) => grade(mode)} />
    </div>
  );
}

function newsOf({ phase, tests }: Grading): string {
  if (phase.name === 'running') return `${tests.length}…`;
  if (phase.name !== 'done') return '';
  if (phase.verdict.status === 'passed') return 'pass';
  const failing = tests.filter(isFailure).length;
  return failing > 0 ? `${failing} fail` : '';
}
