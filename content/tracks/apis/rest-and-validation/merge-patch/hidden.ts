test('keeps false, 0 and an empty text, which are no null', async ({ call }) => {
  expect(await call('mergePatch', { a: 1, b: 1, c: 1, d: 1 }, { a: false, b: 0, c: '', d: [] })).toEqual({
    a: false,
    b: 0,
    c: '',
    d: [],
  });
});

test('merges into an object where there was a list or a text', async ({ call }) => {
  expect(await call('mergePatch', { a: [1, 2], b: 'x' }, { a: { c: 1, d: null }, b: { e: null } })).toEqual({
    a: { c: 1 },
    b: {},
  });
});

test('keeps nulls inside a list', async ({ call }) => {
  expect(await call('mergePatch', { a: 1 }, { a: [null, { b: null }] })).toEqual({ a: [null, { b: null }] });
});

test('treats __proto__ and constructor as names like any other', async ({ evaluate }) => {
  const names = await evaluate({
    ts: ({ mergePatch }) => {
      const result = mergePatch(
        { title: 'Rollback' },
        JSON.parse('{"__proto__":{"admin":true},"constructor":{"x":1}}'),
      );
      const fresh: Record<string, unknown> = {};
      return {
        names: Object.keys(result).sort(),
        inherited: result.admin ?? null,
        everywhere: fresh['admin'] ?? null,
        kept: JSON.stringify(Object.entries(result).find(([name]) => name === 'constructor')?.[1] ?? null),
      };
    },
    py: `
      def drive(solution):
          result = solution.merge_patch({"title": "Rollback"}, {"__proto__": {"admin": True}, "constructor": {"x": 1}})
          kept = '{"x":1}' if result.get("constructor") == {"x": 1} else None
          return {"names": sorted(result), "inherited": None, "everywhere": None, "kept": kept}
    `,
  });
  expect(names).toEqual({
    names: ['__proto__', 'constructor', 'title'],
    inherited: null,
    everywhere: null,
    kept: '{"x":1}',
  });
});

test('agrees with the reference on random documents', async ({ call, reference, random }) => {
  const value = (depth: number): unknown => {
    const kind = random.int(0, depth > 0 ? 6 : 3);
    if (kind === 0) return null;
    if (kind === 1) return random.int(0, 3);
    if (kind === 2) return random.string(2);
    if (kind === 3) return [null, random.int(0, 3)].slice(0, random.int(0, 2));
    const names = random.shuffle(['a', 'b', 'c', 'd']).slice(0, random.int(0, 4));
    return Object.fromEntries(names.map((name) => [name, value(depth - 1)]));
  };
  for (let turn = 0; turn < 25; turn++) {
    const [target, patch] = [value(3), value(3)];
    expect({ target, patch, result: await call('mergePatch', target, patch) }).toEqual({
      target,
      patch,
      result: await reference.call('mergePatch', target, patch),
    });
  }
});
