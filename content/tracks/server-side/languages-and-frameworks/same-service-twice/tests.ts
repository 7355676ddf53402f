const books = [
  { id: 7, title: 'A Field Guide to Locks', priceCents: 950 },
  { id: 42, title: 'Slow Queries', priceCents: 1100 },
  { id: 999999999, title: 'The Last One', priceCents: 1 },
];
const headers = { 'content-type': 'application/json' };
const badId = { status: 400, headers, body: { title: 'The id must be a positive whole number.' } };
const nothing = { status: 404, headers, body: { title: 'There is nothing here.' } };

test('answers a book', async ({ call }) => {
  expect(await call('handle', { method: 'GET', path: '/books/42' }, books)).toEqual({
    status: 200,
    headers,
    body: books[1],
  });
  expect(await call('handle', { method: 'GET', path: '/books/7' }, books)).toEqual({
    status: 200,
    headers,
    body: books[0],
  });
});

test('answers 404 for a book that is not there', async ({ call }) => {
  const answer = await call('handle', { method: 'GET', path: '/books/8' }, books);
  expect(answer).toEqual({ status: 404, headers, body: { title: 'There is no such book.' } });
  expect((await call('handle', { method: 'GET', path: '/books/42' }, [])).status).toBe(404);
});

test('answers 400 for an id that is no number', async ({ call }) => {
  for (const id of ['abc', '-42', '4.2', '0', '']) {
    expect(await call('handle', { method: 'GET', path: `/books/${id}` }, books), `GET /books/${id}`).toEqual(badId);
  }
});

test('answers other methods with 405 and says which are allowed', async ({ call }) => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    expect(await call('handle', { method, path: '/books/42' }, books), `${method} /books/42`).toEqual({
      status: 405,
      headers: { ...headers, allow: 'GET, HEAD' },
      body: { title: 'Use GET or HEAD.' },
    });
  }
  expect((await call('handle', { method: 'DELETE', path: '/books/abc' }, books)).status).toBe(405);
});

test('answers other paths with 404, whatever the method', async ({ call }) => {
  for (const path of ['/', '/books', '/book/42', '/books/42/reviews', '/books/42/', '/shop/books/42', 'books/42']) {
    for (const method of ['GET', 'POST']) {
      expect(await call('handle', { method, path }, books), `${method} ${path}`).toEqual(nothing);
    }
  }
});

test('ignores the query', async ({ call }) => {
  for (const query of ['?from=mail', '?', '?a=1?b=2', '?path=/x/y']) {
    const { status, body } = await call('handle', { method: 'GET', path: `/books/42${query}` }, books);
    expect([status, body?.id], `GET /books/42${query}`).toEqual([200, 42]);
  }
});

test('answers HEAD like GET without a body', async ({ call }) => {
  const ask = async (path: string) => call('handle', { method: 'HEAD', path }, books);
  expect(await ask('/books/42')).toEqual({ status: 200, headers, body: null });
  expect(await ask('/books/8')).toEqual({ status: 404, headers, body: null });
  expect(await ask('/books/x')).toEqual({ status: 400, headers, body: null });
  expect(await ask('/nowhere')).toEqual({ status: 404, headers, body: null });
});
