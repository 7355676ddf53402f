const problem = (name: string, status: number) => ({ type: `https://links.example/problems/${name}`, status });
const news = { 'x-api-key': 'news-key-1' };
const posters = { 'x-api-key': 'posters-key-2' };
const make = (request: Fixtures['request'], headers: Record<string, string>, code?: string) =>
  request('POST', '/links', { headers, json: { url: 'https://shop.example/', ...(code && { code }) } });

test('needs a key for everything but following a link', async ({ request }) => {
  for (const headers of [{}, { 'x-api-key': 'wrong' }, { 'x-api-key': '' }] as Record<string, string>[]) {
    for (const [method, path] of [
      ['POST', '/links'],
      ['GET', '/links/spring'],
      ['PATCH', '/links/spring'],
      ['DELETE', '/links/spring'],
    ] as const) {
      const answer = await request(method, path, {
        headers,
        ...(method === 'POST' && { json: { url: 'https://a.example/' } }),
      });
      expect(answer.status, `${method} ${path} with the key ${headers['x-api-key'] ?? '(none)'}`).toBe(401);
      expect(answer.json).toMatchObject(problem('unauthenticated', 401));
      expect(answer.headers['www-authenticate']).toBe('Api-Key');
    }
  }
  expect((await request('GET', '/spring')).status, 'Following a link without a key').toBe(302);
});

test('a new link belongs to the key that made it', async ({ request, db }) => {
  const made = await make(request, posters, 'autumn');
  expect(made.status).toBe(201);
  expect(made.json).toEqual({ code: 'autumn', url: 'https://shop.example/', short: 'https://s.shop.example/autumn' });
  const { rows } = await db.query("select k.name from links join api_keys k using (key_hash) where code = 'autumn'");
  expect(rows, 'Whose link it is').toEqual([{ name: 'Posters' }]);
  expect((await request('GET', '/links/autumn', { headers: posters })).status).toBe(200);
});

test('the links of others are not there', async ({ request }) => {
  const missing = await request('GET', '/links/nothing', { headers: news });
  for (const [method, json] of [
    ['GET', undefined],
    ['PATCH', { url: 'https://evil.example/' }],
    ['DELETE', undefined],
  ] as const) {
    const answer = await request(method, '/links/map', { headers: news, ...(json && { json }) });
    expect(answer.status, `${method} of a link of another key`).toBe(404);
    expect(answer.json).toEqual(missing.json);
  }
  expect((await request('GET', '/map')).headers.location).toBe('https://maps.example/@52.5,13.4,17z');
  expect((await make(request, news, 'map')).status, 'Their code is taken all the same').toBe(409);
});

test('lets a key make as many links as agreed, and then one in ten seconds', async ({ request, clock }) => {
  for (let turn = 1; turn <= 6; turn++) expect((await make(request, news)).status, `Link ${turn} of 6`).toBe(201);
  const refused = await make(request, news);
  expect(refused.status, 'The seventh').toBe(429);
  expect(refused.json).toMatchObject(problem('too-many-requests', 429));
  expect(refused.headers['retry-after']).toBe('10');
  await clock.advance(9_500);
  expect((await make(request, news)).headers['retry-after'], 'Half a second before the next token').toBe('1');
  await clock.advance(501);
  expect((await make(request, news)).status, 'After ten seconds').toBe(201);
  expect((await make(request, news)).status, 'Right after it').toBe(429);
});

test('redirects and other requests take no token', async ({ request }) => {
  for (let turn = 0; turn < 10; turn++) {
    expect((await request('GET', '/spring', { headers: news })).status).toBe(302);
    expect((await request('GET', '/links/spring', { headers: news })).status).toBe(200);
  }
  expect((await make(request, news)).status).toBe(201);
});
