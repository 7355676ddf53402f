export type Counts = { requests: number; errors: number };
export type Minute = { old: Counts; canary: Counts };
export type Rules = { tolerance: number; minutesMin: number };
export type Decision = 'promote' | 'hold' | 'rollback';

export function decide(minutes: readonly Minute[], rules: Rules): Decision {
  const last = minutes.at(-1);
  if (!last) return 'hold';
  const difference = last.canary.errors / last.canary.requests - last.old.errors / last.old.requests;
  return difference > rules.tolerance ? 'rollback' : 'promote';
}
