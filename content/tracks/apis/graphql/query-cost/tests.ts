const f = (field: string, selections?: object[], first?: number) => ({
  field,
  ...(first === undefined ? {} : { first }),
  ...(selections ? { selections } : {}),
});
const s = (spread: string) => ({ spread });

test('prices the example of the task', async ({ call }) => {
  const query = {
    selections: [f('books', [f('title'), s('Author')], 10)],
    fragments: { Author: [f('author', [f('name')])] },
  };
  expect(await call('queryCost', query)).toEqual({ depth: 3, cost: 31 });
});

test('takes the deepest selection as the depth and adds up the costs', async ({ call }) => {
  const query = { selections: [f('a'), f('b', [f('c', [f('d')]), f('e')]), f('a')], fragments: {} };
  expect(await call('queryCost', query)).toEqual({ depth: 3, cost: 6 });
});

test('multiplies lists within lists', async ({ call }) => {
  // 1 + 100 · (1 + 50 · 2)
  const query = { selections: [f('books', [f('reviews', [f('stars'), f('text')], 50)], 100)], fragments: {} };
  expect(await call('queryCost', query)).toEqual({ depth: 3, cost: 10_101 });
});

test('counts a fragment wherever it is spread, without a level of its own', async ({ call }) => {
  const query = {
    selections: [s('Book'), f('similar', [s('Book')], 3)],
    fragments: { Book: [f('title'), s('Price')], Price: [f('price', [f('cents')])] },
  };
  // 3 at the top, and 1 + 3 · 3
  expect(await call('queryCost', query)).toEqual({ depth: 3, cost: 13 });
});

test('throws for a fragment that contains itself', async ({ throws }) => {
  const query = {
    selections: [f('me', [s('Friend')])],
    fragments: { Friend: [f('friend', [f('name'), s('Friend')])] },
  };
  expect((await throws('queryCost', query)).message).toContain('Friend');
});
