import type { Verdict } from '#lib/verdict';

/** One word for a list; null is a submission that is still being graded. */
export function outcomeWords(status: Verdict['status'] | null): string {
  if (status === null) return 'Being graded';
  return { passed: 'Passed', failed: 'Not passed', errored: 'Stopped by an error', unavailable: 'Not graded' }[status];
}
