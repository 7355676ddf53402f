import { randomInt } from 'node:crypto';
import { findExercise } from '#content/exercise';
import { faultOf } from '#lib/fault';
import type { GradingEvent, RunOutcome, Verdict } from '#lib/verdict';
import { log } from './log.ts';
import { unavailableMessages } from './messages.ts';
import { silentObserver, type Observer } from './metrics.ts';
import type { Entry, Queue } from './queue.ts';
import type { GradeJob, Runtime } from './runtime.ts';
import { runtimeOf, runtimeOfLanguage, type Runtimes } from './runtimes.ts';
import type { GradeRequest, RunRequest, SendRequest } from './wire.ts';

type Unavailable = Extract<Verdict, { status: 'unavailable' }>;

export type Grader = {
  /** Tells events as they happen, the verdict last. Rejects only when `signal` is aborted. */
  grade: (request: GradeRequest, tell: (event: GradingEvent) => void, signal: AbortSignal) => Promise<void>;
  run: (request: RunRequest, signal: AbortSignal) => Promise<RunOutcome>;
  /** Requests to the learner's service, without tests. */
  send: (request: SendRequest, signal: AbortSignal) => Promise<RunOutcome>;
};

/** Long enough for an author to notice and mend an exercise; a fault of the machine is gone sooner. */
const exerciseRetryMs = 60_000;
const faultRetryMs = 2000;

/** Everything between a request and a runtime: whose turn it is, which exercise, and what to say when it is our fault. */
export function createGrader(runtimes: Runtimes, queue: Queue, observer: Observer = silentObserver): Grader {
  /** A turn in the queue, with how long it took to come. */
  const enter: Queue['enter'] = async (entrant) => {
    const askedMs = performance.now();
    const entry = await queue.enter(entrant);
    if (entry.type === 'refused') observer.refused(entry.reason);
    else observer.waited(performance.now() - askedMs);
    return entry;
  };
  /** Runs and counts; what ends in a fault of ours, or because nobody waits any more, has no verdict. */
  const counted = async <Ended extends Verdict | RunOutcome>(
    runtime: Runtime,
    signal: AbortSignal,
    work: () => Promise<Ended>,
  ): Promise<Ended> => {
    const startedMs = performance.now();
    let outcome = 'fault';
    try {
      const ended = await work();
      outcome = ended.status === 'errored' ? ended.reason : ended.status;
      return ended;
    } finally {
      observer.ran(runtime.name, signal.aborted ? 'cancelled' : outcome, performance.now() - startedMs);
    }
  };
  return {
    grade: async ({ exercise: id, files, mode, learner, guest }, tell, signal) => {
      const onPosition = (position: number): void => tell({ type: 'queued', position });
      const entry = await enter({ learner, guest, signal, onPosition });
      if (entry.type === 'refused') return tell({ type: 'verdict', verdict: refusal(entry) });
      try {
        const exercise = findExercise(id);
        if (exercise === null) throw new Error(`There is no exercise "${id}" in the content folders.`);
        const runtime = runtimeOf(runtimes, exercise, files);
        const job: GradeJob = {
          exercise,
          files,
          mode,
          seed: randomInt(2 ** 32),
          onStarted: (testCount) => tell({ type: 'started', testCount }),
          onTest: (index, result) => tell({ type: 'test', index, result }),
          signal,
        };
        const verdict = await counted(runtime, signal, () => runtime.grade(job));
        tell({ type: 'verdict', verdict });
      } catch (error) {
        signal.throwIfAborted();
        log('error', 'grading-failed', { exercise: id, ...faultOf(error) });
        tell({ type: 'verdict', verdict: unavailable(unavailableMessages.exercise, exerciseRetryMs) });
      } finally {
        entry.leave();
      }
    },
    run: async ({ language, source, database, learner, guest }, signal) => {
      const entry = await enter({ learner, guest, signal, onPosition: () => undefined });
      if (entry.type === 'refused') return refusal(entry);
      try {
        const runtime = runtimeOfLanguage(runtimes, language);
        const job = { source, signal, ...(database == null ? {} : { database }) };
        return await counted<RunOutcome>(runtime, signal, () => runtime.run(job));
      } catch (error) {
        signal.throwIfAborted();
        log('error', 'run-failed', { language, ...faultOf(error) });
        return unavailable(unavailableMessages.down, faultRetryMs);
      } finally {
        entry.leave();
      }
    },
    send: async ({ exercise: id, files, requests, learner, guest }, signal) => {
      const entry = await enter({ learner, guest, signal, onPosition: () => undefined });
      if (entry.type === 'refused') return refusal(entry);
      try {
        const exercise = findExercise(id);
        if (exercise === null || !['http', 'lab'].includes(exercise.meta.kind)) {
          throw new Error(`There is no service in an exercise "${id}".`);
        }
        const { javascript } = runtimes;
        return await counted(javascript, signal, () => javascript.send({ exercise, files, requests, signal }));
      } catch (error) {
        signal.throwIfAborted();
        log('error', 'request-failed', { exercise: id, ...faultOf(error) });
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
