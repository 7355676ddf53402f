test('gives the error of a load to everyone who waited for it', async ({ evaluate }) => {
  const seen = await evaluate(async ({ createLoadingCache }) => {
    let loads = 0;
    const load = () => new Promise((_, reject) => setTimeout(reject, 200, new Error(`failure ${++loads}`)));
    const cache = createLoadingCache(load, { ttlMs: 1000 });
    const outcome = () => cache.get('home').catch((error: Error) => error.message);
    return { outcomes: await Promise.all([outcome(), outcome(), outcome()]), loads };
  });
  expect(seen).toEqual({ outcomes: ['failure 1', 'failure 1', 'failure 1'], loads: 1 });
});

test('turns a load that throws at once into a rejection, and loads again after it', async ({ evaluate }) => {
  const outcomes = await evaluate(async ({ createLoadingCache }) => {
    let loads = 0;
    const load = () => {
      if (++loads === 1) throw new Error('no connection');
      return Promise.resolve(loads);
    };
    const cache = createLoadingCache(load, { ttlMs: 1000 });
    const outcomes: unknown[] = [];
    for (let i = 0; i < 2; i++) {
      try {
        const promise = cache.get('home');
        outcomes.push(await promise.catch((error: Error) => `rejected: ${error.message}`));
      } catch (error) {
        outcomes.push(`thrown: ${(error as Error).message}`);
      }
    }
    return outcomes;
  });
  expect(outcomes).toEqual(['rejected: no connection', 2]);
});

test('caches null like any other value', async ({ evaluate }) => {
  const loads = await evaluate(async ({ createLoadingCache }) => {
    let loads = 0;
    const load = async () => {
      loads++;
      return null;
    };
    const cache = createLoadingCache(load, { ttlMs: 1000 });
    await cache.get('home');
    await cache.get('home');
    return loads;
  });
  expect(loads).toBe(1);
});

test('does not let a get after invalidate join the load before it', async ({ evaluate }) => {
  const seen = await evaluate(async ({ createLoadingCache }) => {
    let price = 10;
    const load = () => new Promise((resolve) => setTimeout(resolve, 200, price));
    const cache = createLoadingCache(load, { ttlMs: 1000 });
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const before = cache.get('book');
    await wait(100);
    price = 12;
    cache.invalidate('book');
    return { after: await cache.get('book'), before: await before };
  });
  expect(seen).toEqual({ after: 12, before: 10 });
});

test('does not cache a value whose load began before invalidate', async ({ evaluate }) => {
  const value = await evaluate(async ({ createLoadingCache }) => {
    let price = 10;
    const load = () => new Promise((resolve) => setTimeout(resolve, 200, price));
    const cache = createLoadingCache(load, { ttlMs: 1000 });
    const before = cache.get('book');
    await new Promise((resolve) => setTimeout(resolve, 100));
    price = 12;
    cache.invalidate('book');
    await before;
    return cache.get('book');
  });
  expect(value).toBe(12);
});

test('keeps the newer load whichever of the two ends first', async ({ evaluate }) => {
  const seen = await evaluate(async ({ createLoadingCache }) => {
    const results: unknown[] = [];
    // [how the old load ends, its ms, the new load's ms]
    for (const [ending, oldMs, newMs] of [
      ['resolve', 300, 100],
      ['resolve', 100, 300],
      ['reject', 300, 100],
      ['reject', 100, 300],
    ] as const) {
      let loads = 0;
      const load = () =>
        new Promise((resolve, reject) => {
          loads++;
          if (loads > 1) setTimeout(resolve, newMs, `load ${loads}`);
          else if (ending === 'resolve') setTimeout(resolve, oldMs, 'old');
          else setTimeout(reject, oldMs, new Error('old'));
        });
      const cache = createLoadingCache(load, { ttlMs: 1000 });
      const outcome = () => cache.get('book').catch((error: Error) => error.message);
      const old = outcome();
      await new Promise((resolve) => setTimeout(resolve, 10));
      cache.invalidate('book');
      const newer = outcome();
      await new Promise((resolve) => setTimeout(resolve, 200));
      const joined = outcome();
      await old;
      await newer;
      const later = await outcome();
      results.push([await old, await newer, await joined, later, loads]);
    }
    return results;
  });
  expect(seen).toEqual(Array.from({ length: 4 }, () => ['old', 'load 2', 'load 2', 'load 2', 2]));
});

test('invalidates one key and leaves the others', async ({ evaluate }) => {
  const loads = await evaluate(async ({ createLoadingCache }) => {
    const loads: string[] = [];
    const cache = createLoadingCache(async (key: string) => loads.push(key), { ttlMs: 1000 });
    await cache.get('a');
    await cache.get('b');
    cache.invalidate('a');
    await cache.get('a');
    await cache.get('b');
    return loads;
  });
  expect(loads).toEqual(['a', 'b', 'a']);
});

test('makes 6 loads in a minute of 100 readers a second', async ({ evaluate }) => {
  // ttlMs 10,000 and loads of 200 ms: ceil(60,000 / 10,200) = 6. Without coalescing it would be about 120.
  const seen = await evaluate(async ({ createLoadingCache }) => {
    let loads = 0;
    const load = () => new Promise((resolve) => setTimeout(resolve, 200, ++loads));
    const cache = createLoadingCache(load, { ttlMs: 10_000 });
    const answers: Promise<unknown>[] = [];
    for (let tenth = 0; tenth < 600; tenth++) {
      for (let reader = 0; reader < 10; reader++) answers.push(cache.get('home'));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return { answers: (await Promise.all(answers)).length, loads };
  });
  expect(seen).toEqual({ answers: 6000, loads: 6 });
});

test('agrees with the reference on a random schedule', async ({ evaluate, reference, random }) => {
  // Steps come at multiples of 10 ms, loads end 3 ms and values expire 5 ms after one: nothing falls together.
  const steps = Array.from({ length: 60 }, () => ({
    waitMs: random.int(1, 12) * 10,
    key: random.pick(['a', 'b']),
    invalidate: random.int(0, 4) === 0,
  }));
  const loads = Array.from({ length: 60 }, () => ({ ms: random.int(1, 20) * 10 + 3, fails: random.int(0, 5) === 0 }));
  const play = async ({ createLoadingCache }, steps, loads) => {
    let started = 0;
    const load = (key: string) =>
      new Promise((resolve, reject) => {
        const number = started++;
        const { ms, fails } = loads[number];
        if (fails) setTimeout(reject, ms, new Error(`failure ${number}`));
        else setTimeout(resolve, ms, `${key} ${number}`);
      });
    const cache = createLoadingCache(load, { ttlMs: 152 });
    const answers: Promise<unknown>[] = [];
    for (const { waitMs, key, invalidate } of steps) {
      if (invalidate) cache.invalidate(key);
      else answers.push(cache.get(key).catch((error: Error) => error.message));
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
    return Promise.all(answers);
  };
  expect(await evaluate(play, steps, loads)).toEqual(await reference.evaluate(play, steps, loads));
});
