'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '#components/button';
import { useDeletion } from '#components/use-deletion';
import type { CardKind } from '#lib/review-schedule';
import styles from '../queue.module.css';

type Props = { kind: CardKind; item: string; owner: string; backTo: string };

/** Takes a card out of the queue after asking once more. The focus goes to the element `backTo`, for the line is gone then. */
export function RemoveButton({ kind, item, owner, backTo }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const path = `/api/review/cards?${new URLSearchParams({ kind, item })}`;
  const { busy, remove } = useDeletion({ path, owner, backTo });
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);

  function ask(isAsking: boolean, hasFailed = false) {
    flushSync(() => {
      setAsking(isAsking);
      setFailed(hasFailed);
    });
    button.current?.focus();
  }

  async function confirm() {
    if (!busy && !(await remove())) ask(false, true);
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
          <Button ref={button} aria-disabled={busy} onClick={() => void confirm()}>
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
