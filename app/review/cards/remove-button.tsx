'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '#components/button';
import { refreshMe } from '#components/me';
import { apiFetch } from '#lib/api-call';
import { forLearner } from '#lib/for-learner';
import type { CardKind } from '#lib/review-schedule';
import styles from '../queue.module.css';

type Props = { kind: CardKind; item: string; owner: string; backTo: string };

/** Takes a card out of the queue after asking once more. The focus goes to the element `backTo`, for the line is gone then. */
export function RemoveButton({ kind, item, owner, backTo }: Props) {
  const router = useRouter();
  const button = useRef<HTMLButtonElement>(null);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);

  function ask(isAsking: boolean, hasFailed = false) {
    flushSync(() => {
      setAsking(isAsking);
      setFailed(hasFailed);
    });
    button.current?.focus();
  }

  async function remove() {
    if (busy) return;
    setBusy(true);
    const path = `/api/review/cards?${new URLSearchParams({ kind, item })}`;
    const answer = await apiFetch(path, forLearner(owner, { method: 'DELETE' }));
    setBusy(false);
    // Another has signed in meanwhile: the page has to know whom it shows.
    if (!answer.ok && answer.problem.code === 'other-learner') await refreshMe();
    if (!answer.ok && answer.problem.code !== 'not-found') return ask(false, true);
    document.getElementById(backTo)?.focus();
    router.refresh();
  }

  const of = <span className="visually-hidden">: {item}</span>;
  return (
    <span className={styles.add}>
      <span role="status" className={styles.said}>
        {failed && 'Not removed. Try again in a moment.'}
        {asking && 'That deletes what the card remembers.'}
      </span>
      {asking ? (
        <>
          <Button ref={button} aria-disabled={busy} onClick={() => void remove()}>
            Remove the card
            {of}
          </Button>
          <Button variant="quiet" onClick={() => ask(false)}>
            Keep it
          </Button>
        </>
      ) : (
        <Button ref={button} variant="quiet" onClick={() => ask(true)}>
          Remove
          {of}
        </Button>
      )}
    </span>
  );
}
