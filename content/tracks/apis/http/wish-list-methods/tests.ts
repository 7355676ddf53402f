test('lists the books in the order in which they were added', async ({ request }) => {
  expect((await request('GET', '/wishes')).json).toEqual({ books: [] });
  expect((await request('PUT', '/wishes/7')).status).toBe(201);
  expect((await request('PUT', '/wishes/3')).status).toBe(201);
  const list = await request('GET', '/wishes');
  expect(list.status).toBe(200);
  expect(list.json).toEqual({ books: [7, 3] });
});

test('takes the same book twice without changing anything', async ({ request }) => {
  await request('PUT', '/wishes/7');
  await request('PUT', '/wishes/3');
  const again = await request('PUT', '/wishes/7');
  expect(again.status).toBe(204);
  expect(again.body).toBe('');
  expect((await request('GET', '/wishes')).json).toEqual({ books: [7, 3] });
});

test('takes a book out', async ({ request }) => {
  await request('PUT', '/wishes/7');
  await request('PUT', '/wishes/3');
  expect((await request('DELETE', '/wishes/7')).status).toBe(204);
  expect((await request('GET', '/wishes')).json).toEqual({ books: [3] });
});

test('answers another method with 405 and the methods that are allowed', async ({ request }) => {
  const methodsOf = (allow: string | undefined) =>
    (allow ?? '')
      .split(',')
      .map((one) => one.trim())
      .sort();
  const list = await request('POST', '/wishes', { json: { book: 7 } });
  expect(list.status).toBe(405);
  expect(methodsOf(list.headers.allow), 'The Allow field of /wishes').toEqual(['GET', 'HEAD']);
  const book = await request('GET', '/wishes/7');
  expect(book.status).toBe(405);
  expect(methodsOf(book.headers.allow), 'The Allow field of /wishes/7').toEqual(['DELETE', 'PUT']);
});

test('answers other paths with 404', async ({ request }) => {
  expect((await request('GET', '/')).status).toBe(404);
  expect((await request('PUT', '/wishes/7/notes')).status).toBe(404);
});
