'use client';
import { useId, useRef, useState, useSyncExternalStore } from 'react';
import '#lib/zod-without-eval';
import { z } from 'zod';
import { Button } from '#components/button';
import { plural } from '#components/labels';
import type { SentRequest } from '#lib/run-source';
import type { LearnerFiles, Place } from '#lib/verdict';
import { keptValue } from '../kept-value.ts';
import { ConsoleOutcome } from './console-outcome.tsx';
import { draftOf, emptyDraft, problemsOf, requestOf, type RequestDraft } from './request-draft.ts';
import { RequestFields } from './request-fields.tsx';
import { entriesMax } from './request-history.ts';
import { RequestList } from './request-list.tsx';
import { useRequests } from './use-requests.ts';
import styles from './request-console.module.css';

type Props = { exercise: string; files: () => LearnerFiles; onPlace: (place: Place) => void };

const keepsState = keptValue('underpin:requests-keep-state', z.boolean(), true);

/** The learner's own requests to their service: write one, send it, look at what came back, send it again. */
export function RequestConsole({ exercise, files, onPlace }: Props) {
  const id = useId();
  const requests = useRequests(exercise, files);
  const { entries, busy, answer } = requests;
  const [draft, setDraft] = useState<RequestDraft>(emptyDraft);
  // Said once somebody has tried to send it, not while they are writing it.
  const [tried, setTried] = useState(false);
  const after = useSyncExternalStore(keepsState.subscribe, keepsState.snapshot, keepsState.serverSnapshot);
  const form = useRef<HTMLFormElement>(null);
  const problems = problemsOf(draft);

  function send() {
    setTried(true);
    const [field] = Object.keys(problems);
    if (field) return form.current?.querySelector<HTMLElement>(`[name=${field}]`)?.focus();
    setTried(false);
    void requests.send(requestOf(draft), after);
  }

  function edit(sent: SentRequest) {
    setDraft(draftOf(sent));
    form.current?.querySelector<HTMLElement>('[name=path]')?.focus();
  }

  return (
    // Here the keys that run the tests elsewhere send the request.
    <div
      className={styles.console}
      data-own-enter=""
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
        event.preventDefault();
        if (!event.repeat) send();
      }}
    >
      <form
        ref={form}
        className={styles.form}
        aria-label="Request to your service"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <RequestFields draft={draft} problems={tried ? problems : {}} onChange={setDraft} />
        <div className={styles.send}>
          <Button type="submit" variant="primary" className={styles.button} aria-disabled={busy}>
            {busy ? 'Sending' : 'Send'}
          </Button>
          {busy && (
            <Button className={styles.button} onClick={requests.cancel}>
              Cancel
            </Button>
          )}
          <label className={styles.after}>
            <input
              type="checkbox"
              checked={after}
              aria-describedby={`${id}-after`}
              onChange={(event) => keepsState.set(event.target.checked)}
            />{' '}
            after the requests below
          </label>
        </div>
        <p id={`${id}-after`} className={styles.note}>
          Your service is started anew each time.{' '}
          {after
            ? 'The requests below are sent first, so it has what they left behind.'
            : 'It gets this request alone.'}
        </p>
      </form>
      <p className="visually-hidden" role="status">
        {busy ? 'Sending' : news(requests)}
      </p>
      {answer && <ConsoleOutcome answer={answer} onPlace={onPlace} />}
      {entries.length > 0 && (
        <section aria-labelledby={`${id}-sent`}>
          <header className={styles.head}>
            <h2 id={`${id}-sent`} className={styles.title}>
              Sent
            </h2>
            <Button className={styles.button} aria-disabled={busy} onClick={() => void requests.replay()}>
              Replay all
            </Button>
            <Button variant="quiet" className={styles.button} onClick={requests.clear}>
              Clear
            </Button>
          </header>
          <RequestList
            entries={entries}
            busy={busy}
            onSend={(sent) => void requests.send(sent, after)}
            onEdit={edit}
            onRemove={requests.remove}
          />
          <p className={styles.note}>
            The last first. {plural(entriesMax, 'request')} at most are kept, in this browser.
          </p>
        </section>
      )}
    </div>
  );
}

/** What the last call brought, for screen readers. */
function news({ entries, answer }: ReturnType<typeof useRequests>): string {
  if (answer?.type !== 'outcome' || answer.outcome.status !== 'ran') return '';
  const last = entries.at(-1);
  if (!last) return '';
  const asked = `${last.sent.method} ${last.sent.path}`;
  return last.exchange?.response ? `${asked} answered with ${last.exchange.response.status}` : `${asked}: no answer`;
}
