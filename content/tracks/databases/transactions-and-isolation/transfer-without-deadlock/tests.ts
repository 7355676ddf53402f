const cards = 'select id, balance from cards order by id';

test('moves the money and writes the transfer down', async ({ sql }) => {
  const after = await sql.run();
  expect(await after.query('select transfer(1, 3, 1500) as moved')).toEqualRows([{ moved: true }]);
  expect(await after.query(cards)).toEqualRows([
    { id: 1, balance: 3500 },
    { id: 2, balance: 2000 },
    { id: 3, balance: 1500 },
    { id: 4, balance: 9900 },
  ]);
  expect(await after.query('select from_card, to_card, cents from transfers')).toEqualRows([
    { from_card: 1, to_card: 3, cents: 1500 },
  ]);
});

test('without enough money nothing changes', async ({ sql }) => {
  const after = await sql.run();
  expect(await after.query('select transfer(2, 1, 2001) as too_much, transfer(2, 1, 2000) as all_of_it')).toEqualRows([
    { too_much: false, all_of_it: true },
  ]);
  expect(await after.query('select count(*)::int as transfers from transfers')).toEqualRows([{ transfers: 1 }]);
});

test('transfers in opposite directions both succeed', async ({ sql }) => {
  // Somebody holds one of the cards for a moment; meanwhile both transfers begin.
  for (const held of [1, 2]) {
    const db = await sql.open();
    await (await db.session('migration')).part('');
    const [holder, ana, ben] = [await db.session('holder'), await db.session('Ana'), await db.session('Ben')];
    await holder.query('begin');
    await holder.query(`select from cards where id = ${held} for update`);
    const there = await ana.startQuery('select transfer(1, 2, 100) as moved');
    const back = await ben.startQuery('select transfer(2, 1, 30) as moved');
    await holder.query('rollback');
    for (const step of [there, back]) {
      const { error, rows } = await step.end();
      expect(error === null ? rows[0]?.moved : error.reason, `a transfer, with card ${held} held at first`).toBe(true);
    }
    expect(await db.query('select id, balance from cards where id < 3')).toEqualRows([
      { id: 1, balance: 4930 },
      { id: 2, balance: 2070 },
    ]);
  }
});
