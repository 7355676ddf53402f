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

test('counts durations of zero', async ({ call }) => {
  const durations = [...Array(30).fill(0), ...Array(70).fill(12)];
  const sketch = await call('merge', [await call('sketchOf', durations, 0.1), await call('sketchOf', [0, 12], 0.1)]);
  const estimates = await estimatesOf(call, sketch, [1, 29, 30, 31, 40, 100]);
  expect(inaccurate([...durations, 0, 12], 0.1, estimates)).toEqual([]);
});

test('takes the right duration where the estimates are far apart', async ({ call }) => {
  const durations = [1, 10, 100, 1000, 10_000];
  const sketch = await call('sketchOf', durations, 0.2);
  const estimates = await estimatesOf(call, sketch, [1, 19, 20, 21, 40, 41, 60, 61, 80, 81, 99, 100]);
  expect(inaccurate(durations, 0.2, estimates)).toEqual([]);
});

test('knows the ends of its range', async ({ call }) => {
  for (const accuracy of [0.01, 0.1, 0.3]) {
    const sketch = await call('sketchOf', [0.1, 1, 100_000], accuracy);
    expect(inaccurate([0.1, 1, 100_000], accuracy, await estimatesOf(call, sketch, [1, 50, 100]))).toEqual([]);
  }
});

test('leaves the sketches that it merges as they are', async ({ evaluate }) => {
  const seen = await evaluate({
    ts: ({ sketchOf, merge }) => {
      const sketches = [sketchOf([1, 2, 3], 0.1), sketchOf([2, 300], 0.1)];
      const before = JSON.stringify(sketches);
      merge(sketches);
      return JSON.stringify(sketches) === before;
    },
    py: `
      def drive(solution):
          import json
          sketches = [solution.sketch_of([1, 2, 3], 0.1), solution.sketch_of([2, 300], 0.1)]
          before = json.dumps(sketches)
          solution.merge(sketches)
          return json.dumps(sketches) == before
    `,
  });
  expect(seen, 'The sketches are what they were').toBe(true);
});

test('is as accurate as the reference on random durations', async ({ call, reference, random }) => {
  for (let round = 0; round < 5; round++) {
    const accuracy = random.int(1, 30) / 100;
    const all: number[] = [];
    const sketches: unknown[] = [];
    const ours: unknown[] = [];
    for (let server = random.int(1, 6); server > 0; server--) {
      const top = random.int(0, 6);
      const durations = Array.from({ length: random.int(0, 300) }, () =>
        random.int(0, 19) === 0 ? 0 : 0.1 * 10 ** (random.int(0, top * 1000) / 1000),
      );
      all.push(...durations);
      sketches.push(await call('sketchOf', durations, accuracy));
      ours.push(await reference.call('sketchOf', durations, accuracy));
    }
    const which = [random.int(1, 40), random.int(41, 80), random.int(81, 99), 100];
    const merged = await call('merge', random.shuffle(sketches));
    const estimates = await estimatesOf(call, merged, which);
    if (all.length === 0) expect(estimates.map(([, estimate]) => estimate)).toEqual([null, null, null, null]);
    else expect(inaccurate(all, accuracy, estimates)).toEqual([]);
    // The reference is held to the same rule.
    const theirs = await estimatesOf(reference.call, await reference.call('merge', ours), which);
    if (all.length > 0) expect(inaccurate(all, accuracy, theirs)).toEqual([]);
    expect(JSON.stringify(merged).length).toBeLessThanOrEqual(MAX);
  }
});
