'use client';
import type { ReactNode } from 'react';
import { DraftConflict } from './draft-conflict.tsx';
import { draftWords } from './draft-words.ts';
import { EditorSlot } from './editor-slot.tsx';
import { FileChoice } from './file-choice.tsx';
import { Settings } from './settings.tsx';
import type { Bench } from './use-bench.ts';
import styles from './workbench.module.css';

type Props = {
  bench: Bench;
  /** What the button says that brings back what was replaced. */
  undoWords: string;
  /** Whether the server keeps older versions of the file. */
  hasHistory?: boolean;
  /** What else can be done with the file. */
  actions?: ReactNode;
  /** Beside the settings. */
  children?: ReactNode;
};

/** The middle of a workbench: the file and whether it is safe, the editor, and how it is set. */
export function EditorPane({ bench, undoWords, hasHistory = true, actions, children }: Props) {
  const { exercise, drafts, draft, store, file, editorId, choose, onReady } = bench;
  const { kind, files, submits } = exercise;
  return (
    <div className={styles.editorPane}>
      <header className={styles.editorHead}>
        <FileChoice id={editorId} files={files} drafts={drafts} submits={submits} active={file} onChoose={choose} />
        <p className={styles.draftState} data-state={draft.state} role="status">
          {draftWords(draft)}
        </p>
        {draft.replaced !== null && (
          <button type="button" className={styles.small} onClick={store.undo}>
            {undoWords}
          </button>
        )}
        <DraftConflict key={file.name} draft={draft} store={store} hasHistory={hasHistory} />
        {actions}
      </header>
      <div
        className={styles.editorPanel}
        {...(submits === 'all' && {
          id: `${editorId}-${file.name}`,
          role: 'tabpanel',
          'aria-labelledby': `${editorId}-tab-${file.name}`,
        })}
      >
        <EditorSlot
          kind={kind}
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
        {children}
      </footer>
    </div>
  );
}
