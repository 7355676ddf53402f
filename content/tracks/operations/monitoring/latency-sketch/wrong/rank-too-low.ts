// caught by: takes the right duration where the estimates are far apart
/** How many durations were zero, and how many lie in bucket i: above γ to the power of i - 1, and up to γ to the power of i. */
type Sketch = { accuracy: number; zeros: number; counts: Record<string, number> };

const growth = (accuracy: number) => (1 + accuracy) / (1 - accuracy);

export function sketchOf(durations: number[], accuracy: number): Sketch {
  const logGrowth = Math.log(growth(accuracy));
  const sketch: Sketch = { accuracy, zeros: 0, counts: {} };
  for (const duration of durations) {
    if (duration === 0) {
      sketch.zeros++;
      continue;
    }
    const bucket = Math.ceil(Math.log(duration) / logGrowth);
    sketch.counts[bucket] = (sketch.counts[bucket] ?? 0) + 1;
  }
  return sketch;
}

export function merge(sketches: Sketch[]): Sketch {
  const merged: Sketch = { accuracy: sketches[0].accuracy, zeros: 0, counts: {} };
  for (const { zeros, counts } of sketches) {
    merged.zeros += zeros;
    for (const [bucket, count] of Object.entries(counts)) merged.counts[bucket] = (merged.counts[bucket] ?? 0) + count;
  }
  return merged;
}

export function percentile({ accuracy, zeros, counts }: Sketch, percent: number): number | null {
  const buckets = Object.entries(counts)
    .map(([bucket, count]) => ({ bucket: Number(bucket), count }))
    .sort((a, b) => a.bucket - b.bucket);
  const total = buckets.reduce((sum, { count }) => sum + count, zeros);
  if (total === 0) return null;

  let left = Math.max(1, Math.floor((percent * total) / 100)) - zeros;
  if (left <= 0) return 0;
  const { bucket } = buckets.find(({ count }) => (left -= count) <= 0)!;
  const gamma = growth(accuracy);
  // As far from the lower end of the bucket as from its upper end, in relation to the true value.
  return (2 * gamma ** bucket) / (gamma + 1);
}
