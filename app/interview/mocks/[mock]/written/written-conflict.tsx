'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/button';
import type { DraftSnapshot } from '../../../../practice/[exercise]/draft-snapshot.ts';
import type { DraftStore } from '../../../../practice/[exercise]/draft-store.ts';
import { Modal, ModalActions } from '../../../../practice/[exercise]/modal.tsx';
import styles from './written.module.css';

const Comparison = dynamic(() =>
  import('../../../../practice/[exercise]/comparison.tsx').then((module) => module.Comparison),
);

type Props = { draft: DraftSnapshot; store: DraftStore; inWords: (source: string) => string };

/** Two devices have written the same answer: what differs, and the learner's choice. */
export function WrittenConflict({ draft: { source, other }, store, inWords }: Props) {
  const [dismissed, setDismissed] = useState<number | null>(null);
  if (!other) return null;
  const isElsewhere = other.place !== 'browser';
  return (
    <>
      <button type="button" className={styles.small} onClick={() => setDismissed(null)}>
        Choose
      </button>
      <Modal
        wide
        open={dismissed !== other.revision}
        title="This answer was written somewhere else too"
        onClose={() => setDismissed(other.revision)}
      >
        <p>
          {isElsewhere
            ? `The server has a version that was saved ${new Date(other.updatedAt).toLocaleString()}, on another device or in another tab.`
            : 'This browser has another version, from another tab or an earlier visit.'}{' '}
          Keep one of the two; the other can be brought back until you leave this page. Until you choose, what you write
          here is kept in this browser alone.
        </p>
        <Comparison
          before={isElsewhere ? 'on the server' : 'the other one'}
          then={inWords(other.source)}
          after="here, in this browser"
          now={inWords(source)}
        />
        <ModalActions>
          <Button variant="primary" onClick={store.keepMine}>
            Keep the one here
          </Button>
          <Button onClick={() => void store.takeOther()}>
            {isElsewhere ? 'Take the one from the server' : 'Take the other one'}
          </Button>
        </ModalActions>
      </Modal>
    </>
  );
}
