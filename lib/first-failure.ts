import type { TestResult } from './verdict.ts';

/**
 * The failure that is told where only one is. Tests stand in the order in which they are best mended. What became of a
 * review stands in the order of its lines, so there it goes by weight: without a pass a major finding was missed or, where
 * none was, too many marks are false. A minor finding that was missed never is the cause.
 */
export function firstFailure(tests: readonly TestResult[]): TestResult | undefined {
  return tests
    .filter(({ status }) => status === 'failed' || status === 'errored')
    .toSorted((a, b) => placeOf(a.answer) - placeOf(b.answer))[0];
}

/** Among what went wrong in a review: what keeps it from passing before what does not. */
export function placeOfFailure({ isFalseMark, isMinor }: { isFalseMark: boolean; isMinor: boolean }): number {
  if (isFalseMark) return 1;
  return isMinor ? 2 : 0;
}

const placeOf = (answer: TestResult['answer']): number =>
  placeOfFailure({
    isFalseMark: answer?.type === 'false-mark',
    isMinor: answer?.type === 'finding' && answer.severity === 'minor',
  });
