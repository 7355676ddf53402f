type Minute = { requests: number; errors: number };

export function alertFor(minutes: readonly Minute[], objective: number) {
  // Sums from the start, so that each window is one subtraction.
  const requests = [0];
  const errors = [0];
  for (const minute of minutes) {
    requests.push(requests.at(-1)! + minute.requests);
    errors.push(errors.at(-1)! + minute.errors);
  }
  const tooFast = (window: number, limit: number) => {
    const from = Math.max(0, minutes.length - window);
    const failed = errors[minutes.length] - errors[from];
    const all = requests[minutes.length] - requests[from];
    return failed > limit * (1 - objective) * all;
  };
  if (tooFast(60, 14.4) && tooFast(5, 14.4)) return 'page';
  if (tooFast(360, 6) && tooFast(30, 6)) return 'page';
  return tooFast(4320, 1) && tooFast(360, 1) ? 'ticket' : 'none';
}
