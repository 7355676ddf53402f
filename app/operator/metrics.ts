/** One line of the text format of Prometheus. */
export type Sample = { name: string; labels: Record<string, string>; value: number };

export function samplesOf(text: string): Sample[] {
  return text.split('\n').flatMap((line) => {
    const [, name, labels = '', value] = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)/.exec(line) ?? [];
    if (name === undefined || value === undefined) return [];
    const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key = '', given = '']) => [key, given]);
    return [{ name, labels: Object.fromEntries(pairs) as Record<string, string>, value: Number(value) }];
  });
}

export type RuntimeLoad = {
  runtime: string;
  runs: number;
  /** Runs that ended in a fault of ours. */
  faults: number;
  p50Ms: number | null;
  p95Ms: number | null;
};

/** What each runtime has done since the sandbox started. */
export function loadOf(samples: Sample[]): RuntimeLoad[] {
  const buckets = samples.filter(({ name }) => name === 'underpin_run_duration_seconds_bucket');
  const counts = samples.filter(({ name }) => name === 'underpin_run_duration_seconds_count');
  return [...new Set(counts.map(({ labels }) => labels.runtime ?? ''))].sort().map((runtime) => {
    const own = counts.filter(({ labels }) => labels.runtime === runtime);
    const total = (rows: Sample[]) => rows.reduce((sum, { value }) => sum + value, 0);
    const ofRuntime = buckets.filter(({ labels }) => labels.runtime === runtime);
    return {
      runtime,
      runs: total(own),
      faults: total(own.filter(({ labels }) => labels.outcome === 'fault')),
      p50Ms: quantileMs(ofRuntime, 0.5),
      p95Ms: quantileMs(ofRuntime, 0.95),
    };
  });
}

export function waitMs(samples: Sample[], quantile: number): number | null {
  return quantileMs(
    samples.filter(({ name }) => name === 'underpin_queue_wait_seconds_bucket'),
    quantile,
  );
}

/**
 * As Prometheus's histogram_quantile: between the bounds of the bucket that it falls into, in a straight line. Null
 * where nothing was counted. What lies beyond the last bound is said to be at it.
 */
export function quantileMs(buckets: Sample[], quantile: number): number | null {
  const cumulative = new Map<number, number>();
  for (const { labels, value } of buckets) {
    const bound = labels.le === '+Inf' ? Infinity : Number(labels.le);
    cumulative.set(bound, (cumulative.get(bound) ?? 0) + value);
  }
  const sorted = [...cumulative].sort(([one], [other]) => one - other);
  const total = sorted.at(-1)?.[1] ?? 0;
  if (total === 0) return null;
  const rank = quantile * total;
  let [lower, below] = [0, 0];
  for (const [bound, upTo] of sorted) {
    if (upTo >= rank && upTo > below) {
      return 1000 * (bound === Infinity ? lower : lower + ((bound - lower) * (rank - below)) / (upTo - below));
    }
    [lower, below] = [bound, upTo];
  }
  return 1000 * lower;
}
