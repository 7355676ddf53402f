test('two transfers of the same money: one of them gets it', async ({ sql }) => {
  const db = await sql.open();
  await (await db.session('migration')).part('');
  const [ana, ben] = [await db.session('Ana'), await db.session('Ben')];
  await ana.query('begin');
  await ana.query('select transfer(2, 1, 1500)');
  const second = await ben.startQuery('select transfer(2, 3, 1500) as moved');
  await ana.query('commit');
  const { error, rows } = await second.end();
  expect(error === null ? rows[0]?.moved : error.reason, 'the transfer that came second').toBe(false);
  expect(await db.query('select balance from cards where id = 2')).toEqualRows([{ balance: 500 }]);
});

test('a transfer between other cards does not wait', async ({ sql }) => {
  const db = await sql.open();
  await (await db.session('migration')).part('');
  const [ana, ben] = [await db.session('Ana'), await db.session('Ben')];
  await ana.query('begin');
  await ana.query('select transfer(1, 2, 100)');
  const other = await ben.startQuery('select transfer(4, 3, 100) as moved');
  expect(other.waitsFor, 'the sessions that Ben waits for').toEqual([]);
  expect(await other.end()).toEqualRows([{ moved: true }]);
});

test('a card that is not there, or the same twice, changes nothing', async ({ sql }) => {
  const after = await sql.run();
  const expected = await sql.reference.run();
  expect(
    await after.query('select transfer(1, 99, 10) as to_nowhere, transfer(99, 1, 10) as from_nowhere'),
  ).toEqualRows([{ to_nowhere: false, from_nowhere: false }]);
  expect(await after.query('select transfer(1, 1, 10) as to_itself')).toEqualRows([{ to_itself: false }]);
  expect(await after.state()).toEqualState(await expected.state());
});

test('agrees with the reference on random transfers', async ({ sql, random }) => {
  const after = await sql.run();
  const expected = await sql.reference.run();
  for (let round = 0; round < 10; round++) {
    const text = `select transfer(${random.int(1, 4)}, ${random.int(1, 5)}, ${random.int(1, 4000)}) as moved`;
    expect(await after.query(text)).toEqualRows(await expected.query(text));
  }
  expect(await after.state('cards')).toEqualState(await expected.state('cards'));
});
