const news = { 'x-api-key': 'news-key-1' };
const clicksOf = async (request: Fixtures['request'], code: string, query = {}) =>
  (await request('GET', `/links/${code}/clicks`, { headers: news, query })).json;

test('a statement that fails loses no click and counts none twice', async ({ request, db, clock, random }) => {
  const [first, second] = [random.int(1, 4), random.int(1, 4)];
  for (let turn = 0; turn < first; turn++) await request('GET', '/spring');
  await db.query('alter table clicks rename to hidden_clicks');
  await clock.advance(5_001);
  for (let turn = 0; turn < second; turn++) await request('GET', '/spring');
  await clock.advance(1_000);
  await db.query('alter table hidden_clicks rename to clicks');
  await clock.advance(10_000);
  const { rows } = await db.query('select code, count::int from clicks');
  expect(rows, 'After the table came back').toEqual([{ code: 'spring', count: first + second }]);
  await clock.advance(20_000);
  expect((await db.query('select count::int from clicks')).rows, 'A while later').toEqual([{ count: first + second }]);
});

test('a removed link takes no other link’s clicks with it', async ({ request, db, clock }) => {
  const posters = { 'x-api-key': 'posters-key-2' };
  await request('GET', '/map');
  await request('GET', '/spring');
  await request('DELETE', '/links/map', { headers: posters });
  await clock.advance(11_000);
  expect((await db.query('select code, count::int from clicks')).rows).toEqual([{ code: 'spring', count: 1 }]);
});

test('counts by the day of UTC on the clock of the service', async ({ request, clock }) => {
  const nowMs = Math.floor(await clock.now());
  const midnightMs = Math.ceil((nowMs + 120_000) / 86_400_000) * 86_400_000;
  await clock.advance(midnightMs - 60_000 - nowMs);
  await request('GET', '/spring');
  await clock.advance(120_000);
  await request('GET', '/spring');
  await request('GET', '/spring');
  const { total, days } = await clicksOf(request, 'spring', { days: 2 });
  expect(total).toBe(3);
  expect(
    days.map(({ clicks }: { clicks: number }) => clicks),
    'Before midnight, and after it',
  ).toEqual([1, 2]);
  expect(days[1].day).toBe(new Date(midnightMs).toISOString().slice(0, 10));
  expect(await clicksOf(request, 'spring', { days: 1 }), 'Today alone').toMatchObject({ total: 2 });
});

test('nothing is sent where nothing was clicked', async ({ request, db, clock }) => {
  await request('GET', '/spring');
  await clock.advance(6_000);
  const before = db.statements().length;
  await clock.advance(60_000);
  expect(db.statements().length - before, 'Statements in a quiet minute').toBe(0);
});

test('clicks that come steadily are written every five seconds', async ({ request, db, clock }) => {
  for (let turn = 0; turn < 12; turn++) {
    await request('GET', '/spring');
    await clock.advance(1_000);
  }
  const { rows } = await db.query('select coalesce(sum(count), 0)::int as count from clicks');
  expect(rows[0]!.count, 'Clicks written of twelve in twelve seconds').toBeGreaterThanOrEqual(7);
});

test('reports what is pending and what is written together, once', async ({ request, db, clock }) => {
  await db.query("insert into clicks (code, day, count) values ('spring', $1, 40)", [
    new Date((await clock.now()) - 86_400_000).toISOString().slice(0, 10),
  ]);
  await request('GET', '/spring');
  await clock.advance(5_001);
  await request('GET', '/spring');
  const [one, two] = await Promise.all([clicksOf(request, 'spring'), clicksOf(request, 'spring')]);
  expect(one.total, 'In the report').toBe(42);
  expect(two, 'In another one at the same moment').toEqual(one);
  await clock.advance(10_000);
  expect(await clicksOf(request, 'spring'), 'Later').toEqual(one);
});

test('refuses a number of days that is none', async ({ request }) => {
  for (const [name, value] of [
    ['days', '0'],
    ['days', '91'],
    ['days', '1.5'],
    ['days', 'week'],
    ['day', '7'],
  ] as const) {
    const answer = await request('GET', '/links/spring/clicks', { headers: news, query: { [name]: value } });
    expect(answer.status, `${name}=${value}`).toBe(422);
    expect(answer.json).toMatchObject({ type: 'https://links.example/problems/validation', status: 422 });
    expect(answer.json.errors).toEqual([{ pointer: `/${name}`, detail: expect.any(String) }]);
  }
  expect((await clicksOf(request, 'spring', { days: 90 })).days).toHaveLength(90);
});

test('keys, limits and changes work as before', async ({ request, clock }) => {
  for (let turn = 0; turn < 6; turn++)
    await request('POST', '/links', { headers: news, json: { url: 'https://a.example/' } });
  expect((await request('POST', '/links', { headers: news, json: { url: 'https://a.example/' } })).status).toBe(429);
  await request('GET', '/spring');
  await request('PATCH', '/links/spring', { headers: news, json: { url: 'https://shop.example/new' } });
  expect((await request('GET', '/spring')).headers.location).toBe('https://shop.example/new');
  await clock.advance(6_000);
  expect(await clicksOf(request, 'spring')).toMatchObject({ total: 2 });
});
