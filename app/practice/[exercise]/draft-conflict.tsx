'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/button';
import type { DraftSnapshot } from './draft-snapshot.ts';
import type { DraftStore } from './draft-store.ts';
import { Modal, ModalActions } from './modal.tsx';
import styles from './workbench.module.css';

const Comparison = dynamic(() => import('./comparison.tsx').then((module) => module.Comparison));

/** Two devices have changed the same text: what differs, both versions whole, and the learner's choice. */
export function DraftConflict({
  draft: { source, other },
  store,
  inWords = (text) => text,
  what = { one: 'file', yours: 'your code' },
  hasHistory = true,
}: Props) {
  const [dismissed, setDismissed] = useState<number | null>(null);
  if (!other) return null;
  const elsewhere = other.place !== 'browser';
  const [here, there] = [inWords(source), inWords(other.source)];
  return (
    <>
      <button type="button" className={styles.small} onClick={() => setDismissed(null)}>
        Choose
      </button>
      <Modal
        wide
        open={dismissed !== other.revision}
        title={`This ${what.one} was changed somewhere else`}
        onClose={() => setDismissed(other.revision)}
      >
        <p>
          {elsewhere
            ? `The server has a version that was saved ${new Date(other.updatedAt).toLocaleString()}, on another device or in another tab.`
            : 'This browser has another version, from another tab or an earlier visit.'}{' '}
          Keep one of the two; the other one{' '}
          {hasHistory ? 'stays in the history' : 'can be brought back until you leave this page'}. Until you choose,{' '}
          {what.yours} here is kept in this browser alone.
        </p>
        <Comparison
          before={elsewhere ? 'on the server' : 'the other one'}
          then={there}
          after="here, in this browser"
          now={here}
        />
        <div className={styles.versions}>
          <Version title="Here, in this browser" source={here} />
          <Version title={elsewhere ? 'On the server' : 'The other one'} source={there} />
        </div>
        <ModalActions>
          <Button variant="primary" onClick={store.keepMine}>
            Keep the one here
          </Button>
          <Button onClick={() => void store.takeOther()}>
            {elsewhere ? 'Take the one from the server' : 'Take the other one'}
          </Button>
        </ModalActions>
      </Modal>
    </>
  );
}

type Props = {
  draft: DraftSnapshot;
  store: DraftStore;
  /** A version as somebody reads it, where it is no text as it is kept. */
  inWords?: (source: string) => string;
  /** What is kept, where it is not a file of code. */
  what?: { one: string; yours: string };
  /** Whether the server keeps older versions of it. */
  hasHistory?: boolean;
};

function Version({ title, source }: { title: string; source: string }) {
  return (
    <details className={styles.source}>
      <summary>{title}, whole</summary>
      <pre tabIndex={0} aria-label={title} role="group">
        {source}
      </pre>
    </details>
  );
}
