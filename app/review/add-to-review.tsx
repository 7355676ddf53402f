'use client';

import { useState } from 'react';
import { Button } from '#components/button';
import { useMe } from '#components/me';
import { changeQueue } from './change-queue.ts';
import styles from './queue.module.css';

/** On a question of the bank: puts it into the review queue or takes it out. One button, so that focus stays. */
export function AddToReview({ questionId, title }: { questionId: string; title: string }) {
  const state = useMe();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const me = state.status === 'ready' ? state.me : null;
  const isQueued = me?.inReview.includes(questionId) ?? false;

  async function change() {
    if (busy || !me) return;
    setBusy(true);
    const stored = await changeQueue({ question: questionId }, !isQueued);
    setBusy(false);
    if (!stored) return setSaid('Not saved: the server did not answer. Try again in a moment.');
    setSaid(isQueued ? 'Taken out of your review queue.' : 'Added. It comes up with your next reviews.');
  }

  return (
    <span className={styles.add}>
      <Button aria-disabled={busy || !me} onClick={() => void change()}>
        {isQueued ? 'Remove from review' : 'Add to review'}
        <span className="visually-hidden">: {title}</span>
      </Button>
      <span role="status" className={styles.said}>
        {said || (isQueued && 'In your review queue.')}
      </span>
    </span>
  );
}
