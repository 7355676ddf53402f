const news = { 'x-api-key': 'news-key-1' };
const posters = { 'x-api-key': 'posters-key-2' };
const make = (request: Fixtures['request'], headers: Record<string, string>, code?: string) =>
  request('POST', '/links', { headers, json: { url: 'https://shop.example/', ...(code && { code }) } });

test('a bucket never holds more than its size', async ({ request, clock }) => {
  await make(request, news);
  await clock.advance(3_600_000);
  const statuses: number[] = [];
  for (let turn = 0; turn < 8; turn++) statuses.push((await make(request, news)).status);
  expect(statuses, 'Eight links after an hour of rest, for a key with 6').toEqual([
    201, 201, 201, 201, 201, 201, 429, 429,
  ]);
});

test('a refused request takes a token, and a 429 takes none', async ({ request, clock }) => {
  for (let turn = 0; turn < 3; turn++) {
    expect((await request('POST', '/links', { headers: news, json: { url: 'nonsense' } })).status).toBe(422);
    expect((await make(request, news, 'map')).status).toBe(409);
  }
  for (let turn = 0; turn < 20; turn++) expect((await make(request, news)).status, 'With an empty bucket').toBe(429);
  await clock.advance(10_001);
  expect((await make(request, news)).status, 'Ten seconds later').toBe(201);
});

test('each key has a bucket of its own', async ({ request }) => {
  for (let turn = 0; turn < 7; turn++) await make(request, news);
  for (let turn = 0; turn < 10; turn++)
    expect((await make(request, posters)).status, 'A key with 60 a minute').toBe(201);
});

test('over any time lets through no more than the bucket and what was refilled', async ({ request, clock, random }) => {
  let [passed, seconds] = [0, 0];
  for (let turn = 0; turn < 25; turn++) {
    const pause = random.int(0, 9);
    await clock.advance(pause * 1000);
    seconds += pause;
    if ((await make(request, news)).status === 201) passed += 1;
    expect(passed, `Links within ${seconds} s`).toBeLessThanOrEqual(6 + Math.floor(seconds / 10));
  }
});

test('a client that waits as told is served', async ({ request, clock, random }) => {
  for (let turn = 0; turn < 6; turn++) await make(request, news);
  for (let turn = 0; turn < 3; turn++) {
    await clock.advance(random.int(1, 9) * 700);
    const refused = await make(request, news);
    if (refused.status === 201) continue;
    const waitS = Number(refused.headers['retry-after']);
    expect(waitS, 'Retry-After').toBeGreaterThanOrEqual(1);
    await clock.advance(waitS * 1000 + 1);
    expect((await make(request, news)).status, `After waiting ${waitS} s as told`).toBe(201);
  }
});

test('looks at the limit before the body', async ({ request }) => {
  for (let turn = 0; turn < 6; turn++) await make(request, news);
  expect((await request('POST', '/links', { headers: news, body: '{' })).status).toBe(429);
});

test('a key is looked up by its hash, and a hash is no key', async ({ request, db }) => {
  const { rows } = await db.query("select key_hash from api_keys where name = 'Newsletter'");
  expect((await request('GET', '/links/spring', { headers: { 'x-api-key': rows[0]!.key_hash } })).status).toBe(401);
  expect((await request('GET', '/links/spring', { headers: { 'x-api-key': "' or '1'='1" } })).status).toBe(401);
  expect((await request('GET', '/links/map', { headers: posters })).status).toBe(200);
});

test('redirects still come from memory, and follow changes', async ({ request, db }) => {
  await request('GET', '/spring');
  const before = db.statements().length;
  expect((await request('GET', '/spring')).status).toBe(302);
  expect(db.statements().length - before, 'Statements for the second redirect').toBe(0);
  await request('PATCH', '/links/spring', { headers: news, json: { url: 'https://shop.example/new' } });
  expect((await request('GET', '/spring')).headers.location).toBe('https://shop.example/new');
  await request('DELETE', '/links/spring', { headers: news });
  expect((await request('GET', '/spring')).status).toBe(404);
});
