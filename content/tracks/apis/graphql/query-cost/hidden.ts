const f = (field: string, selections?: object[], first?: number) => ({
  field,
  ...(first === undefined ? {} : { first }),
  ...(selections ? { selections } : {}),
});
const s = (spread: string) => ({ spread });

test('a list of none costs its field alone', async ({ call }) => {
  const query = { selections: [f('books', [f('title'), f('author', [f('name')])], 0)], fragments: {} };
  expect(await call('queryCost', query)).toEqual({ depth: 3, cost: 1 });
});

test('an empty query is 0 deep and costs nothing', async ({ call }) => {
  expect(await call('queryCost', { selections: [], fragments: {} })).toEqual({ depth: 0, cost: 0 });
});

test('first without selections multiplies nothing', async ({ call }) => {
  expect(await call('queryCost', { selections: [f('tags', undefined, 50)], fragments: {} })).toEqual({
    depth: 1,
    cost: 1,
  });
});

test('throws for fragments that contain each other', async ({ throws }) => {
  const query = {
    selections: [s('Alpha')],
    fragments: { Alpha: [f('x', [s('Beta')])], Beta: [s('Gamma')], Gamma: [f('y', [f('z'), s('Alpha')])] },
  };
  expect((await throws('queryCost', query)).message).toMatch(/Alpha|Beta|Gamma/);
});

test('throws for a fragment that is not defined', async ({ throws }) => {
  for (const name of ['Missing', 'constructor']) {
    const query = { selections: [f('books', [s('Part')], 0)], fragments: { Part: [s(name)] } };
    expect((await throws('queryCost', query)).message).toContain(name);
  }
});

test('leaves fragments alone that are not reached', async ({ call }) => {
  const query = { selections: [f('a')], fragments: { Loop: [s('Loop')], Open: [s('Nowhere')] } };
  expect(await call('queryCost', query)).toEqual({ depth: 1, cost: 1 });
});

test('takes the same fragment twice for no circle', async ({ call }) => {
  const query = {
    selections: [s('Top')],
    fragments: { Top: [s('Left'), s('Right')], Left: [s('Leaf')], Right: [s('Leaf'), s('Leaf')], Leaf: [f('id')] },
  };
  expect(await call('queryCost', query)).toEqual({ depth: 1, cost: 3 });
});

test('stays quick when each of 60 fragments spreads the next one twice', async ({ call }) => {
  const fragments: Record<string, object[]> = { F60: [f('id')] };
  for (let i = 0; i < 60; i++) fragments[`F${i}`] = [s(`F${i + 1}`), s(`F${i + 1}`)];
  expect(await call('queryCost', { selections: [s('F0')], fragments })).toEqual({ depth: 1, cost: 1_000_000_000 });
  // The cost of what is multiplied by 0 vanishes, however large it is.
  expect(await call('queryCost', { selections: [f('books', [s('F0')], 0)], fragments })).toEqual({ depth: 2, cost: 1 });
});

test('caps the cost at a thousand million', async ({ call }) => {
  let list = [f('id')];
  for (let i = 0; i < 120; i++) list = [f('next', list, 1000)];
  expect(await call('queryCost', { selections: list, fragments: {} })).toEqual({ depth: 121, cost: 1_000_000_000 });
  const exact = [f('a', [f('b', [f('c')], 99_999)], 10_000)];
  // 1 + 10,000 · (1 + 99,999 · 1)
  expect(await call('queryCost', { selections: exact, fragments: {} })).toEqual({ depth: 3, cost: 1_000_000_000 });
  const below = [f('a', [f('b', [f('c')], 9998)], 100_000)];
  expect(await call('queryCost', { selections: below, fragments: {} })).toEqual({ depth: 3, cost: 999_900_001 });
});

test('agrees with the reference on random queries', async ({ call, reference, random }) => {
  const names = Array.from({ length: 8 }, (_, i) => `F${i}`);
  const selections = (depth: number, from: number): object[] =>
    Array.from({ length: random.int(1, 3) }, () => {
      const kind = random.int(1, 4);
      if (kind === 1 && from < names.length) return s(names[random.int(from, names.length - 1)]!);
      if (kind === 2 || depth === 0) return f('leaf');
      return f('node', selections(depth - 1, from), random.bool() ? random.int(0, 20) : undefined);
    });
  for (let turn = 0; turn < 5; turn++) {
    const fragments = Object.fromEntries(names.map((name, i) => [name, selections(2, i + 1)]));
    const query = { selections: selections(3, 0), fragments };
    expect(await call('queryCost', query), JSON.stringify(query)).toEqual(await reference.call('queryCost', query));
  }
});
