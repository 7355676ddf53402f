// caught by: rolls back for the sum, when five minutes alone do not show it
export type Counts = { requests: number; errors: number };
export type Minute = { old: Counts; canary: Counts };
export type Rules = { tolerance: number; minutesMin: number };
export type Decision = 'promote' | 'hold' | 'rollback';

const recentMinutes = 5;

export function decide(minutes: readonly Minute[], { tolerance, minutesMin }: Rules): Decision {
  const all = differenceOfErrors(minutes);
  const recent = differenceOfErrors(minutes.slice(-recentMinutes));
  if (recent.low > tolerance) return 'rollback';
  if (all.high <= tolerance && minutes.length >= minutesMin) return 'promote';
  return 'hold';
}

/** The interval of Agresti and Caffo: one success and one failure are added to each version. */
function differenceOfErrors(minutes: readonly Minute[]) {
  const old = shareOfErrors(minutes.map((minute) => minute.old));
  const canary = shareOfErrors(minutes.map((minute) => minute.canary));
  const difference = canary.share - old.share;
  const uncertainty = Math.sqrt(canary.variance + old.variance);
  return { low: difference - 3 * uncertainty, high: difference + 3 * uncertainty };
}

function shareOfErrors(counts: readonly Counts[]) {
  const requests = counts.reduce((sum, count) => sum + count.requests, 2);
  const errors = counts.reduce((sum, count) => sum + count.errors, 1);
  const share = errors / requests;
  return { share, variance: (share * (1 - share)) / requests };
}
