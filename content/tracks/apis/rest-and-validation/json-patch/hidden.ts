test('refuses what is no operation', async ({ call }) => {
  const document = { a: { b: 1 }, '': 0, '01': 0 };
  for (const operation of [
    { op: 'ADD', path: '/x', value: 1 },
    { op: 'toString', path: '/x', value: 1 },
    { path: '/x', value: 1 },
    { op: 'add', value: 1 },
    { op: 'add', path: '/x' },
    { op: 'replace', path: '/a' },
    { op: 'test', path: '/a' },
    { op: 'move', path: '/x' },
    { op: 'copy', path: '/x' },
    { op: 'add', path: 'x', value: 1 },
    { op: 'add', path: '/x~2', value: 1 },
    { op: 'add', path: '/x~', value: 1 },
    { op: 'remove', path: '/a/' },
    { op: 'move', from: '/a', path: '/a/b' },
    { op: 'move', from: '/a', path: '/a/c' },
  ]) {
    const result = await call('applyPatch', document, [operation]);
    expect({ operation, result }).toEqual({ operation, result: { failedAt: 0 } });
  }
});

test('takes an index in one spelling only', async ({ call }) => {
  const document = { a: [10, 11, 12], o: { '01': 1, '-': 2 } };
  for (const step of ['01', '-1', '1.0', '1e0', ' 1', '+1', '', 'length', '3']) {
    const patch = [{ op: 'test', path: `/a/${step}`, value: 11 }];
    expect({ step, result: await call('applyPatch', document, patch) }).toEqual({ step, result: { failedAt: 0 } });
  }
  const fine = [
    { op: 'test', path: '/a/1', value: 11 },
    { op: 'test', path: '/o/01', value: 1 },
    { op: 'remove', path: '/o/-' },
    { op: 'add', path: '/a/3', value: 13 },
    { op: 'add', path: '/a/0', value: 9 },
  ];
  expect(await call('applyPatch', document, fine)).toEqual({ document: { a: [9, 10, 11, 12, 13], o: { '01': 1 } } });
});

test('compares by type and content', async ({ call }) => {
  const cases: [unknown, unknown, boolean][] = [
    [1, 1, true],
    [1, '1', false],
    [1, true, false],
    [0, false, false],
    ['', null, false],
    [null, null, true],
    [[1, 2], [2, 1], false],
    [[1], [1, 2], false],
    [[0], [false], false],
    [{ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: 1, b: 2 }, { a: 1 }, false],
    [{ a: 1 }, { b: 1 }, false],
    [{}, [], false],
    [{ 0: 1 }, [1], false],
    [{ a: { b: true } }, { a: { b: 1 } }, false],
  ];
  for (const [there, value, equal] of cases) {
    const result = await call('applyPatch', { m: there }, [{ op: 'test', path: '/m', value }]);
    expect({ there, value, result }).toEqual({
      there,
      value,
      result: equal ? { document: { m: there } } : { failedAt: 0 },
    });
  }
});

test('replaces, adds and tests the whole document', async ({ call }) => {
  expect(await call('applyPatch', { a: 1 }, [{ op: 'replace', path: '', value: [1] }])).toEqual({ document: [1] });
  const patch = [
    { op: 'test', path: '', value: { a: 1 } },
    { op: 'add', path: '', value: { b: 2 } },
    { op: 'add', path: '/c', value: 3 },
  ];
  expect(await call('applyPatch', { a: 1 }, patch)).toEqual({ document: { b: 2, c: 3 } });
});

test('copies so that the two have nothing to do with each other', async ({ call }) => {
  const patch = [
    { op: 'copy', from: '/a', path: '/b' },
    { op: 'add', path: '/b/x', value: 2 },
    { op: 'copy', from: '/b', path: '/a/inner' },
    { op: 'remove', path: '/b/x' },
  ];
  expect(await call('applyPatch', { a: { y: 1 } }, patch)).toEqual({
    document: { a: { y: 1, inner: { y: 1, x: 2 } }, b: { y: 1 } },
  });
});

test('moves a member onto itself and one whose name only begins alike', async ({ call }) => {
  expect(await call('applyPatch', { a: 1 }, [{ op: 'move', from: '/a', path: '/a' }])).toEqual({ document: { a: 1 } });
  expect(await call('applyPatch', { a: 1, ab: {} }, [{ op: 'move', from: '/a', path: '/ab/a' }])).toEqual({
    document: { ab: { a: 1 } },
  });
  expect(await call('applyPatch', { a: [1, 2, 3] }, [{ op: 'move', from: '/a/0', path: '/a/-' }])).toEqual({
    document: { a: [2, 3, 1] },
  });
  expect(await call('applyPatch', { a: [1, 2] }, [{ op: 'move', from: '/a/0', path: '/a/2' }])).toEqual({
    failedAt: 0,
  });
});

test('takes __proto__ and constructor for names like any other', async ({ call, evaluate }) => {
  for (const path of ['/constructor', '/__proto__', '/toString/name']) {
    expect(await call('applyPatch', {}, [{ op: 'test', path, value: {} }]), `A test of ${path}`).toEqual({
      failedAt: 0,
    });
    expect(await call('applyPatch', {}, [{ op: 'add', path: `${path}/x`, value: 1 }]), `Adding below ${path}`).toEqual({
      failedAt: 0,
    });
  }
  const seen = await evaluate({
    ts: ({ applyPatch }) => {
      const { document } = applyPatch({}, [{ op: 'add', path: '/__proto__', value: { admin: true } }]);
      return { names: Object.keys(document), inherited: document.admin ?? null };
    },
    py: `
      def drive(solution):
          result = solution.apply_patch({}, [{"op": "add", "path": "/__proto__", "value": {"admin": True}}])
          return {"names": list(result["document"]), "inherited": None}
    `,
  });
  expect(seen).toEqual({ names: ['__proto__'], inherited: null });
});

test('agrees with the reference on random patches', async ({ call, reference, random }) => {
  const value = (depth: number): unknown => {
    const kind = random.int(0, depth > 0 ? 4 : 2);
    if (kind < 3) return random.pick([null, true, 0, 1, '1', 'x']);
    if (kind === 3) return Array.from({ length: random.int(0, 3) }, () => value(depth - 1));
    return Object.fromEntries(['a', 'b', '0'].filter(() => random.bool()).map((name) => [name, value(depth - 1)]));
  };
  const pointer = () =>
    Array.from({ length: random.int(1, 3) }, () => `/${random.pick(['a', 'a', 'b', '0', '0', '1', '-'])}`).join('');
  for (let turn = 0; turn < 25; turn++) {
    const document = { a: value(2), b: value(2) };
    const patch = Array.from({ length: random.int(1, 4) }, () => {
      const op = random.pick(['add', 'add', 'remove', 'replace', 'move', 'copy', 'test']);
      return { op, path: pointer(), ...(['move', 'copy'].includes(op) ? { from: pointer() } : { value: value(1) }) };
    });
    expect({ document, patch, result: await call('applyPatch', document, patch) }).toEqual({
      document,
      patch,
      result: await reference.call('applyPatch', document, patch),
    });
  }
});
