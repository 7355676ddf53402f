// caught by: counts for the maximum only moments of the window
type Request = { startMs: number; endMs: number };

function percentile(sorted: number[], percent: number) {
  return sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? null;
}

function mostAtOnce(spans: Request[]) {
  const events = spans.flatMap(({ startMs, endMs }) => [
    { atMs: startMs, change: 1 },
    { atMs: endMs, change: -1 },
  ]);
  // Who ends at a moment is no longer there for who begins at it.
  events.sort((a, b) => a.atMs - b.atMs || a.change - b.change);
  let current = 0;
  let most = 0;
  for (const { change } of events) {
    current += change;
    most = Math.max(most, current);
  }
  return most;
}

export function report(requests: Request[], fromMs: number, toMs: number) {
  const windowMs = toMs - fromMs;
  const durations = requests
    .filter(({ endMs }) => endMs >= fromMs && endMs < toMs)
    .map(({ startMs, endMs }) => endMs - startMs)
    .sort((a, b) => a - b);
  const totalMs = durations.reduce((sum, duration) => sum + duration, 0);

  const spans = requests
    .map(({ startMs, endMs }) => ({ startMs: Math.max(startMs, fromMs), endMs: Math.min(endMs, toMs) }))
    .filter(({ startMs, endMs }) => startMs < endMs);
  const underWayMs = spans.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);

  return {
    throughput: durations.length / (windowMs / 1000),
    meanMs: durations.length === 0 ? null : totalMs / durations.length,
    p50Ms: percentile(durations, 50),
    p99Ms: percentile(durations, 99),
    meanConcurrency: underWayMs / windowMs,
    maxConcurrency: mostAtOnce(requests),
  };
}
