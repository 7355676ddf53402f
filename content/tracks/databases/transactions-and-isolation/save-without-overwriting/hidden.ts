const edits = (page: number, version: unknown, body: string) =>
  `select set_config('app.page', '${page}', false), set_config('app.version', '${version}', false), set_config('app.body', '${body}', false)`;

test('opening leaves nothing behind', async ({ sql }) => {
  const db = await sql.open();
  const [ana, ben] = [await db.session('Ana'), await db.session('Ben')];
  await ana.query(edits(1, 1, ''));
  await ben.query(edits(1, 1, 'Ben was here.'));
  await ana.part('open');
  const open = await ben.start('open');
  expect(open.waitsFor, 'the sessions that Ben waits for when he opens the page').toEqual([]);
  const save = await ben.start('save');
  expect(save.waitsFor, 'the sessions that Ben waits for when he saves').toEqual([]);
  expect((await save.end()).rows, 'rows of the save').toHaveLength(1);
});

test('a save of the same text is a save', async ({ sql }) => {
  const db = await sql.open();
  const [ana, ben] = [await db.session('Ana'), await db.session('Ben')];
  await ana.query(edits(2, 7, 'We ship on weekdays.'));
  await ben.query(edits(2, 7, 'We never ship.'));
  await ana.part('save');
  expect((await ben.part('save')).rows, 'rows of the second save').toHaveLength(0);
});

test('a save that is rolled back was none', async ({ sql }) => {
  const db = await sql.open();
  const [other, ben] = [await db.session('somebody else'), await db.session('Ben')];
  await ben.query(edits(1, 1, 'Returns cost 5 euros.'));
  await other.query('begin');
  await other.query(`update pages set body = 'Returns are free.', version = version + 1 where id = 1`);
  const step = await ben.start('save');
  await other.query('rollback');
  expect((await step.end()).rows, 'rows of the save that remains').toHaveLength(1);
  expect(await db.query('select body from pages where id = 1')).toEqualRows([{ body: 'Returns cost 5 euros.' }]);
});

test('a version that is too high is no permission', async ({ sql }) => {
  const db = await sql.open();
  const ana = await db.session('Ana');
  await ana.query(edits(1, 99, 'From the future.'));
  expect((await ana.part('save')).rows, 'rows of a save with a version that never was').toHaveLength(0);
  await ana.query(edits(3, 1, 'Nowhere.'));
  expect((await ana.part('save')).rows, 'rows of a save of a page that is not there').toHaveLength(0);
  expect(await db.query('select body from pages where id = 1')).toEqualRows([
    { body: 'Returns are free within 14 days.' },
  ]);
});

test('of several editors with one version, one saves', async ({ sql, random }) => {
  const version = random.int(1, 1000);
  const db = await sql.open({ prepare: `insert into pages values (5, 'old', ${version})` });
  let saved = 0;
  for (const name of random.shuffle(['Ana', 'Ben', 'Cleo', 'Dan'])) {
    const session = await db.session(name);
    await session.query(edits(5, version, `by ${name}`));
    saved += (await session.part('save')).rows.length;
  }
  expect(saved, 'saves that returned a row').toBe(1);
});
