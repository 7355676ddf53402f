test('takes the value of the side that changed it', async ({ call }) => {
  const base = { currency: 'EUR', pageSize: 20 };
  expect(await call('mergeSettings', base, { ...base, pageSize: 50 }, { ...base, currency: 'CHF' })).toEqual({
    merged: { currency: 'CHF', pageSize: 50 },
    conflicts: [],
  });
});

test('takes a key that one side added', async ({ call }) => {
  expect(await call('mergeSettings', { a: 1 }, { a: 1, b: 2 }, { a: 1, c: 3 })).toEqual({
    merged: { a: 1, b: 2, c: 3 },
    conflicts: [],
  });
});

test('leaves out a key that one side deleted and the other left alone', async ({ call }) => {
  expect(await call('mergeSettings', { a: 1, b: 2 }, { a: 1 }, { a: 1, b: 2 })).toEqual({
    merged: { a: 1 },
    conflicts: [],
  });
  expect(await call('mergeSettings', { a: 1, b: 2 }, { a: 1, b: 2 }, { b: 2 })).toEqual({
    merged: { b: 2 },
    conflicts: [],
  });
});

test('takes a change that both sides made alike, without a conflict', async ({ call }) => {
  expect(await call('mergeSettings', { a: 1, b: 2 }, { a: 9 }, { a: 9 })).toEqual({ merged: { a: 9 }, conflicts: [] });
});

test('reports a key that both sides changed differently and keeps ours', async ({ call }) => {
  expect(await call('mergeSettings', { z: 1, a: 1 }, { z: 2, a: 2 }, { z: 3, a: 3 })).toEqual({
    merged: { z: 2, a: 2 },
    conflicts: ['a', 'z'],
  });
});
