'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '#components/button';
import { useMe } from '#components/me';
import { changeQueue } from './change-queue.ts';
import styles from './queue.module.css';

/** On a question of the bank: puts it into the review queue, or takes it out after asking once more. */
export function AddToReview({ questionId, title }: { questionId: string; title: string }) {
  const state = useMe();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const me = state.status === 'ready' ? state.me : null;
  const isQueued = me?.inReview.includes(questionId) ?? false;

  function ask(isAsking: boolean, words = '') {
    flushSync(() => {
      setAsking(isAsking);
      setSaid(words);
    });
    // Only where one button has taken the place of another.
    if (isAsking !== asking) button.current?.focus();
  }

  async function change(queued: boolean) {
    if (busy || !me) return;
    setBusy(true);
    const stored = await changeQueue({ question: questionId }, queued);
    setBusy(false);
    if (!stored) return ask(false, 'Not saved: the server did not answer. Try again in a moment.');
    ask(false, queued ? 'Added. It comes up with your next reviews.' : 'Taken out of your review queue.');
  }

  const of = <span className="visually-hidden">: {title}</span>;
  return (
    <span className={styles.add}>
      {asking ? (
        <>
          <Button ref={button} aria-disabled={busy} onClick={() => void change(false)}>
            Remove the card
            {of}
          </Button>
          <Button variant="quiet" onClick={() => ask(false)}>
            Keep it
          </Button>
        </>
      ) : (
        <Button ref={button} aria-disabled={busy || !me} onClick={() => (isQueued ? ask(true) : void change(true))}>
          {isQueued ? 'Remove from review' : 'Add to review'}
          {of}
        </Button>
      )}
      <span role="status" className={styles.said}>
        {asking ? 'That deletes what the card remembers.' : said || (isQueued && 'In your review queue.')}
      </span>
    </span>
  );
}
