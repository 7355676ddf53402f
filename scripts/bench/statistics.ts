/** One line of the report: what was run, how often, and how long it took. */
export type Measurement = { name: string; runs: number; p50Ms: number; p99Ms: number; perSecond: number };

export type MeasureOptions = { runs: number; inFlight?: number; warmUp?: number; before?: () => Promise<void> };

/** Runs `work` `runs` times with `inFlight` at once, after a warm-up; neither that nor `before` each run is counted. */
export async function measure(
  name: string,
  work: () => Promise<void>,
  { runs, inFlight = 1, warmUp = 5, before }: MeasureOptions,
): Promise<Measurement> {
  for (let i = 0; i < warmUp; i++) await work();
  const durations: number[] = [];
  let left = runs;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left-- > 0) {
        await before?.();
        const start = performance.now();
        await work();
        durations.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  return {
    name,
    runs,
    p50Ms: percentile(durations, 50),
    p99Ms: percentile(durations, 99),
    perSecond: runs / seconds,
  };
}

/** Nearest rank, on a copy. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}

/** A Markdown table; `times` compares each line's p50 with the first line's. */
export function table(measurements: Measurement[]): string {
  const base = measurements[0]?.p50Ms ?? 1;
  const lines = measurements.map(
    ({ name, runs, p50Ms, p99Ms, perSecond }) =>
      `| ${name} | ${runs} | ${p50Ms.toFixed(1)} | ${p99Ms.toFixed(1)} | ${perSecond.toFixed(0)} | ${(p50Ms / base).toFixed(1)} |`,
  );
  return [
    '| what | runs | p50 ms | p99 ms | per second | p50, times the first |',
    '|---|--:|--:|--:|--:|--:|',
    ...lines,
  ].join('\n');
}
