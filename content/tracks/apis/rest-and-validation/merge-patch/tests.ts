test('changes the members that the patch names', async ({ call }) => {
  const target = { title: 'Rollback', price: { amount: '14.00', was: '16.00' } };
  expect(await call('mergePatch', target, { price: { amount: '12.50', was: null } })).toEqual({
    title: 'Rollback',
    price: { amount: '12.50' },
  });
});

test('replaces a list as a whole', async ({ call }) => {
  expect(await call('mergePatch', { tags: ['crime', 'night'] }, { tags: ['noir'] })).toEqual({ tags: ['noir'] });
});

test('leaves no null behind in a member that is new', async ({ call }) => {
  expect(await call('mergePatch', { title: 'Rollback' }, { notes: { shelf: null, row: 4 } })).toEqual({
    title: 'Rollback',
    notes: { row: 4 },
  });
});

test('gives the results of RFC 7396, appendix A', async ({ call }) => {
  const examples: [unknown, unknown, unknown][] = [
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ];
  for (const [target, patch, result] of examples) {
    expect({ target, patch, result: await call('mergePatch', target, patch) }).toEqual({ target, patch, result });
  }
});

test('changes neither argument', async ({ evaluate }) => {
  const seen = await evaluate({
    ts: ({ mergePatch }) => {
      const target = { price: { amount: '14.00', was: '16.00' }, tags: ['a'], isbn: '1' };
      const patch = { price: { was: null }, isbn: null, notes: { row: 4, shelf: null } };
      mergePatch(target, patch);
      return { target, patch };
    },
    py: `
      def drive(solution):
          target = {"price": {"amount": "14.00", "was": "16.00"}, "tags": ["a"], "isbn": "1"}
          patch = {"price": {"was": None}, "isbn": None, "notes": {"row": 4, "shelf": None}}
          solution.merge_patch(target, patch)
          return {"target": target, "patch": patch}
    `,
  });
  expect(seen).toEqual({
    target: { price: { amount: '14.00', was: '16.00' }, tags: ['a'], isbn: '1' },
    patch: { price: { was: null }, isbn: null, notes: { row: 4, shelf: null } },
  });
});
