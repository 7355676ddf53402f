import { expect, test } from 'vitest';
import { GradingReport } from '#components/grading-report';
import { reasonWords } from '#components/grading-words';
import { idleGrading, type GradingPhase } from '#lib/grading-state';
import type { TestResult } from '#lib/verdict';
import { failed, passed, unavailable } from '../db/verdicts.ts';
import { htmlOf } from './render.ts';

/** What a screen reader is told of a phase: the words of the live region. */
function announced(phase: GradingPhase, mode: 'run' | 'submit' = 'submit'): string {
  const grading = { ...idleGrading, mode, count: 1, phase, tests: [], testCount: 2 };
  const html = htmlOf(GradingReport, { grading, visibleTests: [], hiddenTestCount: 0, onStop: () => undefined });
  return (/<p class="visually-hidden" role="status">([^<]*)</.exec(html)?.[1] ?? '').replaceAll('&#x27;', "'");
}

test('the end of a run is announced in one line, whatever it was', () => {
  expect(announced({ name: 'done', verdict: passed })).toBe('Passed: all 2 tests pass');
  expect(announced({ name: 'done', verdict: failed }, 'run')).toBe('1 of 2 visible tests does not pass');
  expect(announced({ name: 'done', verdict: unavailable })).toBe('Not graded: our side is busy');
  for (const [reason, words] of Object.entries(reasonWords)) {
    const verdict = {
      version: 1 as const,
      status: 'errored' as const,
      reason: reason as keyof typeof reasonWords,
      message: 'Why.',
      tests: [],
      durationMs: 1,
    };
    expect(announced({ name: 'done', verdict })).toBe(words);
  }
});

test('what happens before the end is announced once a phase, and a test that ends is not', () => {
  expect(announced({ name: 'sending' })).toBe('Sending your code');
  expect(announced({ name: 'queued', position: 3 })).toBe('Waiting in line, position 3');
  expect(announced({ name: 'running' })).toBe('Running the tests');
  expect(announced({ name: 'waiting', message: 'Full.', retryAfterMs: 2000 })).toContain('is not counted');
});

const result = (name: string, status: TestResult['status'], more: Partial<TestResult> = {}): TestResult => ({
  ...{ name, status, hidden: false, durationMs: 1, did: ['call()'] },
  ...more,
});

test('the first failure is open and the rest is folded; console output stands with its test', () => {
  const tests = [
    result('adds', 'passed'),
    result('subtracts', 'failed', { console: 'a is 3' }),
    result('divides', 'failed', { console: 'b is 0' }),
  ];
  const verdict = { ...failed, tests };
  const grading = { ...idleGrading, count: 1, phase: { name: 'done' as const, verdict }, tests, testCount: 3 };
  const html = htmlOf(GradingReport, { grading, visibleTests: [], hiddenTestCount: 0, onStop: () => undefined });
  const folds = [...html.matchAll(/<details( open="")?>(.*?)<\/details>/gs)];
  expect(folds.map(([, open]) => open !== undefined)).toEqual([false, true, false]);
  expect(folds[1]?.[2]).toContain('a is 3');
  expect(folds[1]?.[2]).not.toContain('b is 0');
});
