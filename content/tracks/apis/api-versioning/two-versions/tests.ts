const four = {
  id: 4,
  title: 'Indexes and Other Promises',
  authors: ['Mara Lindqvist', 'Ada Okafor'],
  price: { amount: '24.00', currency: 'EUR' },
};

test('shows a book in both versions', async ({ request }) => {
  const two = await request('GET', '/v2/books/4');
  expect(two.status).toBe(200);
  expect(two.json).toEqual(four);
  const one = await request('GET', '/v1/books/4');
  expect(one.status).toBe(200);
  expect(one.json).toEqual({ id: 4, title: four.title, author: 'Mara Lindqvist', price: 24 });
  expect((await request('GET', '/v1/books/11')).json).toMatchObject({ author: null, price: 12.55 });
});

test('changes a book through v2 for both', async ({ request }) => {
  const { id, ...body } = { ...four, authors: ['Ada Okafor'], price: { amount: '20.50', currency: 'EUR' } };
  const answer = await request('PUT', '/v2/books/4', { json: body });
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({ id, ...body });
  expect((await request('GET', '/v1/books/4')).json).toMatchObject({ author: 'Ada Okafor', price: 20.5 });
});

test('keeps what v1 does not know when v1 writes', async ({ request }) => {
  const answer = await request('PUT', '/v1/books/9', { json: { title: 'Capacity', author: 'A. Okafor', price: 25.5 } });
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({ id: 9, title: 'Capacity', author: 'A. Okafor', price: 25.5 });
  expect((await request('GET', '/v2/books/9')).json).toEqual({
    id: 9,
    title: 'Capacity',
    authors: ['A. Okafor', 'Henry Pell', 'Jun Watanabe'],
    price: { amount: '25.50', currency: 'USD' },
  });
});

test('announces the end of v1 and not of v2', async ({ request }) => {
  const { headers } = await request('GET', '/v1/books/4');
  expect(headers.deprecation).toBe('@1767225600');
  expect(headers.sunset).toBe('Wed, 01 Jul 2026 00:00:00 GMT');
  const [, target = ''] = /<([^>]*)>\s*;\s*rel="?successor-version"?/.exec(headers.link ?? '') ?? [];
  expect(target, 'The target of the Link field').not.toBe('');
  expect(new URL(target, 'http://localhost/v1/books/4').pathname).toBe('/v2/books/4');
  const two = await request('GET', '/v2/books/4');
  for (const name of ['deprecation', 'sunset', 'link']) expect(two.headers[name], `${name} in v2`).toBe(undefined);
});

test('answers 410 from the sunset on', async ({ request, clock }) => {
  await clock.advance(Date.UTC(2026, 6, 1) - (await clock.now()) - 1000);
  expect((await request('GET', '/v1/books/4')).status, 'A second before').toBe(200);
  await clock.advance(1000);
  const gone = await request('GET', '/v1/books/4');
  expect(gone.status).toBe(410);
  expect(gone.headers.sunset, 'Sunset of the 410').toBe('Wed, 01 Jul 2026 00:00:00 GMT');
  expect((await request('GET', '/v2/books/4')).status).toBe(200);
});

test('refuses what is no book of the version', async ({ request }) => {
  const bad: [string, object][] = [
    ['/v1/books/4', { title: 'T', author: 'A' }],
    ['/v1/books/4', { title: 'T', author: 'A', price: '24.00' }],
    ['/v1/books/4', { title: 'T', author: 'A', price: { amount: '24.00', currency: 'EUR' } }],
    ['/v2/books/4', { title: 'T', authors: ['A'], price: 24 }],
    ['/v2/books/4', { title: 'T', author: 'A', price: { amount: '24.00', currency: 'EUR' } }],
  ];
  for (const [path, json] of bad) {
    expect((await request('PUT', path, { json })).status, `PUT ${path} ${JSON.stringify(json)}`).toBe(422);
  }
  expect((await request('GET', '/v2/books/4')).json).toEqual(four);
});
