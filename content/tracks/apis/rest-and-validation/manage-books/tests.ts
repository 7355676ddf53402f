const pointers = (answer: { json: { errors?: { pointer: string }[] } }) =>
  (answer.json?.errors ?? []).map(({ pointer }) => pointer).sort();

test('creates a book and says where it is', async ({ request, db }) => {
  const answer = await request('POST', '/books', { json: { title: 'Backpressure', price: '18.00' } });
  expect(answer.status).toBe(201);
  const { rows } = await db.query("select id, isbn, title, price, stock from books where title = 'Backpressure'");
  expect(rows).toEqual([{ id: rows[0]?.id, isbn: null, title: 'Backpressure', price: '18.00', stock: 0 }]);
  expect(answer.json).toEqual(rows[0]);
  expect(answer.headers.location).toBe(`/books/${rows[0]!.id}`);
  expect((await request('GET', `/books/${rows[0]!.id}`)).json).toEqual(rows[0]);
});

test('names every wrong member at once', async ({ request, db }) => {
  const answer = await request('POST', '/books', { json: { title: '   ', price: 12.5, isbn: '978-0000000107' } });
  expect(answer.status).toBe(422);
  expect(answer.headers['content-type'], 'The type of a refusal').toMatch(/^application\/problem\+json\b/);
  expect(answer.json).toMatchObject({ type: 'https://shop.example/problems/validation', status: 422 });
  expect(answer.json.title).toEqual(expect.any(String));
  expect(pointers(answer)).toEqual(['#/isbn', '#/price', '#/title']);
  expect(pointers(await request('POST', '/books', { json: {} })), 'The errors of {}').toEqual(['#/price', '#/title']);
  expect((await db.query('select count(*)::int as count from books')).rows).toEqual([{ count: 13 }]);
});

test('changes what a patch names and leaves the rest', async ({ request, db }) => {
  const answer = await request('PATCH', '/books/7', {
    json: { price: '10.00' },
    headers: { 'content-type': 'application/merge-patch+json' },
  });
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({ id: 7, isbn: '9780000000107', title: 'Two Generals', price: '10.00', stock: 20 });
  expect((await db.query('select price from books where id = 7')).rows).toEqual([{ price: '10.00' }]);
});

test('lets nobody set the stock or the number', async ({ request, db }) => {
  const created = await request('POST', '/books', { json: { id: 900, title: 'Free', price: '1.00', stock: 5000 } });
  expect(created.status).toBe(422);
  expect(pointers(created)).toEqual(['#/id', '#/stock']);
  const patched = await request('PATCH', '/books/7', { json: { stock: 0 } });
  expect(patched.status).toBe(422);
  expect(pointers(patched)).toEqual(['#/stock']);
  expect((await db.query('select stock from books where id = 7')).rows).toEqual([{ stock: 20 }]);
});

test('deletes a book that nobody has ordered', async ({ request, db }) => {
  const { rows } = await db.query("insert into books (title, price) values ('Misprint', 1) returning id");
  const answer = await request('DELETE', `/books/${rows[0]!.id}`);
  expect(answer.status).toBe(204);
  expect(answer.body).toBe('');
  expect((await request('GET', `/books/${rows[0]!.id}`)).status).toBe(404);
});

test('keeps a book that has been ordered', async ({ request, db }) => {
  const { rows } = await db.query('select book_id from order_items order by book_id limit 1');
  const answer = await request('DELETE', `/books/${rows[0]!.book_id}`);
  expect(answer.status).toBe(409);
  expect(answer.json).toMatchObject({ type: 'https://shop.example/problems/book-ordered', status: 409 });
});

test('answers 404 for a book that is not there', async ({ request }) => {
  for (const id of ['999', '0', '-1', 'abc', '1.5', '99999999999']) {
    const answer = await request('GET', `/books/${id}`);
    expect(answer.status, `GET /books/${id}`).toBe(404);
    expect(answer.json).toMatchObject({ type: 'https://shop.example/problems/unknown-book', status: 404 });
  }
});
