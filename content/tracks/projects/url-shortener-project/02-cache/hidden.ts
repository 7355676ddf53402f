const target = async (request: Fixtures['request'], code: string) =>
  (await request('GET', `/${code}`)).headers.location;
const addLinks = (db: Fixtures['db'], count: number) =>
  db.query(
    "insert into links (code, url) select 'n' || n, 'https://shop.example/' || n from generate_series(1, $1) n",
    [count],
  );

test('remembers a hundred codes and forgets the one that was used longest ago', async ({ request, db, random }) => {
  await addLinks(db, 101);
  for (let n = 1; n <= 100; n++) await request('GET', `/n${n}`);
  const kept = random.int(2, 99);
  const again = db.statements().length;
  await target(request, 'n1');
  await target(request, `n${kept}`);
  expect(db.statements().length - again, 'Statements for codes that fit').toBe(0);
  await target(request, 'n101');
  const before = db.statements().length;
  // Used again, the first was no longer the oldest; the next ones are.
  expect(await target(request, 'n1')).toBe('https://shop.example/1');
  expect(await target(request, 'n101')).toBe('https://shop.example/101');
  expect(db.statements().length - before, 'Statements for codes that were used lately').toBe(0);
  const oldest = kept === 2 ? 3 : 2;
  expect(await target(request, `n${oldest}`)).toBe(`https://shop.example/${oldest}`);
  expect(db.statements().length - before, `Statements for n${oldest}, which was used longest ago`).toBe(1);
});

test('missing codes count among the hundred', async ({ request, db }) => {
  await target(request, 'spring');
  for (let n = 1; n <= 100; n++) await request('GET', `/guess${n}`);
  const before = db.statements().length;
  await target(request, 'spring');
  expect(db.statements().length - before, 'Statements for a code that was pushed out').toBe(1);
});

test('a failure is remembered by nobody', async ({ request, db }) => {
  await db.query('alter table links rename to hidden_links');
  expect((await request('GET', '/spring')).status, 'While the table is away').toBe(500);
  await db.query('alter table hidden_links rename to links');
  expect(await target(request, 'spring'), 'Right after it').toBe('https://shop.example/spring?from=news');
});

test('a crowd that asks for a missing code sends one statement', async ({ request, db }) => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => request('GET', '/nothing')));
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  expect(db.statements().length).toBe(1);
});

test('a redirect that meets a change leaves nothing old behind', async ({ request }) => {
  const [, changed] = await Promise.all([
    request('GET', '/map'),
    request('PATCH', '/links/map', { json: { url: 'https://maps.example/new' } }),
    request('GET', '/map'),
  ]);
  expect(changed.status).toBe(200);
  expect(await target(request, 'map'), 'After the change was answered').toBe('https://maps.example/new');
});

test('a link that was made is followed although its code was just missing', async ({ request }) => {
  expect((await request('GET', '/brand-new')).status).toBe(404);
  await request('POST', '/links', { json: { url: 'https://shop.example/new', code: 'brand-new' } });
  expect(await target(request, 'brand-new')).toBe('https://shop.example/new');
});

test('codes of other letters stay apart', async ({ request }) => {
  expect(await target(request, 'spring')).toBe('https://shop.example/spring?from=news');
  expect(await target(request, 'Spring')).toBe('https://shop.example/printed-spring');
  expect((await request('GET', '/SPRING')).status).toBe(404);
  expect((await request('GET', '/constructor')).status, 'A code that is a property of every object').toBe(404);
});

test('the links themselves are read from the database', async ({ request, db }) => {
  await target(request, 'spring');
  await db.query("update links set url = 'https://shop.example/fresh' where code = 'spring'");
  expect((await request('GET', '/links/spring')).json.url).toBe('https://shop.example/fresh');
  expect((await request('POST', '/links', { json: { url: 'https://shop.example/', code: 'spring' } })).status).toBe(
    409,
  );
});
