const books = [
  { id: 7, title: 'A Field Guide to Locks', priceCents: 950 },
  { id: 42, title: 'Slow Queries', priceCents: 1100 },
  { id: 999999999, title: 'The Last One', priceCents: 1 },
];
const headers = { 'content-type': 'application/json' };
const badId = { status: 400, headers, body: { title: 'The id must be a positive whole number.' } };

test('refuses ids that a language would read as a number', async ({ call }) => {
  const ids = [
    ' 42',
    '42 ',
    '42\n',
    '+42',
    '042',
    '4_2',
    '0x2A',
    '42e0',
    '42.0',
    '42abc',
    '٤٢',
    '４２',
    '²',
    '1e1',
    '4%32',
    '42n',
    '1000000000',
    'Infinity',
    'true',
  ];
  for (const id of ids) {
    expect(
      await call('handle', { method: 'GET', path: `/books/${id}` }, books),
      `GET /books/${JSON.stringify(id)}`,
    ).toEqual(badId);
  }
});

test('takes nine digits', async ({ call }) => {
  expect((await call('handle', { method: 'GET', path: '/books/999999999' }, books)).body).toEqual(books[2]);
});

test('leaves the request and the books as they are', async ({ evaluate }) => {
  const given = { request: { method: 'HEAD', path: '/books/42?x=1' }, books };
  const after = await evaluate(
    {
      ts: ({ handle }, input) => {
        handle(input.request, input.books);
        return input;
      },
      py: `
        def drive(solution, given):
            solution.handle(given["request"], given["books"])
            return given
      `,
    },
    given,
  );
  expect(after).toEqual(given);
});

test('agrees with the reference on random requests', async ({ call, reference, random }) => {
  const list = Array.from({ length: 30 }, (_, i) => ({
    id: i * 3 + 1,
    title: random.string(6),
    priceCents: random.int(0, 9999),
  }));
  for (let turn = 0; turn < 60; turn++) {
    const id = random.pick([String(random.int(0, 95)), random.string(3, '0123456789'), random.string(2, '1_ +xe.')]);
    const path =
      random.pick(['/books/', '/books/', '/books/', '/book/', '/books']) + id + random.pick(['', '', '?a=1', '/']);
    const request = { method: random.pick(['GET', 'GET', 'HEAD', 'POST']), path };
    expect(await call('handle', request, list), `${request.method} ${path}`).toEqual(
      await reference.call('handle', request, list),
    );
  }
});
