'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '#components/button';
import { plural } from '#components/labels';
import { useMe } from '#components/me';
import { changeQueue } from './change-queue.ts';
import styles from './queue.module.css';

type Props = { themeId: string; title: string; questionIds: string[] };

/** Puts all questions of a theme into the review queue, or takes them out after asking once more. */
export function AddTheme({ themeId, title, questionIds }: Props) {
  const state = useMe();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const me = state.status === 'ready' ? state.me : null;
  const queued = questionIds.filter((id) => me?.inReview.includes(id)).length;
  const missing = questionIds.length - queued;

  function ask(isAsking: boolean) {
    flushSync(() => setAsking(isAsking));
    button.current?.focus();
  }

  async function change(isQueued: boolean) {
    if (busy || !me) return;
    setBusy(true);
    const stored = await changeQueue({ theme: themeId }, isQueued);
    setFailed(!stored);
    setBusy(false);
    ask(false);
  }

  const of = <span className="visually-hidden">: {title}</span>;
  return (
    <span className={styles.add}>
      <span role="status" className={styles.said}>
        {failed && 'Not saved: the server did not answer. Try again in a moment. '}
        {asking
          ? `That deletes what ${plural(queued, 'card remembers', 'cards remember')}.`
          : me
            ? `${queued} of ${questionIds.length} in review`
            : plural(questionIds.length, 'question')}
      </span>
      {asking ? (
        <>
          <Button ref={button} aria-disabled={busy} onClick={() => void change(false)}>
            Remove {plural(queued, 'card')}
            {of}
          </Button>
          <Button variant="quiet" onClick={() => ask(false)}>
            Keep them
          </Button>
        </>
      ) : (
        <>
          {missing > 0 && (
            <Button ref={button} aria-disabled={busy || !me} onClick={() => void change(true)}>
              {queued === 0 ? 'Add all' : `Add the other ${missing}`}
              {of}
            </Button>
          )}
          {queued > 0 && (
            <Button ref={missing > 0 ? undefined : button} variant="quiet" onClick={() => ask(true)}>
              Remove
              {of}
            </Button>
          )}
        </>
      )}
    </span>
  );
}
