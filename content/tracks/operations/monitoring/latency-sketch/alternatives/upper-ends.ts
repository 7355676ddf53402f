/** Pairs of the upper end of a bucket and its count, sorted. Ends grow by the accuracy, so the end itself is near enough. */
type Sketch = [end: number, count: number][];

function collect(pairs: Iterable<[number, number]>): Sketch {
  const counts = new Map<number, number>();
  for (const [end, count] of pairs) counts.set(end, (counts.get(end) ?? 0) + count);
  return [...counts].sort(([a], [b]) => a - b);
}

export function sketchOf(durations: number[], accuracy: number): Sketch {
  const ends = [0];
  for (let end = 0.1; end < 100_000 * (1 + accuracy); end *= 1 + accuracy) ends.push(end);
  return collect(durations.map((duration) => [ends.find((end) => duration <= end)!, 1]));
}

export function merge(sketches: Sketch[]): Sketch {
  return collect(sketches.flat());
}

export function percentile(sketch: Sketch, percent: number): number | null {
  const total = sketch.reduce((sum, [, count]) => sum + count, 0);
  let passed = 0;
  for (const [end, count] of sketch) {
    passed += count;
    if (passed * 100 >= percent * total) return end;
  }
  return null;
}
