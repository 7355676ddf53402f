import { randomInt } from 'node:crypto';
import { findExercise } from '#content/exercise';
import type { GradingEvent, RunOutcome, Verdict } from '#lib/verdict';
import { log } from './log.ts';
import { unavailableMessages } from './messages.ts';
import type { Entry, Queue } from './queue.ts';
import { runtimeOf, type Runtimes } from './runtimes.ts';
import type { GradeRequest, RunRequest } from './wire.ts';

type Unavailable = Extract<Verdict, { status: 'unavailable' }>;

export type Grader = {
  /** Tells events as they happen, the verdict last. Rejects only when `signal` is aborted. */
  grade: (request: GradeRequest, tell: (event: GradingEvent) => void, signal: AbortSignal) => Promise<void>;
  run: (request: RunRequest, signal: AbortSignal) => Promise<RunOutcome>;
};

/** Long enough for an author to notice and mend an exercise; a fault of the machine is gone sooner. */
const exerciseRetryMs = 60_000;
const faultRetryMs = 2000;

/** Everything between a request and a runtime: whose turn it is, which exercise, and what to say when it is our fault. */
export function createGrader(runtimes: Runtimes, queue: Queue): Grader {
  return {
    grade: async ({ exercise: id, files, mode, learner, guest }, tell, signal) => {
      const onPosition = (position: number): void => tell({ type: 'queued', position });
      const entry = await queue.enter({ learner, guest, signal, onPosition });
      if (entry.type === 'refused') return tell({ type: 'verdict', verdict: refusal(entry) });
      try {
        const exercise = findExercise(id);
        if (exercise === null) throw new Error(`There is no exercise "${id}" in the content folders.`);
        const runtime = runtimeOf(runtimes, exercise, files);
        const verdict = await runtime.grade({
          exercise,
          files,
          mode,
          seed: randomInt(2 ** 32),
          onStarted: (testCount) => tell({ type: 'started', testCount }),
          onTest: (index, result) => tell({ type: 'test', index, result }),
          signal,
        });
        tell({ type: 'verdict', verdict });
      } catch (error) {
        signal.throwIfAborted();
        log('error', 'grading-failed', { exercise: id, error: String(error) });
        tell({ type: 'verdict', verdict: unavailable(unavailableMessages.exercise, exerciseRetryMs) });
      } finally {
        entry.leave();
      }
    },
    run: async ({ language, source, database, learner, guest }, signal) => {
      const entry = await queue.enter({ learner, guest, signal, onPosition: () => undefined });
      if (entry.type === 'refused') return refusal(entry);
      try {
        const runtime = language === 'sql' ? runtimes.sql : runtimes.javascript;
        return await runtime.run({ source, signal, ...(database == null ? {} : { database }) });
      } catch (error) {
        signal.throwIfAborted();
        log('error', 'run-failed', { language, error: String(error) });
        return unavailable(unavailableMessages.down, faultRetryMs);
      } finally {
        entry.leave();
      }
    },
  };
}

function refusal({ reason, retryAfterMs }: Extract<Entry, { type: 'refused' }>): Unavailable {
  const message = reason === 'full' ? unavailableMessages.full : unavailableMessages.tooManyOfYours;
  return unavailable(message, retryAfterMs);
}

function unavailable(message: string, retryAfterMs: number): Unavailable {
  return { version: 1, status: 'unavailable', message, retryAfterMs };
}
