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

test('rejects at once, without waiting for the calls that are running', async ({ evaluate }) => {
  const seen = await evaluate(async ({ mapWithLimit }) => {
    const begin = Date.now();
    const outcome = await mapWithLimit([5000, 50], 2, async (ms: number) => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      if (ms === 50) throw new Error('429');
    }).catch((error: Error) => error.message);
    return { outcome, tookMs: Date.now() - begin };
  });
  expect(seen).toEqual({ outcome: '429', tookMs: 50 });
});

test('rejects when work throws at once', async ({ evaluate }) => {
  const outcome = await evaluate(async ({ mapWithLimit }) => {
    try {
      return await mapWithLimit([1, 2], 1, () => {
        throw new Error('no isbn');
      }).catch((error: Error) => `rejected: ${error.message}`);
    } catch (error) {
      return `thrown: ${(error as Error).message}`;
    }
  });
  expect(outcome).toBe('rejected: no isbn');
});

test('keeps results that are undefined, null or zero in their places', async ({ evaluate }) => {
  const results = await evaluate(async ({ mapWithLimit }) => {
    const values = [undefined, 0, null, '', false];
    const results = await mapWithLimit(values, 2, async (value) => value);
    return results.map((value) => String(value));
  });
  expect(results).toEqual(['undefined', '0', 'null', '', 'false']);
});

test('allows a limit that is larger than the list', async ({ evaluate }) => {
  const { starts, tookMs } = await evaluate(play, [100, 200], 50);
  expect(starts).toEqual([0, 0]);
  expect(tookMs).toBe(200);
});

test('refuses a limit that is not a positive integer', async ({ evaluate }) => {
  const seen = await evaluate(async ({ mapWithLimit }) => {
    const outcomes: unknown[] = [];
    for (const limit of [0, -1, 1.5, Number.NaN, Infinity]) {
      let calls = 0;
      let outcome: string;
      try {
        outcome = await mapWithLimit([1], limit, async () => ++calls).then(
          () => 'no error',
          (error: Error) => `rejected: ${error.name}`,
        );
      } catch (error) {
        outcome = `thrown: ${(error as Error).name}`;
      }
      outcomes.push(`${limit}: ${outcome}, ${calls} calls`);
    }
    return outcomes;
  });
  expect(seen).toEqual([0, -1, 1.5, Number.NaN, Infinity].map((limit) => `${limit}: rejected: RangeError, 0 calls`));
});

test('agrees with the reference on random durations', async ({ evaluate, reference, random }) => {
  const items = Array.from({ length: random.int(5, 40) }, () => random.int(1, 500));
  const limit = random.int(1, 8);
  expect(await evaluate(play, items, limit)).toEqual(await reference.evaluate(play, items, limit));
});
