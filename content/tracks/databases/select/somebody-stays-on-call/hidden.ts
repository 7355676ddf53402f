const onCall = 'select name from engineers where on_call order by name';

test('who is alone sees nobody else', async ({ sql }) => {
  const db = await sql.open({ data: 'alone' });
  const ana = await db.session('ana');
  await ana.query(`set app.engineer = 'ana'`);
  expect((await ana.part('check')).rows).toEqualRows([]);
});

test('two of three leave one after the other', async ({ sql }) => {
  const db = await sql.open({ data: 'three' });
  for (const name of ['ana', 'bo']) {
    const session = await db.session(name);
    await session.query(`set app.engineer = '${name}'`);
    expect((await session.part('check')).rows.length).toBeGreaterThan(0);
    await session.part('leave');
  }
  expect(await db.query(onCall)).toEqualRows([{ name: 'cy' }]);
});

test('whoever leaves first, somebody stays', async ({ sql, random }) => {
  const db = await sql.open();
  const [one, other] = random.shuffle(['ana', 'bo']);
  const [a, b] = [await db.session(one), await db.session(other)];
  await a.query(`set app.engineer = '${one}'`);
  await b.query(`set app.engineer = '${other}'`);
  await a.part('check');
  const check = await b.start('check');
  if (!check.waiting) await check.end();
  await a.query('rollback');
  const seen = await check.end();
  expect(seen.error, 'the error of the second check').toBe(null);
  expect(seen).toEqualRows([{ name: one }]);
  const left = await b.attempt('leave');
  expect(left.error, 'the error of leaving while nobody else does').toBe(null);
  expect(await db.query(onCall)).toEqualRows([{ name: one }]);
});

test('the check leaves out nobody, also while somebody else is about to leave', async ({ sql }) => {
  const db = await sql.open({ data: 'three' });
  const [ana, bo] = [await db.session('ana'), await db.session('bo')];
  await ana.query(`set app.engineer = 'ana'`);
  await bo.query(`set app.engineer = 'bo'`);
  await ana.part('check');
  const check = await bo.start('check');
  if (!check.waiting) await check.end();
  await ana.query('rollback');
  const seen = await check.end();
  if (seen.error === null) expect(seen).toEqualRows([{ name: 'ana' }, { name: 'cy' }]);
  else expect(['40001', '40P01'], 'what the check may fail with').toContain(seen.error.sqlState);
});
