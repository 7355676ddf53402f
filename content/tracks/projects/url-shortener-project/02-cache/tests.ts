const target = async (request: Fixtures['request'], code: string) =>
  (await request('GET', `/${code}`)).headers.location;

test('the second redirect sends no statement', async ({ request, db }) => {
  expect(await target(request, 'spring')).toBe('https://shop.example/spring?from=news');
  const before = db.statements().length;
  const answer = await request('GET', '/spring');
  expect([answer.status, answer.headers.location]).toEqual([302, 'https://shop.example/spring?from=news']);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(db.statements().length - before, 'Statements for the second redirect').toBe(0);
});

test('a link is read anew after 60 seconds', async ({ request, db, clock }) => {
  await target(request, 'spring');
  await db.query("update links set url = 'https://shop.example/elsewhere' where code = 'spring'");
  await clock.advance(50_000);
  expect(await target(request, 'spring'), 'After 50 seconds').toBe('https://shop.example/spring?from=news');
  // Being used does not make it last longer.
  await clock.advance(10_001);
  expect(await target(request, 'spring'), 'After 60 seconds').toBe('https://shop.example/elsewhere');
});

test('that there is no link is remembered for 10 seconds', async ({ request, db, clock }) => {
  expect((await request('GET', '/later')).status).toBe(404);
  const before = db.statements().length;
  expect((await request('GET', '/later')).status).toBe(404);
  expect(db.statements().length - before, 'Statements for the second 404').toBe(0);
  await db.query("insert into links (code, url) values ('later', 'https://shop.example/later')");
  await clock.advance(10_001);
  expect(await target(request, 'later'), 'After 10 seconds').toBe('https://shop.example/later');
});

test('a change is followed at once', async ({ request }) => {
  await target(request, 'map');
  await request('PATCH', '/links/map', { json: { url: 'https://maps.example/new' } });
  expect(await target(request, 'map'), 'After PATCH').toBe('https://maps.example/new');
  await request('DELETE', '/links/map');
  expect((await request('GET', '/map')).status, 'After DELETE').toBe(404);
  await request('POST', '/links', { json: { url: 'https://maps.example/third', code: 'map' } });
  expect(await target(request, 'map'), 'After POST').toBe('https://maps.example/third');
});

test('a crowd sends one statement', async ({ request, db }) => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => request('GET', '/spring')));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 302));
  expect(db.statements().length, 'Statements for eight redirects').toBe(1);
});
