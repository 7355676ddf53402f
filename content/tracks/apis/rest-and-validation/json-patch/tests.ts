type Example = [name: string, document: unknown, patch: object[], result: object];

async function expectAll({ call }: Pick<Fixtures, 'call'>, examples: Example[]) {
  for (const [name, document, patch, result] of examples) {
    expect({ name, document, patch, result: await call('applyPatch', document, patch) }).toEqual({
      name,
      document,
      patch,
      result,
    });
  }
}

test('adds, removes and replaces as in RFC 6902, appendix A', async ({ call }) => {
  await expectAll({ call }, [
    ['A.1', { foo: 'bar' }, [{ op: 'add', path: '/baz', value: 'qux' }], { document: { baz: 'qux', foo: 'bar' } }],
    [
      'A.2',
      { foo: ['bar', 'baz'] },
      [{ op: 'add', path: '/foo/1', value: 'qux' }],
      { document: { foo: ['bar', 'qux', 'baz'] } },
    ],
    ['A.3', { baz: 'qux', foo: 'bar' }, [{ op: 'remove', path: '/baz' }], { document: { foo: 'bar' } }],
    ['A.4', { foo: ['bar', 'qux', 'baz'] }, [{ op: 'remove', path: '/foo/1' }], { document: { foo: ['bar', 'baz'] } }],
    [
      'A.5',
      { baz: 'qux', foo: 'bar' },
      [{ op: 'replace', path: '/baz', value: 'boo' }],
      { document: { baz: 'boo', foo: 'bar' } },
    ],
    [
      'A.10',
      { foo: 'bar' },
      [{ op: 'add', path: '/child', value: { grandchild: {} } }],
      { document: { foo: 'bar', child: { grandchild: {} } } },
    ],
    [
      'A.11',
      { foo: 'bar' },
      [{ op: 'add', path: '/baz', value: 'qux', xyz: 123 }],
      { document: { foo: 'bar', baz: 'qux' } },
    ],
    ['A.12', { foo: 'bar' }, [{ op: 'add', path: '/baz/bat', value: 'qux' }], { failedAt: 0 }],
    [
      'A.16',
      { foo: ['bar'] },
      [{ op: 'add', path: '/foo/-', value: ['abc', 'def'] }],
      { document: { foo: ['bar', ['abc', 'def']] } },
    ],
  ]);
});

test('moves as in RFC 6902, appendix A', async ({ call }) => {
  await expectAll({ call }, [
    [
      'A.6',
      { foo: { bar: 'baz', waldo: 'fred' }, qux: { corge: 'grault' } },
      [{ op: 'move', from: '/foo/waldo', path: '/qux/thud' }],
      { document: { foo: { bar: 'baz' }, qux: { corge: 'grault', thud: 'fred' } } },
    ],
    [
      'A.7',
      { foo: ['all', 'grass', 'cows', 'eat'] },
      [{ op: 'move', from: '/foo/1', path: '/foo/3' }],
      { document: { foo: ['all', 'cows', 'eat', 'grass'] } },
    ],
  ]);
});

test('tests as in RFC 6902, appendix A', async ({ call }) => {
  const list = { baz: 'qux', foo: ['a', 2, 'c'] };
  const escaped = { '/': 9, '~1': 10 };
  await expectAll({ call }, [
    [
      'A.8',
      list,
      [
        { op: 'test', path: '/baz', value: 'qux' },
        { op: 'test', path: '/foo/1', value: 2 },
      ],
      { document: list },
    ],
    ['A.9', { baz: 'qux' }, [{ op: 'test', path: '/baz', value: 'bar' }], { failedAt: 0 }],
    ['A.14', escaped, [{ op: 'test', path: '/~01', value: 10 }], { document: escaped }],
    ['A.15', escaped, [{ op: 'test', path: '/~01', value: '10' }], { failedAt: 0 }],
  ]);
});

test('does nothing when an operation fails, and says which', async ({ evaluate }) => {
  const seen = await evaluate({
    ts: ({ applyPatch }) => {
      const document = { price: '12.50', tags: ['crime'] };
      const patch = [
        { op: 'replace', path: '/price', value: '10.00' },
        { op: 'add', path: '/tags/-', value: 'night' },
        { op: 'test', path: '/title', value: 'Rollback' },
        { op: 'remove', path: '/price' },
      ];
      return { result: applyPatch(document, patch), document };
    },
    py: `
      def drive(solution):
          document = {"price": "12.50", "tags": ["crime"]}
          patch = [
              {"op": "replace", "path": "/price", "value": "10.00"},
              {"op": "add", "path": "/tags/-", "value": "night"},
              {"op": "test", "path": "/title", "value": "Rollback"},
              {"op": "remove", "path": "/price"},
          ]
          return {"result": solution.apply_patch(document, patch), "document": document}
    `,
  });
  expect(seen).toEqual({ result: { failedAt: 2 }, document: { price: '12.50', tags: ['crime'] } });
});

test('changes neither argument', async ({ evaluate }) => {
  const seen = await evaluate({
    ts: ({ applyPatch }) => {
      const document = { tags: ['crime'], notes: { row: 4 } };
      const patch = [
        { op: 'add', path: '/list', value: [1] },
        { op: 'add', path: '/list/-', value: 2 },
        { op: 'remove', path: '/notes/row' },
      ];
      const { document: result } = applyPatch(document, patch);
      return { result, document, value: patch[0]!.value };
    },
    py: `
      def drive(solution):
          document = {"tags": ["crime"], "notes": {"row": 4}}
          patch = [
              {"op": "add", "path": "/list", "value": [1]},
              {"op": "add", "path": "/list/-", "value": 2},
              {"op": "remove", "path": "/notes/row"},
          ]
          result = solution.apply_patch(document, patch)["document"]
          return {"result": result, "document": document, "value": patch[0]["value"]}
    `,
  });
  expect(seen).toEqual({
    result: { tags: ['crime'], notes: {}, list: [1, 2] },
    document: { tags: ['crime'], notes: { row: 4 } },
    value: [1],
  });
});

test('fails where nothing is', async ({ call }) => {
  const document = { a: [1, 2], b: 'text', c: null };
  for (const operation of [
    { op: 'remove', path: '/d' },
    { op: 'replace', path: '/d', value: 1 },
    { op: 'remove', path: '/a/2' },
    { op: 'add', path: '/a/3', value: 1 },
    { op: 'remove', path: '/a/-' },
    { op: 'add', path: '/b/0', value: 1 },
    { op: 'add', path: '/c/x', value: 1 },
    { op: 'copy', from: '/d', path: '/e' },
    { op: 'move', from: '/d', path: '/e' },
    { op: 'test', path: '/d', value: null },
  ]) {
    const result = await call('applyPatch', document, [operation]);
    expect({ operation, result }).toEqual({ operation, result: { failedAt: 0 } });
  }
});
