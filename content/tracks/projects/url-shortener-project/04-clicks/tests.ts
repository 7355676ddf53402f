const news = { 'x-api-key': 'news-key-1' };
const clicksOf = async (request: Fixtures['request'], code: string, query = {}) =>
  (await request('GET', `/links/${code}/clicks`, { headers: news, query })).json;

test('clicks are in the table five seconds later, in one statement', async ({ request, db, clock }) => {
  for (const code of ['spring', 'map', 'spring']) expect((await request('GET', `/${code}`)).status).toBe(302);
  const before = db.statements().length;
  await clock.advance(5_001);
  expect(db.statements().length - before, 'Statements for three clicks on two links').toBe(1);
  const { rows } = await db.query('select code, count::int from clicks order by code');
  expect(rows).toEqual([
    { code: 'map', count: 1 },
    { code: 'spring', count: 2 },
  ]);
});

test('adds to what is there', async ({ request, db, clock }) => {
  for (let turn = 1; turn <= 3; turn++) {
    await request('GET', '/spring');
    await clock.advance(6_000);
  }
  expect((await db.query('select count::int from clicks')).rows).toEqual([{ count: 3 }]);
});

test('a redirect sends nothing more than before', async ({ request, db }) => {
  await request('GET', '/spring');
  const before = db.statements().length;
  for (let turn = 0; turn < 5; turn++) expect((await request('GET', '/spring')).status).toBe(302);
  expect(db.statements().length - before, 'Statements for five redirects from memory').toBe(0);
});

test('reports the last days, with clicks that were made a moment ago', async ({ request, clock }) => {
  await request('GET', '/spring');
  await request('GET', '/spring');
  const day = (agoDays: number) => new Date(nowMs - agoDays * 86_400_000).toISOString().slice(0, 10);
  const nowMs = await clock.now();
  expect(await clicksOf(request, 'spring', { days: 3 })).toEqual({
    total: 2,
    days: [
      { day: day(2), clicks: 0 },
      { day: day(1), clicks: 0 },
      { day: day(0), clicks: 2 },
    ],
  });
  expect((await clicksOf(request, 'spring')).days, 'Without saying how many').toHaveLength(7);
});

test('what is no click is not counted', async ({ request }) => {
  await request('HEAD', '/spring');
  await request('GET', '/nothing');
  await request('GET', '/links/spring', { headers: news });
  expect(await clicksOf(request, 'spring')).toMatchObject({ total: 0 });
});

test('the clicks of others are not there', async ({ request }) => {
  expect((await request('GET', '/links/map/clicks', { headers: news })).status, 'A link of another key').toBe(404);
  expect((await request('GET', '/links/spring/clicks')).status, 'Without a key').toBe(401);
});
