const list = (field: string | undefined) =>
  (field ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '')
    .sort();
const forBooks = ['max-age=60', 'public', 'stale-while-revalidate=30'];

test('shows a book that caches may keep for a minute', async ({ request }) => {
  const answer = await request('GET', '/books/7');
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({ id: 7, language: 'en', title: 'Two Generals', price: '12.50' });
  expect(list(answer.headers['cache-control']), 'The directives of Cache-Control').toEqual(forBooks);
  expect(answer.headers.etag, 'The ETag').toMatch(/^"[^"]+"$/);
});

test('answers 304 when the client has this answer', async ({ request }) => {
  const first = await request('GET', '/books/7');
  const again = await request('GET', '/books/7', { headers: { 'if-none-match': first.headers.etag! } });
  expect(again.status).toBe(304);
  expect(again.body).toBe('');
  expect(again.headers.etag, 'The ETag of the 304').toBe(first.headers.etag);
  expect(list(again.headers['cache-control']), 'The directives of Cache-Control of the 304').toEqual(forBooks);
  expect(list(again.headers.vary), 'Vary of the 304').toContain('accept-language');
});

test('keeps the languages apart', async ({ request }) => {
  const english = await request('GET', '/books/7', { headers: { 'accept-language': 'en-GB,de;q=0.5' } });
  const german = await request('GET', '/books/7', { headers: { 'accept-language': 'de-AT,en;q=0.5' } });
  expect(german.json).toEqual({ id: 7, language: 'de', title: 'Zwei Generäle', price: '12.50' });
  expect(english.json.language).toBe('en');
  expect([english, german].map(({ headers }) => headers['content-language'])).toEqual(['en', 'de']);
  for (const { headers } of [english, german]) expect(list(headers.vary), 'Vary').toContain('accept-language');
  expect(german.headers.etag, 'The ETag of the German answer').not.toBe(english.headers.etag);
  const stale = { 'accept-language': 'de', 'if-none-match': english.headers.etag! };
  expect((await request('GET', '/books/7', { headers: stale })).status, 'German, with the English tag').toBe(200);
});

test('has another tag once the price has changed', async ({ request }) => {
  const first = await request('GET', '/books/7');
  const change = await request('PUT', '/books/7/price', { json: { price: '10.00' } });
  expect(change.status).toBe(204);
  expect(list(change.headers['cache-control'])).toEqual(['no-store']);
  const again = await request('GET', '/books/7', { headers: { 'if-none-match': first.headers.etag! } });
  expect(again.status).toBe(200);
  expect(again.json.price).toBe('10.00');
});

test('keeps wishes out of shared caches', async ({ request }) => {
  const answer = await request('GET', '/wishes', { headers: { cookie: 'customer=ada' } });
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({ books: [7, 8] });
  expect(list(answer.headers['cache-control']), 'The directives of Cache-Control').toEqual(['no-cache', 'private']);
  const headers = { cookie: 'customer=ada', 'if-none-match': answer.headers.etag! };
  expect((await request('GET', '/wishes', { headers })).status).toBe(304);
});

test('lets covers be kept for a year', async ({ request }) => {
  const answer = await request('GET', '/covers/two-generals.4f1a9c.svg');
  expect(answer.status).toBe(200);
  expect(answer.body).toContain('<svg');
  expect(list(answer.headers['cache-control'])).toEqual(['immutable', 'max-age=31536000', 'public']);
});

test('lets nobody keep an error', async ({ request }) => {
  for (const [path, status] of [
    ['/books/9', 404],
    ['/covers/none.svg', 404],
    ['/wishes', 401],
  ] as const) {
    const answer = await request('GET', path);
    expect(answer.status, `GET ${path}`).toBe(status);
    expect(list(answer.headers['cache-control']), `Cache-Control of ${status} for ${path}`).toEqual(['no-store']);
  }
});
