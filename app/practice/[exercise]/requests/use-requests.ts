'use client';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { RunAnswer, SentRequest } from '#lib/run-source';
import type { LearnerFiles } from '#lib/verdict';
import { requestHistory, withEntry, withExchanges, type HistoryEntry } from './request-history.ts';

export type Requests = {
  /** In the order in which they were sent. */
  entries: HistoryEntry[];
  busy: boolean;
  /** How the last call ended. */
  answer: RunAnswer | null;
  /** Sends one request to a service that has just been started, or `after` all of the history. */
  send: (request: SentRequest, after: boolean) => Promise<void>;
  replay: () => Promise<void>;
  cancel: () => void;
  remove: (id: number) => void;
  clear: () => void;
};

/** The learner's own requests to their service; one call at a time. */
export function useRequests(exercise: string, files: () => LearnerFiles): Requests {
  const [history] = useState(() => requestHistory(exercise));
  const entries = useSyncExternalStore(history.subscribe, history.snapshot, history.serverSnapshot);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<RunAnswer | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  /** Sends the last `count` of `next`, which becomes the history once the service has answered. */
  async function call(next: HistoryEntry[], count: number) {
    if (running.current || count === 0) return;
    const abort = new AbortController();
    running.current = abort;
    setBusy(true);
    const requests = next.slice(-count).map((entry) => entry.sent);
    try {
      const { sendRequests } = await import('#lib/run-source');
      const came = await sendRequests({ exercise, files: files(), requests }, abort.signal);
      setAnswer(came);
      if (came.type === 'outcome' && came.outcome.status === 'ran') {
        history.set(withExchanges(next, came.outcome.exchanges ?? [], count));
      }
    } catch (cause) {
      if (!abort.signal.aborted) {
        console.error('The request could not be sent.', cause);
        const problem = { code: 'offline', status: 0, detail: '', retryAfterMs: null, body: undefined };
        setAnswer({ type: 'problem', problem });
      }
    } finally {
      running.current = null;
      setBusy(false);
    }
  }

  return {
    entries,
    busy,
    answer,
    send: (request, after) => {
      const next = withEntry(entries, request);
      return call(next, after ? next.length : 1);
    },
    replay: () => call(entries, entries.length),
    cancel: () => running.current?.abort(),
    remove: (id) => history.set(entries.filter((entry) => entry.id !== id)),
    clear: () => {
      setAnswer(null);
      history.set([]);
    },
  };
}
