import type { Problem } from './api-call.ts';
import type { GradingUpdate } from './grading-stream.ts';
import type { GradingMode, TestResult, Verdict } from './verdict.ts';

export type GradingPhase =
  | { name: 'idle' }
  | { name: 'sending' }
  | { name: 'queued'; position: number }
  | { name: 'running' }
  | { name: 'waiting'; message: string; retryAfterMs: number }
  | { name: 'recovering' }
  | { name: 'stopped' }
  | { name: 'refused'; problem: Problem }
  | { name: 'done'; verdict: Verdict };

/** One run or submit as a page shows it. `count` tells one from the next. `testCount` is null until it is known. */
export type Grading = {
  count: number;
  mode: GradingMode;
  phase: GradingPhase;
  tests: TestResult[];
  testCount: number | null;
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

export function isBusy({ phase }: Grading): boolean {
  return phase.name !== 'idle' && phase.name !== 'stopped' && phase.name !== 'refused' && phase.name !== 'done';
}

function withTest(tests: TestResult[], index: number, result: TestResult): TestResult[] {
  const next = [...tests];
  next[index] = result;
  // Tests end in order; a hole could only come from a lost event, and the verdict brings the whole list anyway.
  return next.filter(Boolean);
}
