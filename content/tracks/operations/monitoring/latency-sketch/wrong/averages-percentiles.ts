// caught by: merges the sketches of unequal servers
export function sketchOf(durations: number[], accuracy: number) {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (percent: number) => sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? null;
  return { count: durations.length, percentiles: Array.from({ length: 100 }, (_, i) => at(i + 1)) };
}

export function merge(sketches) {
  const full = sketches.filter(({ count }) => count > 0);
  const count = full.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return sketches[0];
  const mean = (i: number) => full.reduce((sum, one) => sum + (one.percentiles[i] * one.count) / count, 0);
  return { count, percentiles: Array.from({ length: 100 }, (_, i) => mean(i)) };
}

export const percentile = (sketch, percent: number) => sketch.percentiles[percent - 1];
