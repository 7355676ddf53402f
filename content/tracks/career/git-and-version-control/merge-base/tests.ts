test('leaves out a common ancestor that lies below another one', async ({ call }) => {
  const parents = { A: [], B: ['A'], C: ['B'], D: ['B'] };
  expect(await call('mergeBases', parents, 'C', 'D')).toEqual(['B']);
});

test('a commit counts as its own ancestor', async ({ call }) => {
  const parents = { A: [], B: ['A'], C: ['B'] };
  expect(await call('mergeBases', parents, 'B', 'C')).toEqual(['B']);
  expect(await call('mergeBases', parents, 'C', 'C')).toEqual(['C']);
});

test('follows every parent of a merge commit', async ({ call }) => {
  // M merged D into main; E was made from D, so D is what M and E share.
  const parents = { A: [], B: ['A'], D: ['A'], M: ['B', 'D'], E: ['D'] };
  expect(await call('mergeBases', parents, 'M', 'E')).toEqual(['D']);
});

test('returns an empty array for two histories that share nothing', async ({ call }) => {
  const parents = { A: [], B: ['A'], X: [], Y: ['X'] };
  expect(await call('mergeBases', parents, 'B', 'Y')).toEqual([]);
});

test('throws an error that names an unknown commit', async ({ throws, language }) => {
  const parents = { A: [], B: ['A'] };
  expect((await throws('mergeBases', parents, 'B', 'Q7')).message).toContain('Q7');
  const error = await throws('mergeBases', parents, 'Q8', 'A');
  expect(error.message).toContain('Q8');
  if (language === 'python') expect(error.name).toBe('ValueError');
});
