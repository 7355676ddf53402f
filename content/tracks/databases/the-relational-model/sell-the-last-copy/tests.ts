test('sells a copy and writes the sale down', async ({ sql }) => {
  const after = await sql.run();
  expect(await after.query('select sell(2) as sold')).toEqualRows([{ sold: true }]);
  expect(await after.query('select stock from books where id = 2')).toEqualRows([{ stock: 9 }]);
  expect(await after.query('select book_id from sales')).toEqualRows([{ book_id: 2 }]);
});

test('says no when there is no copy and no such book', async ({ sql }) => {
  const after = await sql.run();
  expect(await after.query('select sell(3) as sold, sell(99) as missing')).toEqualRows([
    { sold: false, missing: false },
  ]);
  expect(await after.query('select id, stock from books order by id')).toEqualRows(
    [
      { id: 1, stock: 1 },
      { id: 2, stock: 10 },
      { id: 3, stock: 0 },
    ],
    { order: ['id'] },
  );
  expect(await after.query('select count(*)::int as sales from sales')).toEqualRows([{ sales: 0 }]);
});

test('two buyers of the last copy: one gets it, the other hears no', async ({ sql }) => {
  const db = await sql.open();
  await (await db.session('migration')).part('');
  const [anna, ben] = [await db.session('Anna'), await db.session('Ben')];
  await anna.query('begin');
  expect(await anna.query('select sell(1) as sold')).toEqualRows([{ sold: true }]);
  await ben.query('begin');
  const second = await ben.startQuery('select sell(1) as sold');
  await anna.query('commit');
  const answer = await second.end();
  expect(answer.error === null ? 'no error' : `error: ${answer.error.reason}`, 'What Ben is told').toBe('no error');
  expect(answer).toEqualRows([{ sold: false }]);
  await ben.query('commit');
  expect(
    await db.query('select stock, (select count(*)::int from sales) as sales from books where id = 1'),
  ).toEqualRows([{ stock: 0, sales: 1 }]);
});
