import type { Problem } from './api-call.ts';
import type { GradingUpdate } from './grading-stream.ts';
import type { GradingMode, TestResult, Verdict } from './verdict.ts';

export type KeptReason = 'offline' | 'sign-in' | 'outdated';

export type GradingPhase =
  | { name: 'idle' }
  | { name: 'sending' }
  | { name: 'queued'; position: number }
  | { name: 'running' }
  | { name: 'waiting'; message: string; retryAfterMs: number }
  | { name: 'recovering' }
  | { name: 'stopped' }
  /** A submit that the server does not have yet; it is sent from this browser as soon as it can be. */
  | { name: 'kept'; reason: KeptReason }
  /** The same, taken back before it was sent. */
  | { name: 'withdrawn' }
  | { name: 'refused'; problem: Problem }
  | { name: 'done'; verdict: Verdict };

/**
 * One run or submit as a page shows it. `count` tells one from the next. `testCount` is null until it is known. `isLate`
 * where its learner has gone on with something else since.
 */
export type Grading = {
  count: number;
  mode: GradingMode;
  phase: GradingPhase;
  tests: TestResult[];
  testCount: number | null;
  isLate?: boolean;
};

export const idleGrading: Grading = { count: 0, mode: 'run', phase: { name: 'idle' }, tests: [], testCount: null };

export function gradingAfter(grading: Grading, update: GradingUpdate): Grading {
  switch (update.type) {
    case 'sending':
      return { ...grading, phase: { name: 'sending' }, tests: [], testCount: null };
    case 'stored':
      return grading;
    case 'queued':
      return { ...grading, phase: { name: 'queued', position: update.position } };
    case 'started':
      return { ...grading, phase: { name: 'running' }, tests: [], testCount: update.testCount };
    case 'test':
      return { ...grading, phase: { name: 'running' }, tests: withTest(grading.tests, update.index, update.result) };
    case 'waiting':
      return { ...grading, phase: { name: 'waiting', message: update.message, retryAfterMs: update.retryAfterMs } };
    case 'recovering':
      return { ...grading, phase: { name: 'recovering' } };
    case 'refused':
      return { ...grading, phase: { name: 'refused', problem: update.problem } };
    case 'verdict':
      return {
        ...grading,
        phase: { name: 'done', verdict: update.verdict },
        tests: update.verdict.status === 'unavailable' ? grading.tests : update.verdict.tests,
      };
  }
}

const resting: GradingPhase['name'][] = ['idle', 'stopped', 'kept', 'withdrawn', 'refused', 'done'];

export function isBusy({ phase }: Grading): boolean {
  return !resting.includes(phase.name);
}

/** Why a submit that was not taken waits; null for a refusal that waiting does not change. */
export function keptReason({ code, status }: Problem): KeptReason | null {
  if (code === 'other-learner') return 'sign-in';
  if (code === 'outdated') return 'outdated';
  return code === 'offline' || code === 'dropped' || status >= 500 ? 'offline' : null;
}

/** What a submit that waits waits for. */
export const keptWords: Record<KeptReason, string> = {
  offline:
    'Waiting to be sent: the server does not answer. It is kept on this device and sent as soon as it can be, from any page.',
  'sign-in': 'Waiting to be sent: you are not signed in as before. It is kept on this device and sent once you are.',
  outdated:
    'Waiting to be sent: the server has been updated since this page was opened. It is kept on this device; reload the page to send it.',
};

export const withdrawnWords = 'Taken back. Nothing was sent.';

function withTest(tests: TestResult[], index: number, result: TestResult): TestResult[] {
  const next = [...tests];
  next[index] = result;
  // Tests end in order; a hole could only come from a lost event, and the verdict brings the whole list anyway.
  return next.filter(Boolean);
}
