import type { TestResult } from './verdict.ts';

/**
 * The failure that is told where only one is. Tests stand in the order in which they are best mended. What became of a
 * review stands in the order of its lines, so there it goes by weight: without a pass a major finding was missed or, where
 * none was, too many marks are false. A minor finding that was missed never is the cause.
 */
export function firstFailure(tests: readonly TestResult[]): TestResult | undefined {
  return tests
    .filter(({ status }) => status === 'failed' || status === 'errored')
    .toSorted((a, b) => placeOf(a) - placeOf(b))[0];
}

function placeOf({ answer }: TestResult): number {
  if (answer?.type === 'false-mark') return 1;
  return answer?.type === 'finding' && answer.severity === 'minor' ? 2 : 0;
}
