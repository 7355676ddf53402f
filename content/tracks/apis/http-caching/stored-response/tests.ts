// Sun, 06 Nov 1994 08:49:37 GMT, the date of the examples in RFC 9110.
const t = 784111777;
const dateField = (seconds: number) => new Date(seconds * 1000).toUTCString();
/** A response that was made, asked for and received at t, with these fields. */
const at = (headers: Record<string, string>) => ({
  headers: { date: dateField(t), ...headers },
  requestedAt: t,
  receivedAt: t,
});

test('answers the example', async ({ call }) => {
  const headers = { date: 'Sun, 06 Nov 1994 08:49:37 GMT', age: '30', 'cache-control': 'max-age=60' };
  expect(await call('reuse', { headers, requestedAt: t + 1, receivedAt: t + 3 }, t + 13, 'private')).toEqual({
    age: 42,
    lifetime: 60,
    use: 'fresh',
  });
});

test('is fresh while the lifetime is greater than the age', async ({ call }) => {
  const stored = at({ 'cache-control': 'max-age=60' });
  expect(await call('reuse', stored, t + 59, 'private')).toEqual({ age: 59, lifetime: 60, use: 'fresh' });
  expect(await call('reuse', stored, t + 60, 'private')).toEqual({ age: 60, lifetime: 60, use: 'validate' });
});

test('takes s-maxage in a shared cache and max-age in a private one', async ({ call }) => {
  const stored = at({ 'cache-control': 'max-age=60, s-maxage=600', expires: dateField(t + 5) });
  expect(await call('reuse', stored, t + 100, 'shared')).toEqual({ age: 100, lifetime: 600, use: 'fresh' });
  expect(await call('reuse', stored, t + 100, 'private')).toEqual({ age: 100, lifetime: 60, use: 'validate' });
});

test('takes Expires minus Date, and then a tenth of the time since the last change', async ({ call }) => {
  const expires = at({ expires: dateField(t + 300), 'last-modified': dateField(t - 10_000) });
  expect(await call('reuse', expires, t + 10, 'private')).toEqual({ age: 10, lifetime: 300, use: 'fresh' });
  const changed = at({ 'last-modified': dateField(t - 10_005) });
  expect(await call('reuse', changed, t + 10, 'private')).toEqual({ age: 10, lifetime: 1000, use: 'fresh' });
  expect(await call('reuse', at({}), t + 10, 'private')).toEqual({ age: 10, lifetime: 0, use: 'validate' });
});

test('stores nothing that must not be stored', async ({ call }) => {
  expect(await call('reuse', at({ 'cache-control': 'no-store' }), t, 'private')).toBe(null);
  expect(await call('reuse', at({ 'cache-control': 'private, max-age=60' }), t, 'shared')).toBe(null);
  expect(await call('reuse', at({ 'cache-control': 'private, max-age=60' }), t, 'private')).toEqual({
    age: 0,
    lifetime: 60,
    use: 'fresh',
  });
});

test('uses a stale response while it is refreshed', async ({ call }) => {
  const stored = at({ 'cache-control': 'max-age=60, stale-while-revalidate=30' });
  expect((await call('reuse', stored, t + 59, 'shared')).use).toBe('fresh');
  expect((await call('reuse', stored, t + 60, 'shared')).use).toBe('stale');
  expect((await call('reuse', stored, t + 89, 'shared')).use).toBe('stale');
  expect((await call('reuse', stored, t + 90, 'shared')).use).toBe('validate');
});

test('asks first with no-cache, however fresh it is', async ({ call }) => {
  expect(await call('reuse', at({ 'cache-control': 'no-cache, max-age=60' }), t + 1, 'private')).toEqual({
    age: 1,
    lifetime: 60,
    use: 'validate',
  });
});
