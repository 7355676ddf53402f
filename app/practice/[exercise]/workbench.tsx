'use client';
import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { EditorHandle } from '#components/code-editor';
import { isFailure } from '#components/grading-words';
import { refreshMe, useMe } from '#components/me';
import { ReportProblem } from '#components/report-problem';
import { isBusy, type Grading } from '#lib/grading-state';
import type { GradingMode, LearnerFiles, Place } from '#lib/verdict';
import { ActionBar } from './action-bar.tsx';
import { DraftStatus } from './draft-status.tsx';
import { EditorSlot } from './editor-slot.tsx';
import { FileChoice } from './file-choice.tsx';
import { Hints } from './hints.tsx';
import { Keys } from './keys.tsx';
import type { PaneName } from './pane-tabs.tsx';
import { Panes } from './panes.tsx';
import { ResultsPane, type ResultsTab } from './results-pane.tsx';
import { Settings } from './settings.tsx';
import { SolutionOffer } from './solution.tsx';
import { useDrafts } from './use-drafts.ts';
import { useFileChoice } from './use-file-choice.ts';
import { useGrading } from './use-grading.ts';
import { useVisit } from './use-visit.ts';
import { useSolution } from './use-solution.ts';
import type { WorkbenchExercise } from './workbench-exercise.ts';
import styles from './workbench.module.css';

/** Where an exercise is solved. `children` is the task, rendered on the server. */
export function Workbench({ exercise, children }: { exercise: WorkbenchExercise; children: ReactNode }) {
  const { id, files, submits, modules } = exercise;
  const me = useMe();
  const editorId = useId();
  const drafts = useDrafts(id, files);
  const [index, choose] = useFileChoice(files, submits);
  const { grading, start, stop } = useGrading(id, { title: exercise.title, owner: drafts[0]!.draft.owner });
  const { state: solution, load: loadSolution } = useSolution(id);
  const [pane, setPane] = useState<PaneName>('task');
  const [resultsTab, setResultsTab] = useState<ResultsTab>('tests');
  /** The file that the results are of. */
  const [graded, setGraded] = useState<string | null>(null);
  const editor = useRef<EditorHandle>(null);
  const onReady = useCallback((handle: EditorHandle) => void (editor.current = handle), []);
  const file = files[index]!;
  const { draft, store } = drafts[index]!;

  useVisit(id);

  // What follows a verdict of a submit: progress has changed, and after a pass the notes may be read.
  const verdict = grading.phase.name === 'done' && grading.mode === 'submit' ? grading.phase.verdict : null;
  useEffect(() => {
    if (!verdict) return;
    void refreshMe();
    if (verdict.status === 'passed') void loadSolution(false);
  }, [verdict, loadSolution]);

  /** What is handed in now, on its way to the server as a draft too. */
  function handIn(name: string): LearnerFiles {
    const chosen = files.flatMap((each, at) => (submits === 'all' || each.name === name ? [at] : []));
    for (const at of chosen) drafts[at]!.store.flush();
    return Object.fromEntries(chosen.map((at) => [files[at]!.name, drafts[at]!.store.snapshot().source]));
  }

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

  function goTo(place: Place) {
    setPane('editor');
    choose(place.file);
    // On a phone the editor is not on the page until its tab is.
    requestAnimationFrame(() => editor.current?.reveal(place.line, place.column));
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
          <div className={styles.editorPane}>
            <DraftStatus draft={draft} store={store} fileName={file.name}>
              <FileChoice
                id={editorId}
                files={files}
                drafts={drafts}
                submits={submits}
                active={file}
                onChoose={choose}
              />
            </DraftStatus>
            <div
              className={styles.editorPanel}
              {...(submits === 'all' && {
                id: `${editorId}-${file.name}`,
                role: 'tabpanel',
                'aria-labelledby': `${editorId}-tab-${file.name}`,
              })}
            >
              <EditorSlot
                kind={exercise.kind}
                modules={modules}
                fileName={file.name}
                language={file.language}
                starter={file.starter}
                starterHtml={file.starterHtml}
                value={draft.source}
                onChange={store.edit}
                onReady={onReady}
              />
            </div>
            <footer className={styles.editorFoot}>
              <p>Tab indents. To leave the editor press Escape, then Tab.</p>
              <Settings />
              <Keys kind={exercise.kind} />
            </footer>
          </div>
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
