test('keeps the first of each', async ({ call }) => {
  expect(await call('dedupe', [3, 1, 3, 2, 1])).toEqual([3, 1, 2]);
});
test('has nothing for an empty list', async ({ call }) => {
  expect(await call('dedupe', [])).toEqual([]);
});
test('groups by the first letter', async ({ call }) => {
  expect(await call('group', ['ab', 'cd', 'ae'])).toEqual({ a: ['ab', 'ae'], c: ['cd'] });
});
test('groups nothing', async ({ call }) => {
  expect(await call('group', [])).toEqual({});
});
