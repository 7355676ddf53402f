import type { TestResult, Verdict } from '#lib/verdict';

const result = (name: string, status: TestResult['status']): TestResult => ({
  name,
  status,
  hidden: false,
  durationMs: 1,
  did: [],
});

export const passed: Verdict = {
  version: 1,
  status: 'passed',
  tests: [result('adds', 'passed'), result('subtracts', 'passed')],
  durationMs: 2,
};

export const failed: Verdict = {
  version: 1,
  status: 'failed',
  tests: [result('adds', 'passed'), result('subtracts', 'failed')],
  durationMs: 2,
};

export const errored: Verdict = {
  version: 1,
  status: 'errored',
  reason: 'time-limit',
  message: 'Your code ran for more than 500 ms.',
  tests: [result('adds', 'errored'), result('subtracts', 'not-run')],
  durationMs: 500,
};

export const unavailable: Verdict = { version: 1, status: 'unavailable', message: 'Full.', retryAfterMs: 1 };
