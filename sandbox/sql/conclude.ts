import type { TestResult, Verdict } from '#lib/verdict';

/** The first test that did not pass decides how the whole is called. */
export function conclude(tests: TestResult[], durationMs: number): Verdict {
  const first = tests.find(({ status }) => status !== 'passed');
  if (first === undefined) return { version: 1, status: 'passed', tests, durationMs };
  if (first.status !== 'errored') return { version: 1, status: 'failed', tests, durationMs };
  const { reason = 'threw', message = '', at } = first;
  return { version: 1, status: 'errored', reason, message, ...(at && { at }), tests, durationMs };
}
