import type { Result } from '../../../../practice/[exercise]/review/results.ts';

/** Why a review does not pass, beside the one thing that is told of it. */
export function toldWords({ kind }: Result, falseMarksMax: number): string {
  if (kind !== 'false-mark') return 'At least one major finding is still open.';
  // A false mark is told where no major finding is open: see `firstFailure`.
  const most = falseMarksMax === 0 ? 'none' : `at most ${falseMarksMax === 1 ? 'one' : falseMarksMax}`;
  return `Every major finding is found, but too many marks are false: ${most} may be. The first of them:`;
}
