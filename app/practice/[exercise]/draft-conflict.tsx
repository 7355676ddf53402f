'use client';
import { useState } from 'react';
import { Button } from '#components/button';
import type { DraftSnapshot, DraftStore } from './draft-store.ts';
import { Modal, ModalActions } from './modal.tsx';
import styles from './workbench.module.css';

/** Two devices have changed the same file: both versions side by side, and the learner's choice. */
export function DraftConflict({ draft: { source, other }, store }: { draft: DraftSnapshot; store: DraftStore }) {
  const [dismissed, setDismissed] = useState<number | null>(null);
  if (!other) return null;
  return (
    <>
      <button type="button" className={styles.small} onClick={() => setDismissed(null)}>
        Choose
      </button>
      <Modal
        wide
        open={dismissed !== other.revision}
        title="This file was changed somewhere else"
        onClose={() => setDismissed(other.revision)}
      >
        <p>Keep one of the two. Until you choose, your code here is kept in this browser alone.</p>
        <div className={styles.versions}>
          <Version title="Here, in this browser" source={source} />
          <Version
            title={
              other.place === 'browser'
                ? 'Also in this browser, from another tab or an earlier visit'
                : `On the server, saved ${new Date(other.updatedAt).toLocaleString()}`
            }
            source={other.source}
          />
        </div>
        <ModalActions>
          <Button variant="primary" onClick={store.keepMine}>
            Keep the one here
          </Button>
          <Button onClick={store.takeOther}>
            {other.place === 'browser' ? 'Take the other one' : 'Take the one from the server'}
          </Button>
        </ModalActions>
      </Modal>
    </>
  );
}

function Version({ title, source }: { title: string; source: string }) {
  return (
    <section>
      <h3>{title}</h3>
      <pre tabIndex={0} aria-label={title} role="group">
        {source}
      </pre>
    </section>
  );
}
