const play = async ({ createCache }, options, steps) => {
  const cache = createCache(options);
  const results: unknown[] = [];
  for (const [action, subject, value] of steps) {
    if (action === 'wait') await new Promise((resolve) => setTimeout(resolve, subject));
    else if (action === 'set') cache.set(subject, value);
    else {
      const found = cache.get(subject);
      results.push(found === undefined ? 'nothing' : found);
    }
  }
  return results;
};

test('evicts nothing when a value is replaced', async ({ evaluate }) => {
  const steps = [
    ['set', 'a', 1],
    ['set', 'b', 2],
    ['set', 'b', 3],
    ['get', 'a'],
    ['get', 'b'],
  ];
  expect(await evaluate(play, { capacity: 2, ttlMs: 1000 }, steps)).toEqual([1, 3]);
});

test('counts replacing a value as using it', async ({ evaluate }) => {
  const steps = [
    ['set', 'a', 1],
    ['set', 'b', 2],
    ['set', 'a', 3],
    ['set', 'c', 4],
    ['get', 'a'],
    ['get', 'b'],
  ];
  expect(await evaluate(play, { capacity: 2, ttlMs: 1000 }, steps)).toEqual([3, 'nothing']);
});

test('keeps null, zero, empty text and false', async ({ evaluate }) => {
  const values = [null, 0, '', false];
  const steps = values.flatMap((value, i) => [
    ['set', `k${i}`, value],
    ['get', `k${i}`],
    ['get', `k${i}`],
  ]);
  const results = await evaluate(play, { capacity: 9, ttlMs: 1000 }, steps);
  expect(results).toEqual(values.flatMap((value) => [value, value]));
});

test('works with room for a single entry', async ({ evaluate }) => {
  const steps = [
    ['set', 'a', 1],
    ['set', 'b', 2],
    ['get', 'a'],
    ['get', 'b'],
  ];
  expect(await evaluate(play, { capacity: 1, ttlMs: 1000 }, steps)).toEqual(['nothing', 2]);
});

test('keeps an expired entry until it is looked up or evicted', async ({ evaluate }) => {
  // b expires before a, but a was used less recently, so a is the one to go.
  const steps = [
    ['set', 'b', 2],
    ['wait', 500],
    ['set', 'a', 1],
    ['get', 'b'],
    ['wait', 600],
    ['set', 'c', 3],
    ['get', 'a'],
    ['get', 'b'],
    ['get', 'c'],
  ];
  expect(await evaluate(play, { capacity: 2, ttlMs: 1000 }, steps)).toEqual([2, 'nothing', 'nothing', 3]);
});

test('makes room when a get removes an expired entry', async ({ evaluate }) => {
  const steps = [
    ['set', 'a', 1],
    ['wait', 600],
    ['set', 'b', 2],
    ['get', 'a'],
    ['wait', 600],
    ['get', 'a'],
    ['set', 'c', 3],
    ['get', 'b'],
    ['get', 'c'],
  ];
  expect(await evaluate(play, { capacity: 2, ttlMs: 1000 }, steps)).toEqual([1, 'nothing', 2, 3]);
});

test('hits always in a loop that fits and never in one that is a key too long', async ({ evaluate }) => {
  const hits = await evaluate(({ createCache }) =>
    [100, 101].map((keys) => {
      const cache = createCache({ capacity: 100, ttlMs: 60_000 });
      let found = 0;
      for (let i = 0; i < keys * 10; i++) {
        const key = `book:${i % keys}`;
        if (cache.get(key) === undefined) cache.set(key, i);
        else found++;
      }
      return found;
    }),
  );
  // The loop that fits misses once a key; in the other, LRU always evicts the key that is needed next.
  expect(hits).toEqual([900, 0]);
});

test('makes 100,000 operations on 5,000 entries in time', async ({ evaluate }) => {
  const found = await evaluate(({ createCache }) => {
    const cache = createCache({ capacity: 5000, ttlMs: 60_000 });
    let found = 0;
    for (let i = 0; i < 50_000; i++) {
      cache.set(`k${i}`, i);
      if (cache.get(`k${i - 2000}`) !== undefined) found++;
    }
    return found;
  });
  expect(found).toBe(48_000);
});

test('agrees with the reference on a random workload', async ({ evaluate, reference, random }) => {
  const steps = Array.from({ length: 300 }, (_, i) => {
    const key = `k${random.int(1, 12)}`;
    const kind = random.int(0, 9);
    if (kind === 0) return ['wait', random.int(1, 60)];
    return kind < 5 ? ['set', key, i] : ['get', key];
  });
  const options = { capacity: random.int(2, 8), ttlMs: random.int(50, 300) };
  expect(await evaluate(play, options, steps)).toEqual(await reference.evaluate(play, options, steps));
});
