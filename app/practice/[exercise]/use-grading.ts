'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ownerNow } from '#components/me';
import type { Problem } from '#lib/api-call';
import { nobodyYet } from '#lib/for-learner';
import { gradingAfter, idleGrading, keptReason, type Grading } from '#lib/grading-state';
import type { GradingUpdate } from '#lib/grading-stream';
import type { MockPlace } from '#lib/mock-clock';
import { isSamePlace, type Outcome } from '#lib/outbox/letter';
import type { Outbox } from '#lib/outbox/outbox';
import { randomKey } from '#lib/random-key';
import type { GradingMode, LearnerFiles } from '#lib/verdict';

export type GradingControls = {
  grading: Grading;
  start: (mode: GradingMode, files: LearnerFiles) => Promise<void>;
  stop: () => void;
};

/**
 * Whose the files are, what the exercise is called where its verdict is announced, and the part of a mock interview in
 * which it is solved.
 */
type About = { title: string; owner: string; mock?: MockPlace };

/**
 * Grades one exercise at a time; a start while one is running is ignored. A submit is kept in the outbox before it is
 * sent, so that neither a lost connection nor a closed page loses it; one whose verdict came later is shown here.
 */
export function useGrading(exercise: string, about: About | null): GradingControls {
  const [grading, setGrading] = useState<Grading>(idleGrading);
  const running = useRef<AbortController | null>(null);
  const waiting = useRef<string | null>(null);
  const { title = '', owner = nobodyYet, mock } = about ?? {};
  const { mockId, partId } = mock ?? {};

  const start = useCallback(
    async (mode: GradingMode, files: LearnerFiles) => {
      if (running.current) return;
      const abort = new AbortController();
      running.current = abort;
      setGrading((before) => ({ ...idleGrading, mode, count: before.count + 1, phase: { name: 'sending' } }));
      const key = randomKey();
      const box = mode === 'submit' ? await openOutbox() : null;
      const place = mockId && partId ? { mock: { mockId, partId } } : {};
      const work = { kind: 'submission', exercise, title, files, ...place } as const;
      const release = (await box?.hold(work, { key, owner }).catch(unkept)) ?? null;
      const take = (update: GradingUpdate): boolean => {
        const reason = release && update.type === 'refused' ? keptReason(update.problem) : null;
        if (reason) setGrading((before) => ({ ...before, phase: { name: 'kept', reason } }));
        else setGrading((before) => gradingAfter(before, mode === 'run' ? ofRun(update) : update));
        return reason !== null;
      };
      let stays = false;
      try {
        // Loaded with the first run, so that reading a page does not pay for checking events.
        const { gradingUpdates } = await import('#lib/grading-stream');
        const request = { exercise, files, mode, ...place, ...(mode === 'submit' && { key, owner }) };
        for await (const update of gradingUpdates(request, abort.signal)) stays = take(update);
      } catch (cause) {
        if (!abort.signal.aborted) stays = take({ type: 'refused', problem: await failedToLoad(cause) });
        else if (abort.signal.reason === pageLeft) stays = release !== null;
        else setGrading((before) => ({ ...before, phase: { name: 'stopped' } }));
      } finally {
        running.current = null;
        waiting.current = stays ? key : null;
        if (!stays) await box?.remove(key).catch(unkept);
        release?.();
        if (stays) void box?.flush().catch(unkept);
      }
    },
    [exercise, title, owner, mockId, partId],
  );

  const stop = useCallback(() => {
    running.current?.abort();
    const key = waiting.current;
    if (!key) return;
    waiting.current = null;
    setGrading((before) => ({ ...before, phase: { name: 'withdrawn' } }));
    void openOutbox().then((box) => box?.remove(key));
  }, []);

  useEffect(() => () => running.current?.abort(pageLeft), []);
  useKept(about && exercise, mock, (found) => {
    if (running.current) return;
    waiting.current = found.waiting ?? null;
    setGrading((before) => found.grading(before));
  });
  return { grading, start, stop };
}

/** Who leaves the page has not cancelled: what they have submitted is sent from the next one. */
const pageLeft = Symbol('the page was left');

/** A run does not wait: its results are for now, and they need the server. */
function ofRun(update: GradingUpdate): GradingUpdate {
  if (update.type !== 'refused' || update.problem.code !== 'offline') return update;
  return { ...update, problem: { ...update.problem, code: 'offline-run' } };
}

type Found = { waiting?: string; grading: (before: Grading) => Grading };

/** Tells of a submission of this exercise that waits, or whose verdict came while nobody was looking. */
function useKept(exercise: string | null, mock: MockPlace | undefined, tell: (found: Found) => void): void {
  const { mockId, partId } = mock ?? {};
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  useEffect(() => {
    if (!exercise) return;
    let end: (() => void) | null = null;
    let ended = false;
    const here = { exercise, mock: mockId && partId ? { mockId, partId } : undefined };
    const begin = async () => {
      const box = await openOutbox();
      // While there is a connection: without one it could not be loaded when it is needed.
      void import('#lib/grading-stream').catch(unkept);
      if (!box || ended) return;
      const look = () => {
        for (const letter of box.snapshot().answered) {
          if (letter.work.kind !== 'submission' || !isSamePlace(letter.work, here) || !letter.outcome) continue;
          const { outcome } = letter;
          latest.current({ grading: (before) => lateGrading(before, outcome) });
          void box.remove(letter.key).catch(unkept);
        }
      };
      end = box.subscribe(look);
      await box.reload().catch(unkept);
      const left = box.snapshot().waiting.find(({ work }) => work.kind === 'submission' && isSamePlace(work, here));
      if (left && !ended) {
        const phase = { name: 'kept', reason: 'offline' } as const;
        latest.current({ waiting: left.key, grading: (before) => ({ ...before, mode: 'submit', phase }) });
        await box.flush().catch(unkept);
      }
    };
    const timer = setTimeout(() => void begin(), quietMs);
    return () => {
      clearTimeout(timer);
      ended = true;
      end?.();
    };
  }, [exercise, mockId, partId]);
}

/** The page itself comes first. */
const quietMs = 1500;

/** News of a submit of earlier: shown and said, while the focus stays where the learner is working. */
function lateGrading(before: Grading, outcome: Outcome): Grading {
  const update = outcome.type === 'verdict' ? outcome : { type: 'refused' as const, problem: outcome.problem };
  return gradingAfter({ ...idleGrading, mode: 'submit', count: before.count + 1, isLate: true }, update);
}

/** Null where it cannot be loaded: then nothing is kept, and a submit goes its way without. */
async function openOutbox(): Promise<Outbox | null> {
  try {
    return (await import('#lib/outbox/here')).outboxHere(ownerNow);
  } catch (cause) {
    return unkept(cause);
  }
}

function unkept(cause: unknown): null {
  console.warn('The outbox of this browser cannot be used.', cause);
  return null;
}

/** The code above was not to be had: without a connection, or because the server has been updated and has it no more. */
async function failedToLoad(cause: unknown): Promise<Problem> {
  console.error('Grading could not be started.', cause);
  const answer = await fetch('/api/health').catch(() => null);
  const code = answer?.ok ? 'outdated' : 'offline';
  return { code, status: 0, detail: '', retryAfterMs: null, body: undefined };
}
