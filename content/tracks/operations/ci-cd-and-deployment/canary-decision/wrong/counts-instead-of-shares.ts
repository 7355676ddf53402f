// caught by: compares shares, since the canary has fewer requests of everything
type Counts = { requests: number; errors: number };
type Minute = { old: Counts; canary: Counts };

export function decide(minutes: readonly Minute[], rules: { tolerance: number; minutesMin: number }) {
  const errors = (some: readonly Minute[], version: 'old' | 'canary') =>
    some.reduce((sum, minute) => sum + minute[version].errors, 0);
  if (errors(minutes, 'canary') > errors(minutes, 'old')) return 'rollback';
  if (errors(minutes.slice(-5), 'canary') > errors(minutes.slice(-5), 'old')) return 'rollback';
  return minutes.length >= rules.minutesMin ? 'promote' : 'hold';
}
