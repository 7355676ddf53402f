'use client';
import { useState, type ReactNode } from 'react';
import { Button } from '#components/button';
import { DraftConflict } from './draft-conflict.tsx';
import type { DraftSnapshot } from './draft-snapshot.ts';
import type { DraftStore } from './draft-store.ts';
import { History } from './history.tsx';
import { draftWords } from './draft-words.ts';
import { Modal, ModalActions } from './modal.tsx';
import styles from './workbench.module.css';

/** The line above the editor: the file, whether it is safe, and the way back to its starter. */
export function DraftStatus({ draft, store, fileName, children }: Props) {
  const { starter } = draft;
  const [asking, setAsking] = useState(false);
  return (
    <header className={styles.editorHead}>
      {children}
      <p className={styles.draftState} data-state={draft.state} role="status">
        {draftWords(draft)}
      </p>
      {draft.replaced !== null && (
        <button type="button" className={styles.small} onClick={store.undo}>
          Bring back my code
        </button>
      )}
      <DraftConflict key={fileName} draft={draft} store={store} />
      <History fileName={fileName} starter={starter} draft={draft} store={store} />
      <button
        type="button"
        className={styles.small}
        disabled={draft.source === starter}
        onClick={() => setAsking(true)}
      >
        Reset
      </button>
      <Modal open={asking} title="Start again from the starter code?" onClose={() => setAsking(false)}>
        <p>
          Your code in {fileName} is replaced. It stays in the history, and one press brings it back until you leave
          this page.
        </p>
        <ModalActions>
          <Button
            variant="primary"
            onClick={() => {
              setAsking(false);
              void store.reset();
            }}
          >
            Reset
          </Button>
          <Button onClick={() => setAsking(false)}>Keep my code</Button>
        </ModalActions>
      </Modal>
    </header>
  );
}

type Props = {
  draft: DraftSnapshot;
  store: DraftStore;
  fileName: string;
  /** Says which file it is, and gives the choice of another. */
  children: ReactNode;
};
