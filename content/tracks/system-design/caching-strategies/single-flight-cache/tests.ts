test('loads once for readers who come at the same time', async ({ evaluate }) => {
  const seen = await evaluate(async ({ createLoadingCache }) => {
    let loads = 0;
    const cache = createLoadingCache(
      async (key: string) => {
        loads++;
        await new Promise((resolve) => setTimeout(resolve, 200));
        return `page of ${key}`;
      },
      { ttlMs: 1000 },
    );
    const first = Promise.all([cache.get('home'), cache.get('home'), cache.get('home')]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { pages: [...(await first), await cache.get('home')], loads };
  });
  expect(seen).toEqual({ pages: ['page of home', 'page of home', 'page of home', 'page of home'], loads: 1 });
});

test('lets a reader who comes in the middle of a load join it', async ({ evaluate }) => {
  const seen = await evaluate(async ({ createLoadingCache }) => {
    let loads = 0;
    const load = () => new Promise((resolve) => setTimeout(resolve, 200, ++loads));
    const cache = createLoadingCache(load, { ttlMs: 1000 });
    const start = Date.now();
    const early = cache.get('home');
    await new Promise((resolve) => setTimeout(resolve, 150));
    return { late: await cache.get('home'), early: await early, tookMs: Date.now() - start };
  });
  expect(seen).toEqual({ late: 1, early: 1, tookMs: 200 });
});

test('serves a value until ttlMs after its load resolved, and loads again from then on', async ({ evaluate }) => {
  const values = await evaluate(async ({ createLoadingCache }) => {
    let loads = 0;
    const load = () => new Promise((resolve) => setTimeout(resolve, 200, ++loads));
    const cache = createLoadingCache(load, { ttlMs: 1000 });
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const values = [await cache.get('home')];
    await wait(999);
    values.push(await cache.get('home'));
    await wait(1);
    values.push(await cache.get('home'));
    return values;
  });
  expect(values).toEqual([1, 1, 2]);
});

test('loads different keys side by side', async ({ evaluate }) => {
  const seen = await evaluate(async ({ createLoadingCache }) => {
    const load = (key: string) => new Promise((resolve) => setTimeout(resolve, 200, key.toUpperCase()));
    const cache = createLoadingCache(load, { ttlMs: 1000 });
    const start = Date.now();
    const values = await Promise.all([cache.get('home'), cache.get('cart')]);
    return { values, tookMs: Date.now() - start };
  });
  expect(seen).toEqual({ values: ['HOME', 'CART'], tookMs: 200 });
});

test('loads again after a failure', async ({ evaluate }) => {
  const outcomes = await evaluate(async ({ createLoadingCache }) => {
    let loads = 0;
    const load = async () => {
      if (++loads === 1) throw new Error('database down');
      return loads;
    };
    const cache = createLoadingCache(load, { ttlMs: 1000 });
    const outcome = () => cache.get('home').catch((error: Error) => error.message);
    return [await outcome(), await outcome(), await outcome()];
  });
  expect(outcomes).toEqual(['database down', 2, 2]);
});

test('loads again after invalidate', async ({ evaluate }) => {
  const values = await evaluate(async ({ createLoadingCache }) => {
    let loads = 0;
    const cache = createLoadingCache(async () => ++loads, { ttlMs: 1000 });
    const values = [await cache.get('home'), await cache.get('home')];
    cache.invalidate('home');
    return [...values, await cache.get('home'), await cache.get('home')];
  });
  expect(values).toEqual([1, 1, 2, 2]);
});
