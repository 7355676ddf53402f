/** The duration that `percent` per cent of the values do not exceed. */
const exact = (values: number[], percent: number) =>
  values.toSorted((a, b) => a - b)[Math.ceil((percent * values.length) / 100) - 1];

/** Percentiles that are further from the truth than the accuracy allows, but for the last digits of floating point. */
const inaccurate = (values: number[], accuracy: number, estimates: [number, number | null][]) =>
  estimates.flatMap(([percent, estimate]) => {
    const truth = exact(values, percent);
    const fits = typeof estimate === 'number' && Math.abs(estimate - truth) <= truth * (accuracy + 1e-9);
    return fits ? [] : [{ percent, truth, estimate, accuracy }];
  });

const percents = [1, 10, 25, 50, 75, 90, 95, 99, 100];

async function estimatesOf(call, sketch: unknown, which = percents) {
  const estimates: [number, number | null][] = [];
  for (const percent of which) estimates.push([percent, await call('percentile', sketch, percent)]);
  return estimates;
}

const MAX = 40_000;

test('estimates every percentile of one list', async ({ call }) => {
  const durations = Array.from({ length: 500 }, (_, i) => 1.019 ** i);
  for (const accuracy of [0.01, 0.05, 0.3]) {
    const sketch = await call('sketchOf', durations, accuracy);
    expect(inaccurate(durations, accuracy, await estimatesOf(call, sketch))).toEqual([]);
  }
});

test('is accurate at both ends of every bucket', async ({ evaluate }) => {
  const durations = Array.from({ length: 400 }, (_, i) => 0.1 * 1.0345 ** i);
  const estimates = await evaluate(
    {
      ts: ({ sketchOf, percentile }, list, accuracy) =>
        list.map((duration) => percentile(JSON.parse(JSON.stringify(sketchOf([duration], accuracy))), 50)),
      py: `
        def drive(solution, durations, accuracy):
            import json
            return [
                solution.percentile(json.loads(json.dumps(solution.sketch_of([duration], accuracy))), 50)
                for duration in durations
            ]
      `,
    },
    durations,
    0.3,
  );
  const bad = durations.flatMap((duration, i) => inaccurate([duration], 0.3, [[50, estimates[i]]]));
  expect(bad.slice(0, 5), 'sketches of one duration each').toEqual([]);
});

test('merges the sketches of unequal servers', async ({ call }) => {
  const quick = Array.from({ length: 970 }, (_, i) => 5 + i / 100);
  const slow = Array.from({ length: 30 }, (_, i) => 2000 + 10 * i);
  const sketches = [await call('sketchOf', quick, 0.02), await call('sketchOf', slow, 0.02)];
  const estimates = await estimatesOf(call, await call('merge', sketches));
  expect(inaccurate([...quick, ...slow], 0.02, estimates)).toEqual([]);
});

test('stays small however many durations it stands for', async ({ call }) => {
  const all: number[] = [];
  let merged = await call('sketchOf', [], 0.01);
  for (let server = 0; server < 12; server++) {
    const durations = Array.from(
      { length: 1500 },
      (_, i) => +(0.1 * 10 ** (((i * 12 + server) * 6) / 18_000)).toFixed(4),
    );
    all.push(...durations);
    merged = await call('merge', [merged, await call('sketchOf', durations, 0.01)]);
    expect(JSON.stringify(merged).length, `Characters for ${all.length} durations`).toBeLessThanOrEqual(MAX);
  }
  expect(inaccurate(all, 0.01, await estimatesOf(call, merged))).toEqual([]);
});

test('has no percentile without durations', async ({ call }) => {
  const empty = await call('sketchOf', [], 0.05);
  expect(await call('percentile', empty, 99)).toBeNull();
  expect(await call('percentile', await call('merge', [empty, empty]), 1)).toBeNull();
});
