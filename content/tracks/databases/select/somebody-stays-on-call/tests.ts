const onCall = 'select name from engineers where on_call order by name';

test('the check names the others who are on call', async ({ sql }) => {
  const db = await sql.open();
  const ana = await db.session('ana');
  await ana.query(`set app.engineer = 'ana'`);
  expect(await ana.part('check')).toEqualRows([{ name: 'bo' }]);
});

test('one of several leaves, and the others stay', async ({ sql }) => {
  const db = await sql.open();
  const ana = await db.session('ana');
  await ana.query(`set app.engineer = 'ana'`);
  await ana.part('check');
  await ana.part('leave');
  expect(await db.query(onCall)).toEqualRows([{ name: 'bo' }]);
});

test('two who leave at the same moment do not both get away', async ({ sql }) => {
  const db = await sql.open();
  const [ana, bo] = [await db.session('ana'), await db.session('bo')];
  await ana.query(`set app.engineer = 'ana'`);
  await bo.query(`set app.engineer = 'bo'`);
  await ana.part('check');
  const check = await bo.start('check');
  const first = await ana.start('leave');
  const seen = await check.end();
  const goes = seen.error === null && seen.rows.length > 0;
  const second = goes ? await bo.start('leave') : await bo.startQuery('rollback');
  await first.end();
  await second.end();
  const { rows } = await db.query(onCall);
  expect(rows, 'engineers on call afterwards').toHaveLength(1);
});
