const list = (field: string | undefined) =>
  (field ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '')
    .sort();

test('finds its tag in a list, weak or not', async ({ request }) => {
  const { etag = '' } = (await request('GET', '/books/7')).headers;
  for (const [value, status] of [
    [`"other", ${etag}`, 304],
    [`"other",W/${etag},"third"`, 304],
    [`W/${etag}`, 304],
    ['*', 304],
    ['"other", W/"another"', 200],
    [`"${etag.slice(1, -1)}x"`, 200],
    [`"${etag.slice(1, -2)}"`, 200],
  ] as const) {
    const answer = await request('GET', '/books/7', { headers: { 'if-none-match': value } });
    expect(answer.status, `If-None-Match: ${value}`).toBe(status);
  }
});

test('has the same tag for the same bytes', async ({ request }) => {
  const first = await request('GET', '/books/7');
  await request('PUT', '/books/7/price', { json: { price: '10.00' } });
  expect((await request('GET', '/books/7')).headers.etag).not.toBe(first.headers.etag);
  await request('PUT', '/books/7/price', { json: { price: '12.50' } });
  expect((await request('GET', '/books/7')).headers.etag, 'The tag of the first price').toBe(first.headers.etag);
});

test('has different tags for different books and wishes', async ({ request }) => {
  const answers = [
    await request('GET', '/books/7'),
    await request('GET', '/books/8'),
    await request('GET', '/books/8', { headers: { 'accept-language': 'DE' } }),
    await request('GET', '/wishes', { headers: { cookie: 'customer=ada' } }),
    await request('GET', '/wishes', { headers: { cookie: 'theme=dark; customer=ben' } }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(new Set(answers.map(({ headers }) => headers.etag)).size, 'Different tags of five answers').toBe(5);
});

test('answers HEAD with the fields of GET', async ({ request }) => {
  const get = await request('GET', '/books/7');
  const head = await request('HEAD', '/books/7');
  expect(head.status).toBe(200);
  expect(head.body).toBe('');
  expect(head.headers.etag).toBe(get.headers.etag);
  expect(list(head.headers['cache-control'])).toEqual(list(get.headers['cache-control']));
  const headers = { 'if-none-match': get.headers.etag! };
  expect((await request('HEAD', '/books/7', { headers })).status).toBe(304);
});

test('does not answer 304 for what is not there', async ({ request }) => {
  expect((await request('GET', '/books/9', { headers: { 'if-none-match': '*' } })).status).toBe(404);
  expect((await request('GET', '/wishes', { headers: { 'if-none-match': '*' } })).status).toBe(401);
  const stranger = await request('GET', '/wishes', { headers: { cookie: 'customer=eve' } });
  expect(stranger.status).toBe(401);
  expect(list(stranger.headers['cache-control'])).toEqual(['no-store']);
});

test('answers random requests as the reference does', async ({ request, reference, random }) => {
  const known = { theirs: ['"none"'], ours: ['"none"'] };
  for (let turn = 0; turn < 25; turn++) {
    const path = random.pick(['/books/7', '/books/7', '/books/8', '/wishes']);
    if (random.int(0, 4) === 0) {
      const json = { price: `${random.int(1, 3)}.00` };
      await request('PUT', '/books/7/price', { json });
      await reference.request('PUT', '/books/7/price', { json });
    }
    const index = random.int(0, known.ours.length - 1);
    const headers = { 'accept-language': random.pick(['de', 'en', 'fr']), cookie: 'customer=ada' };
    const theirs = await request('GET', path, { headers: { ...headers, 'if-none-match': known.theirs[index]! } });
    const ours = await reference.request('GET', path, { headers: { ...headers, 'if-none-match': known.ours[index]! } });
    expect({ path, status: theirs.status, json: theirs.json }).toEqual({ path, status: ours.status, json: ours.json });
    known.theirs.push(theirs.headers.etag!);
    known.ours.push(ours.headers.etag!);
  }
});
