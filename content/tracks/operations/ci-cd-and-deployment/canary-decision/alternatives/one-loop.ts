type Counts = { requests: number; errors: number };
type Minute = { old: Counts; canary: Counts };

export function decide(minutes: readonly Minute[], rules: { tolerance: number; minutesMin: number }) {
  const whole = compare(minutes, 0, rules.tolerance);
  const recent = compare(minutes, Math.max(0, minutes.length - 5), rules.tolerance);
  if (whole === 'bad' || recent === 'bad') return 'rollback';
  return whole === 'good' && minutes.length >= rules.minutesMin ? 'promote' : 'hold';
}

function compare(minutes: readonly Minute[], from: number, tolerance: number) {
  let [oldRequests, oldErrors, newRequests, newErrors] = [0, 0, 0, 0];
  for (let n = from; n < minutes.length; n++) {
    oldRequests += minutes[n].old.requests;
    oldErrors += minutes[n].old.errors;
    newRequests += minutes[n].canary.requests;
    newErrors += minutes[n].canary.errors;
  }
  const p = (newErrors + 1) / (newRequests + 2);
  const q = (oldErrors + 1) / (oldRequests + 2);
  const margin = 3 * Math.sqrt((p * (1 - p)) / (newRequests + 2) + (q * (1 - q)) / (oldRequests + 2));
  if (p - q - margin > tolerance) return 'bad';
  return p - q + margin <= tolerance ? 'good' : 'unknown';
}
