'use client';
import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { EditorHandle } from '#components/code-editor';
import { GradingReport } from '#components/grading-report';
import { labGroups, suiteGroups } from '#components/test-groups';
import { isBusy, type Grading } from '#lib/grading-state';
import type { GradingMode, LearnerFiles, Place } from '#lib/verdict';
import { ActionBar } from '../../../../practice/[exercise]/action-bar.tsx';
import { DraftConflict } from '../../../../practice/[exercise]/draft-conflict.tsx';
import { draftWords } from '../../../../practice/[exercise]/draft-words.ts';
import { EditorSlot } from '../../../../practice/[exercise]/editor-slot.tsx';
import { FileChoice } from '../../../../practice/[exercise]/file-choice.tsx';
import type { PaneName } from '../../../../practice/[exercise]/pane-tabs.tsx';
import { Panes } from '../../../../practice/[exercise]/panes.tsx';
import { Settings } from '../../../../practice/[exercise]/settings.tsx';
import { useDrafts } from '../../../../practice/[exercise]/use-drafts.ts';
import { useFileChoice } from '../../../../practice/[exercise]/use-file-choice.ts';
import { useGrading } from '../../../../practice/[exercise]/use-grading.ts';
import type { WorkbenchExercise } from '../../../../practice/[exercise]/workbench-exercise.ts';
import bench from '../../../../practice/[exercise]/workbench.module.css';
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
  const { id, files, submits, kind, modules } = exercise;
  const editorId = useId();
  const drafts = useDrafts(`${mockId}-${partId}`, files, {
    path: `/api/mocks/${mockId}/code/${partId}`,
    hasHistory: false,
  });
  const [stores] = useState(() => drafts.map(({ store }) => store));
  const [index, choose] = useFileChoice(files, submits);
  const { owner } = drafts[0]!.draft;
  const { grading, start, stop } = useGrading(id, { title: exercise.title, owner, mock: { mockId, partId } });
  const [pane, setPane] = useState<PaneName>('task');
  const editor = useRef<EditorHandle>(null);
  const onReady = useCallback((handle: EditorHandle) => void (editor.current = handle), []);
  const file = files[index]!;
  const { draft, store } = drafts[index]!;

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
    const chosen = files.flatMap((each, at) => (submits === 'all' || each.name === file.name ? [at] : []));
    for (const at of chosen) drafts[at]!.store.flush();
    const handedIn: LearnerFiles = Object.fromEntries(
      chosen.map((at) => [files[at]!.name, drafts[at]!.store.snapshot().source]),
    );
    void start(mode, handedIn);
  }

  function goTo(place: Place) {
    setPane('editor');
    choose(place.file);
    // On a phone the editor is not on the page until its tab is.
    requestAnimationFrame(() => editor.current?.reveal(place.line, place.column));
  }

  return (
    <div className={styles.bench} data-workbench="">
      <Panes
        active={pane}
        onActive={setPane}
        resultsNews={newsOf(grading)}
        task={<div className={bench.task}>{children}</div>}
        editor={
          <div className={bench.editorPane}>
            <header className={bench.editorHead}>
              <FileChoice
                id={editorId}
                files={files}
                drafts={drafts}
                submits={submits}
                active={file}
                onChoose={choose}
              />
              <p className={bench.draftState} data-state={draft.state} role="status">
                {draftWords(draft)}
              </p>
              {draft.replaced !== null && (
                <button type="button" className={bench.small} onClick={store.undo}>
                  Bring back the other version
                </button>
              )}
              <DraftConflict key={file.name} draft={draft} store={store} hasHistory={false} />
            </header>
            <div
              className={bench.editorPanel}
              {...(submits === 'all' && {
                id: `${editorId}-${file.name}`,
                role: 'tabpanel',
                'aria-labelledby': `${editorId}-tab-${file.name}`,
              })}
            >
              <EditorSlot
                kind={kind}
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
            <footer className={bench.editorFoot}>
              <p>Tab indents. To leave the editor press Escape, then Tab.</p>
              <Settings />
            </footer>
          </div>
        }
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
