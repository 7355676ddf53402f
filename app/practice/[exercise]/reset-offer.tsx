'use client';
import { useState } from 'react';
import { Button } from '#components/button';
import type { DraftSnapshot } from './draft-snapshot.ts';
import type { DraftStore } from './draft-store.ts';
import { Modal, ModalActions } from './modal.tsx';
import styles from './workbench.module.css';

/** The way back to the starter of a file, which asks first. */
export function ResetOffer({ draft, store, fileName }: { draft: DraftSnapshot; store: DraftStore; fileName: string }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.small}
        disabled={draft.source === draft.starter}
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
    </>
  );
}
