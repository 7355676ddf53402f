test('reports a key that one side deleted and the other changed, and keeps our side of it', async ({ call }) => {
  expect(await call('mergeSettings', { a: 1 }, {}, { a: 2 })).toEqual({ merged: {}, conflicts: ['a'] });
  expect(await call('mergeSettings', { a: 1 }, { a: 2 }, {})).toEqual({ merged: { a: 2 }, conflicts: ['a'] });
});

test('reports a key that both sides added with different values', async ({ call }) => {
  expect(await call('mergeSettings', {}, { a: 1 }, { a: '1' })).toEqual({ merged: { a: 1 }, conflicts: ['a'] });
});

test('keeps false, 0 and the empty string as values', async ({ call }) => {
  const base = { flag: true, limit: 5, label: 'x', untouched: 0 };
  expect(await call('mergeSettings', base, { ...base, flag: false, limit: 0 }, { ...base, label: '' })).toEqual({
    merged: { flag: false, limit: 0, label: '', untouched: 0 },
    conflicts: [],
  });
});

test('treats the names that every object has as ordinary keys', async ({ call }) => {
  expect(await call('mergeSettings', {}, { toString: 'a' }, { constructor: 'b' })).toEqual({
    merged: { toString: 'a', constructor: 'b' },
    conflicts: [],
  });
});

test('leaves its arguments as they were', async ({ evaluate }) => {
  const after = await evaluate(({ mergeSettings }) => {
    const [base, ours, theirs] = [{ a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1 }];
    mergeSettings(base, ours, theirs);
    return { base, ours, theirs };
  });
  expect(after).toEqual({ base: { a: 1, b: 1 }, ours: { a: 2, b: 1 }, theirs: { a: 1 } });
});

test('agrees with the reference on random settings', async ({ call, reference, random }) => {
  const settings = () =>
    Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].filter(() => random.int(1, 4) > 1).map((key) => [key, random.int(0, 2)]),
    );
  const [base, ours, theirs] = [settings(), settings(), settings()];
  expect(await call('mergeSettings', base, ours, theirs)).toEqual(
    await reference.call('mergeSettings', base, ours, theirs),
  );
});
