test('a buyer who rolls back leaves the copy to the next', async ({ sql }) => {
  const db = await sql.open();
  await (await db.session('migration')).part('');
  const [anna, ben] = [await db.session('Anna'), await db.session('Ben')];
  await anna.query('begin');
  await anna.query('select sell(1)');
  await ben.query('begin');
  const second = await ben.startQuery('select sell(1) as sold');
  await anna.query('rollback');
  expect(await second.end()).toEqualRows([{ sold: true }]);
  await ben.query('commit');
  expect(
    await db.query('select stock, (select count(*)::int from sales) as sales from books where id = 1'),
  ).toEqualRows([{ stock: 0, sales: 1 }]);
});

test('a buyer of another book does not wait', async ({ sql }) => {
  const db = await sql.open();
  await (await db.session('migration')).part('');
  const [anna, ben] = [await db.session('Anna'), await db.session('Ben')];
  await anna.query('begin');
  await anna.query('select sell(1)');
  const other = await ben.startQuery('select sell(2) as sold');
  expect(other.waitsFor, 'the sessions that Ben waits for').toEqual([]);
  expect(await other.end()).toEqualRows([{ sold: true }]);
});

test('three buyers of two copies', async ({ sql }) => {
  const db = await sql.open({ prepare: 'update books set stock = 2 where id = 1' });
  await (await db.session('migration')).part('');
  const answers: string[] = [];
  const [anna, ben, cleo] = [await db.session('Anna'), await db.session('Ben'), await db.session('Cleo')];
  await anna.query('begin');
  await anna.query('select sell(1)');
  const waiting = [await ben.startQuery('select sell(1) as sold'), await cleo.startQuery('select sell(1) as sold')];
  await anna.query('commit');
  for (const step of waiting) {
    const { error, rows } = await step.end();
    answers.push(error === null ? String(rows[0]?.sold) : `error: ${error.reason}`);
  }
  expect(answers.toSorted(), 'What Ben and Cleo are told').toEqual(['false', 'true']);
});

test('agrees with the reference on random sales', async ({ sql, random }) => {
  const prepare = `update books set stock = ${random.int(0, 4)}`;
  const after = await sql.run({ prepare });
  const expected = await sql.reference.run({ prepare });
  for (let round = 0; round < 8; round++) {
    const text = `select sell(${random.int(1, 4)}) as sold`;
    expect(await after.query(text)).toEqualRows(await expected.query(text));
  }
  expect(await after.state('books')).toEqualState(await expected.state('books'));
});
