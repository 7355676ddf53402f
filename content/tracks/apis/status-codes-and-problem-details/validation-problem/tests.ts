test('answers the example with a problem document', async ({ call }) => {
  const issues = [
    { path: ['customer', 'email'], message: 'must be an e-mail address', received: 'ada@' },
    { path: ['lines', 0, 'quantity'], message: 'must be at least 1', received: 0 },
  ];
  expect(await call('validationProblem', issues, '/orders/attempts/81')).toEqual({
    status: 422,
    contentType: 'application/problem+json',
    body: {
      type: 'https://shop.example/problems/validation',
      title: 'Your request is not valid.',
      status: 422,
      instance: '/orders/attempts/81',
      errors: [
        { detail: 'must be an e-mail address', pointer: '#/customer/email' },
        { detail: 'must be at least 1', pointer: '#/lines/0/quantity' },
      ],
    },
  });
});

test('returns null when there are no issues', async ({ call }) => {
  expect(await call('validationProblem', [], '/orders/attempts/82')).toBe(null);
});

test('points at the whole body with #', async ({ call }) => {
  expect(await call('pointer', [])).toBe('#');
});

test('writes the pointers of RFC 6901', async ({ call }) => {
  // RFC 6901, section 6: the same paths as in section 5, as URI fragments.
  const expected: [(string | number)[], string][] = [
    [['foo'], '#/foo'],
    [['foo', 0], '#/foo/0'],
    [[''], '#/'],
    [['a/b'], '#/a~1b'],
    [['c%d'], '#/c%25d'],
    [['e^f'], '#/e%5Ef'],
    [['g|h'], '#/g%7Ch'],
    [['i\\j'], '#/i%5Cj'],
    [['k"l'], '#/k%22l'],
    [[' '], '#/%20'],
    [['m~n'], '#/m~0n'],
  ];
  for (const [path, pointer] of expected) {
    expect({ path, pointer: await call('pointer', path) }).toEqual({ path, pointer });
  }
});

test('keeps every issue, in order, also for the same field', async ({ call }) => {
  const issues = ['must not be empty', 'must not end with a space', 'must not be empty'].map((message, i) => ({
    path: i === 1 ? ['title'] : ['name'],
    message,
    received: '',
  }));
  const { body } = await call('validationProblem', issues, '/books/7');
  expect(body.errors).toEqual([
    { detail: 'must not be empty', pointer: '#/name' },
    { detail: 'must not end with a space', pointer: '#/title' },
    { detail: 'must not be empty', pointer: '#/name' },
  ]);
});
