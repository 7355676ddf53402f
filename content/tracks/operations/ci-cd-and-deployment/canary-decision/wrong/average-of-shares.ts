// caught by: weighs a minute by its requests
type Counts = { requests: number; errors: number };
type Minute = { old: Counts; canary: Counts };

export function decide(minutes: readonly Minute[], rules: { tolerance: number; minutesMin: number }) {
  const all = interval(minutes);
  const recent = interval(minutes.slice(-5));
  if (all.low > rules.tolerance || recent.low > rules.tolerance) return 'rollback';
  return all.high <= rules.tolerance && minutes.length >= rules.minutesMin ? 'promote' : 'hold';
}

function interval(minutes: readonly Minute[]) {
  const share = (version: 'old' | 'canary') =>
    minutes.reduce((sum, minute) => sum + (minute[version].errors + 1) / (minute[version].requests + 2), 0) /
    Math.max(1, minutes.length);
  const requests = (version: 'old' | 'canary') => minutes.reduce((sum, minute) => sum + minute[version].requests, 2);
  const [old, canary] = [share('old'), share('canary')];
  const s = Math.sqrt((canary * (1 - canary)) / requests('canary') + (old * (1 - old)) / requests('old'));
  return { low: canary - old - 3 * s, high: canary - old + 3 * s };
}
