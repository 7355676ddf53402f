test('cuts a page', async ({ call }) => {
  expect(await call('paginate', [1, 2, 3, 4, 5], { size: 2 })).toEqual({ items: [1, 2], total: 5, pages: 3 });
});
test('cuts the last page', async ({ call }) => {
  expect(await call('paginate', [1, 2, 3, 4, 5], { page: 3, size: 2 })).toEqual({ items: [5], total: 5, pages: 3 });
});
test('has no pages for an empty list', async ({ call }) => {
  expect(await call('paginate', [])).toEqual({ items: [], total: 0, pages: 0 });
});
test('parses a query', async ({ call }) => {
  expect(await call('parseQuery', '?a=1&b=%20x')).toEqual({ a: '1', b: ' x' });
});
test('parses an empty query', async ({ call }) => {
  expect(await call('parseQuery', '')).toEqual({});
});
test('retries until it works', async ({ evaluate }) => {
  const attempt = await evaluate(({ retry }) =>
    retry(async (n: number) => {
      if (n < 3) throw new Error('no');
      return n;
    }, 5),
  );
  expect(attempt).toBe(3);
});
test('gives up with the last error', async ({ evaluate }) => {
  const message = await evaluate(({ retry }) =>
    retry(async () => {
      throw new Error('bad');
    }, 2).catch((error: Error) => error.message),
  );
  expect(message).toBe('bad');
});
test('remembers what was put', async ({ evaluate }) => {
  const value = await evaluate(({ Lru }) => {
    const cache = new Lru(2);
    cache.put('a', 1);
    return cache.get('a');
  });
  expect(value).toBe(1);
});
test('forgets the least recently used', async ({ evaluate }) => {
  const values = await evaluate(({ Lru }) => {
    const cache = new Lru(2);
    cache.put('a', 1);
    cache.put('b', 2);
    cache.get('a');
    cache.put('c', 3);
    return [cache.get('a'), cache.get('b'), cache.get('c')];
  });
  expect(values).toEqual([1, null, 3]);
});
test('has nothing before anything was put', async ({ evaluate }) => {
  expect(await evaluate(({ Lru }) => new Lru(2).get('a'))).toBeNull();
});
