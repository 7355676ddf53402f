type Clock = Record<string, number>;

const version = (clock: Clock) => ({ clock, value: `cart ${JSON.stringify(clock)}` });
/** In any order: sorted by what they are as text. */
const sorted = (versions: unknown[]) => versions.map((one) => JSON.stringify(one)).sort();
/** A machine with 0 is as good as none. */
const clean = (clock: Clock) => Object.fromEntries(Object.entries(clock).filter(([, count]) => count !== 0));

test('keeps both concurrent versions of the example, and writes one after them', async ({ call }) => {
  const [first, second, third] = [version({ 'eu-1': 2 }), version({ 'eu-1': 2, 'us-1': 1 }), version({ 'eu-1': 3 })];
  expect(sorted(await call('keepNewest', [first, second, third]))).toEqual(sorted([second, third]));
  expect(clean(await call('nextClock', [second, third], 'us-1'))).toEqual({ 'eu-1': 3, 'us-1': 2 });
});

test('tells before from after', async ({ call }) => {
  expect(await call('compare', { a: 1, b: 2 }, { a: 1, b: 3 })).toBe('before');
  expect(await call('compare', { a: 2, b: 3 }, { a: 1, b: 3 })).toBe('after');
});

test('counts a missing machine as 0', async ({ call }) => {
  expect(await call('compare', { a: 1 }, { a: 1, b: 1 })).toBe('before');
  expect(await call('compare', { a: 1, b: 1 }, { b: 1 })).toBe('after');
  expect(await call('compare', {}, { a: 0 })).toBe('equal');
  expect(await call('compare', { a: 0, b: 3 }, { b: 3 })).toBe('equal');
});

test('takes clocks for concurrent when each has seen what the other has not', async ({ call }) => {
  expect(await call('compare', { a: 1 }, { b: 1 })).toBe('concurrent');
  expect(await call('compare', { a: 9, b: 1, c: 4 }, { a: 1, b: 2, c: 4 })).toBe('concurrent');
  expect(await call('compare', { a: 1, b: 1 }, { a: 5, c: 1 })).toBe('concurrent');
});

test('keeps every version that no other is after', async ({ call }) => {
  const newest = [version({ a: 3, b: 1 }), version({ a: 1, b: 3 }), version({ c: 1 })];
  const old = [version({ a: 2, b: 1 }), version({ b: 3 }), version({}), version({ a: 1, b: 1 })];
  const lists = [
    [...newest, ...old],
    [...old, ...newest],
    [newest[0], old[0], newest[1], old[1], old[2], newest[2], old[3]],
  ];
  for (const list of lists) expect(sorted(await call('keepNewest', list))).toEqual(sorted(newest));
});

test('keeps one of those that are equal', async ({ call }) => {
  const same = version({ a: 1, b: 2 });
  expect(sorted(await call('keepNewest', [same, version({ a: 1 }), same, same]))).toEqual(sorted([same]));
});

test('writes a clock that is after everything seen', async ({ call }) => {
  const seen = [version({ a: 4, b: 1 }), version({ a: 2, b: 5 }), version({ c: 3 })];
  expect(clean(await call('nextClock', seen, 'b'))).toEqual({ a: 4, b: 6, c: 3 });
  expect(clean(await call('nextClock', seen, 'd'))).toEqual({ a: 4, b: 5, c: 3, d: 1 });
});
