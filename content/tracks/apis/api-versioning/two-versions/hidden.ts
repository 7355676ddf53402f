test('handles an author who is new, or taken away', async ({ request }) => {
  const put = (id: number, author: string | null) =>
    request('PUT', `/v1/books/${id}`, { json: { title: 'T', author, price: 1 } });
  const authors = async (id: number) => (await request('GET', `/v2/books/${id}`)).json.authors;
  expect((await put(11, 'Noor')).json.author).toBe('Noor');
  expect(await authors(11), 'A first author for a book that had none').toEqual(['Noor']);
  expect((await put(9, null)).json.author, 'The author in v1 once the first is gone').toBe('Henry Pell');
  expect(await authors(9), 'The others move up').toEqual(['Henry Pell', 'Jun Watanabe']);
  expect((await put(7, null)).json.author).toBe(null);
  expect(await authors(7)).toEqual([]);
  expect((await put(7, null)).status, 'Null for a book without authors').toBe(200);
});

test('writes amounts with two digits', async ({ request }) => {
  for (const [price, amount] of [
    [0, '0.00'],
    [7, '7.00'],
    [7.1, '7.10'],
    [19.99, '19.99'],
    [1.15, '1.15'],
    [1234.05, '1234.05'],
  ] as const) {
    const answer = await request('PUT', '/v1/books/7', { json: { title: 'T', author: 'A', price } });
    expect(answer.status, `A price of ${price}`).toBe(200);
    expect(answer.json.price).toBe(price);
    expect((await request('GET', '/v2/books/7')).json.price).toEqual({ amount, currency: 'EUR' });
  }
});

test('refuses prices and members of another form', async ({ request }) => {
  for (const price of [-1, 1.005, null, true]) {
    const { status } = await request('PUT', '/v1/books/7', { json: { title: 'T', author: 'A', price } });
    expect(status, `A v1 price of ${price}`).toBe(422);
  }
  const good = { title: 'T', authors: ['A'], price: { amount: '24.00', currency: 'EUR' } };
  for (const change of [
    { price: { amount: '24', currency: 'EUR' } },
    { price: { amount: 24, currency: 'EUR' } },
    { price: { amount: '24.00' } },
    { authors: ['A', 7] },
    { authors: 'A' },
    { title: 7 },
    { title: undefined },
  ]) {
    const json = { ...good, ...change };
    expect((await request('PUT', '/v2/books/7', { json })).status, `v2 with ${JSON.stringify(change)}`).toBe(422);
  }
  expect((await request('PUT', '/v1/books/7', { json: { author: 'A', price: 1 } })).status, 'v1, no title').toBe(422);
  expect((await request('PUT', '/v1/books/7', { json: { title: 'T', price: 1 } })).status, 'v1, no author').toBe(422);
  expect((await request('GET', '/v2/books/7')).json.title).toBe('Two Generals');
});

test('ignores what a version does not know', async ({ request }) => {
  const one = { id: 99, title: 'T', author: 'A', price: 1, authors: ['X'], currency: 'USD', subtitle: 'S' };
  expect((await request('PUT', '/v1/books/4', { json: one })).status).toBe(200);
  expect((await request('GET', '/v2/books/4')).json).toEqual({
    id: 4,
    title: 'T',
    authors: ['A', 'Ada Okafor'],
    price: { amount: '1.00', currency: 'EUR' },
  });
  const two = { id: 99, title: 'U', authors: [], price: { amount: '2.00', currency: 'EUR', tax: 7 }, author: 'X' };
  expect((await request('PUT', '/v2/books/4', { json: two })).status).toBe(200);
  expect((await request('GET', '/v2/books/4')).json).toEqual({
    id: 4,
    title: 'U',
    authors: [],
    price: { amount: '2.00', currency: 'EUR' },
  });
  expect((await request('GET', '/v2/books/99')).status).toBe(404);
});

test('announces the end with errors too', async ({ request }) => {
  const none = await request('GET', '/v1/books/99');
  expect(none.status).toBe(404);
  const bad = await request('PUT', '/v1/books/4', { json: {} });
  expect(bad.status).toBe(422);
  for (const { headers, status } of [none, bad]) {
    expect(headers.deprecation, `Deprecation of ${status}`).toBe('@1767225600');
    expect(headers.sunset, `Sunset of ${status}`).toBe('Wed, 01 Jul 2026 00:00:00 GMT');
    expect(headers.link, `Link of ${status}`).toContain('successor-version');
  }
  expect((await request('PUT', '/v2/books/4', { json: {} })).headers.sunset).toBe(undefined);
});

test('changes nothing after the sunset', async ({ request, clock }) => {
  await clock.advance(Date.UTC(2026, 11, 24) - (await clock.now()));
  expect((await request('PUT', '/v1/books/7', { json: { title: 'T', author: 'A', price: 1 } })).status).toBe(410);
  expect((await request('GET', '/v1/books/99')).status, 'An unknown book').toBe(410);
  expect((await request('GET', '/v2/books/7')).json.title).toBe('Two Generals');
});

test('agrees with the reference after random writes', async ({ request, reference, random }) => {
  for (let turn = 0; turn < 20; turn++) {
    const id = random.pick([4, 7, 9, 11]);
    const cents = random.int(0, 9999);
    const title = random.string(6);
    const [path, json] = random.bool()
      ? [`/v1/books/${id}`, { title, author: random.pick([null, 'A', 'B']), price: cents / 100 }]
      : [
          `/v2/books/${id}`,
          {
            title,
            authors: random.shuffle(['C', 'D', 'E']).slice(0, random.int(0, 3)),
            price: { amount: (cents / 100).toFixed(2), currency: random.pick(['EUR', 'USD']) },
          },
        ];
    const [theirs, ours] = [await request('PUT', path, { json }), await reference.request('PUT', path, { json })];
    expect({ path, json, status: theirs.status, answer: theirs.json }).toEqual({
      path,
      json,
      status: ours.status,
      answer: ours.json,
    });
    for (const version of ['v1', 'v2']) {
      expect((await request('GET', `/${version}/books/${id}`)).json).toEqual(
        (await reference.request('GET', `/${version}/books/${id}`)).json,
      );
    }
  }
});
