import type { GradingEvent, RunOutcome, Verdict } from '#lib/verdict';
import type { SendRequest } from '#sandbox/wire';
import { passed } from '../db/verdicts.ts';

type Job = { exercise: string; mode: string; learner: string; guest: boolean };

/** In place of the sandbox: answers with `verdict` once `hold` has resolved, and remembers what it was asked. */
export const grader = {
  verdict: passed as Verdict,
  hold: Promise.resolve(undefined),
  fault: undefined as Error | undefined,
  jobs: [] as Job[],
  sent: [] as SendRequest[],
  signals: [] as AbortSignal[],
  reset() {
    Object.assign(grader, {
      verdict: passed,
      hold: Promise.resolve(),
      fault: undefined,
      jobs: [],
      sent: [],
      signals: [],
    });
  },
};

export async function* gradeSubmission(job: Job, signal: AbortSignal): AsyncGenerator<GradingEvent> {
  grader.jobs.push(job);
  grader.signals.push(signal);
  yield { type: 'started', testCount: 2 };
  const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  await Promise.race([grader.hold, aborted]);
  if (grader.fault) throw grader.fault;
  if (!signal.aborted) yield { type: 'verdict', verdict: grader.verdict };
}

export function runSource(): Promise<RunOutcome> {
  return Promise.resolve({ version: 1, status: 'ran', console: '3\n', durationMs: 1 });
}

/** Answers each request with its method and path. */
export async function requestOnce(job: SendRequest, signal: AbortSignal): Promise<RunOutcome> {
  grader.sent.push(job);
  grader.signals.push(signal);
  await grader.hold;
  const exchanges = job.requests.map((request) => ({
    request,
    response: { status: 200, headers: [], body: `${request.method} ${request.path}` },
    statements: [],
  }));
  return { version: 1, status: 'ran', console: '', exchanges, durationMs: 1 };
}
