'use client';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { EditorHandle } from '#components/code-editor';
import { isFailure } from '#components/grading-words';
import { refreshMe, useMe } from '#components/me';
import { jsonRequest } from '#lib/api-call';
import { isBusy, type Grading } from '#lib/grading-state';
import type { GradingMode, Place } from '#lib/verdict';
import { ActionBar } from './action-bar.tsx';
import { DraftStatus } from './draft-status.tsx';
import { EditorSlot } from './editor-slot.tsx';
import { Hints } from './hints.tsx';
import type { PaneName } from './pane-tabs.tsx';
import { Panes } from './panes.tsx';
import { Results } from './results.tsx';
import { SolutionOffer } from './solution.tsx';
import { useDraft } from './use-draft.ts';
import { useGrading } from './use-grading.ts';
import { useSolution } from './use-solution.ts';
import type { WorkbenchExercise } from './workbench-exercise.ts';
import styles from './workbench.module.css';

/** Where an exercise is solved. `children` is the task, rendered on the server. */
export function Workbench({ exercise, children }: { exercise: WorkbenchExercise; children: ReactNode }) {
  const { id, file } = exercise;
  const me = useMe();
  const { draft, store } = useDraft(id, file.name, file.starter);
  const { grading, start, stop } = useGrading(id);
  const { state: solution, load: loadSolution } = useSolution(id);
  const [pane, setPane] = useState<PaneName>('task');
  const editor = useRef<EditorHandle>(null);
  const onReady = useCallback((handle: EditorHandle) => void (editor.current = handle), []);

  useEffect(() => {
    void fetch('/api/visits', jsonRequest('POST', { kind: 'exercise', id })).catch(() => undefined);
  }, [id]);

  // What follows a verdict of a submit: progress has changed, and after a pass the notes may be read.
  const verdict = grading.phase.name === 'done' && grading.mode === 'submit' ? grading.phase.verdict : null;
  useEffect(() => {
    if (!verdict) return;
    void refreshMe();
    if (verdict.status === 'passed') void loadSolution(false);
  }, [verdict, loadSolution]);

  function grade(mode: GradingMode) {
    setPane('results');
    store.flush();
    void start(mode, { [file.name]: store.snapshot().source });
  }

  function goTo(place: Place) {
    setPane('editor');
    // On a phone the editor is not on the page until its tab is.
    requestAnimationFrame(() => editor.current?.reveal(place.line, place.column));
  }

  const progress = me.status === 'ready' ? me.me.exercises[id] : undefined;
  return (
    <div className={styles.workbench}>
      <h1 className="visually-hidden">{exercise.title}</h1>
      <Panes
        active={pane}
        onActive={setPane}
        resultsNews={newsOf(grading)}
        task={
          <div className={styles.task}>
            {children}
            <section className={styles.help} aria-label="Help">
              <Hints exercise={id} hintCount={exercise.hintCount} />
              {verdict?.status !== 'passed' && <SolutionOffer exercise={id} state={solution} load={loadSolution} />}
            </section>
          </div>
        }
        editor={
          <div className={styles.editorPane}>
            <DraftStatus draft={draft} store={store} fileName={file.name} starter={file.starter} />
            <EditorSlot
              fileName={file.name}
              language={file.language}
              starter={file.starter}
              starterHtml={file.starterHtml}
              value={draft.source}
              onChange={store.edit}
              onReady={onReady}
            />
          </div>
        }
        results={
          <Results
            exercise={exercise}
            grading={grading}
            solution={solution}
            onStart={grade}
            onStop={stop}
            onPlace={goTo}
          />
        }
      />
      <ActionBar busy={isBusy(grading)} passedAt={progress?.passedAt ?? null} onStart={grade} />
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
