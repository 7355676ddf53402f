'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { DraftSnapshot } from './draft-snapshot.ts';
import type { DraftStore } from './draft-store.ts';
import { Modal } from './modal.tsx';
import styles from './workbench.module.css';

export type HistoryProps = {
  fileName: string;
  /** Empty where there is none to go back to. */
  starter: string;
  draft: DraftSnapshot;
  store: DraftStore;
  /** Whose history it is, where it is not a file's nor that of answers. */
  of?: string;
  /** A version in words, where its source is not made for reading. */
  inWords?: (source: string) => string;
};

const HistoryPanel = dynamic(() => import('./history-panel.tsx').then((module) => module.HistoryPanel), {
  loading: () => <p className={styles.wait}>Loading the history</p>,
});

/** Earlier versions of one file: what changed since, and the way back. */
export function History(props: HistoryProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" className={styles.small} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        History
      </button>
      <Modal
        wide
        open={open}
        title={`History of ${props.of ?? (props.inWords ? 'your answers' : props.fileName)}`}
        onClose={close}
      >
        <HistoryPanel {...props} onRestored={close} />
      </Modal>
    </>
  );
}
