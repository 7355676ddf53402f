// Each item is how many milliseconds its work takes. The driver returns the results and when each one started.
const play = async ({ mapWithLimit }, items, limit) => {
  const begin = Date.now();
  const starts: number[] = [];
  let running = 0;
  let most = 0;
  const results = await mapWithLimit(items, limit, async (ms: number, index: number) => {
    starts[index] = Date.now() - begin;
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, ms));
    running--;
    return `${index}: ${ms}`;
  });
  return { results, starts, most, tookMs: Date.now() - begin };
};

test('never has more calls in flight than the limit', async ({ evaluate }) => {
  const { most } = await evaluate(play, [50, 50, 50, 50, 50, 50, 50], 3);
  expect(most).toBe(3);
});

test('keeps the order of the items', async ({ evaluate }) => {
  const { results } = await evaluate(play, [300, 100, 200], 3);
  expect(results).toEqual(['0: 300', '1: 100', '2: 200']);
});

test('starts the next item as soon as a call is fulfilled', async ({ evaluate }) => {
  const { starts, tookMs } = await evaluate(play, [100, 400, 100, 100], 2);
  expect(starts).toEqual([0, 0, 100, 200]);
  expect(tookMs).toBe(400);
});

test('resolves to an empty list for no items', async ({ evaluate }) => {
  expect((await evaluate(play, [], 3)).results).toEqual([]);
});

test('starts no further item after an error', async ({ evaluate }) => {
  const seen = await evaluate(async ({ mapWithLimit }) => {
    const started: number[] = [];
    const outcome = await mapWithLimit([0, 1, 2, 3, 4, 5], 2, async (item: number) => {
      started.push(item);
      await new Promise((resolve) => setTimeout(resolve, item === 1 ? 50 : 100));
      if (item === 1) throw new Error('429');
      return item;
    }).catch((error: Error) => error.message);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return { outcome, started };
  });
  expect(seen).toEqual({ outcome: '429', started: [0, 1] });
});
