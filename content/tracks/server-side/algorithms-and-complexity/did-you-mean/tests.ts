test('answers as in the example', async ({ call }) => {
  expect(await call('suggest', 'sloq', ['slow', 'query', 'slot', 'lock'], 1)).toEqual(['slot', 'slow']);
});

test('takes a replaced letter for one step', async ({ call }) => {
  expect(await call('suggest', 'indeces', ['indices', 'index'], 1)).toEqual(['indices']);
});

test('finds a letter that is missing at the beginning', async ({ call }) => {
  expect(await call('suggest', 'ndex', ['index', 'annex'], 1)).toEqual(['index']);
  expect(await call('suggest', 'xquery', ['query'], 1)).toEqual(['query']);
});

test('does not take swapped letters for equal', async ({ call }) => {
  expect(await call('suggest', 'act', ['cat'], 1)).toEqual([]);
  expect(await call('suggest', 'act', ['cat'], 2)).toEqual(['cat']);
});

test('counts a word that is exactly at the limit', async ({ call }) => {
  expect(await call('suggest', 'kitten', ['sitting', 'mitten', 'kitten'], 3)).toEqual(['kitten', 'mitten', 'sitting']);
  expect(await call('suggest', 'kitten', ['sitting', 'mitten', 'kitten'], 2)).toEqual(['kitten', 'mitten']);
});

test('puts the nearest first', async ({ call }) => {
  const words = ['aaaa', 'zock', 'lock', 'locks', 'block', 'luck', 'key'];
  expect(await call('suggest', 'lock', words, 1)).toEqual(['lock', 'block', 'locks', 'luck', 'zock']);
});
