const insert = 'insert into addresses (customer_id, label, country, is_default) values';

test('a label is used once by a customer, whatever its case', async ({ sql }) => {
  const after = await sql.run();
  await after.query(`${insert} (1, 'Home', 'PT', false)`);
  await after.refuses(`${insert} (1, 'Home', 'SE', false)`, 'unique');
  await after.refuses(`${insert} (1, 'hOME', 'SE', false)`, 'unique');
});

test('different customers use the same label', async ({ sql }) => {
  const after = await sql.run();
  await after.accepts(`${insert} (1, 'Home', 'PT', false), (2, 'Home', 'SE', false)`);
});

test('a country is two upper-case letters', async ({ sql }) => {
  const after = await sql.run();
  await after.refuses(`${insert} (1, 'Home', 'pt', false)`, 'check');
  await after.refuses(`${insert} (1, 'Home', 'P1', false)`, 'check');
  await after.refuses(`${insert} (1, 'Home', 'PRT', false)`, ['check', 'type']);
  await after.refuses(`${insert} (1, 'Home', 'P', false)`, 'check');
  await after.refuses(`${insert} (1, 'Home', null, false)`, 'not null');
});

test('customers exist, and a deleted one takes the addresses along', async ({ sql }) => {
  const after = await sql.run();
  await after.refuses(`${insert} (99, 'Home', 'PT', false)`, 'foreign key');
  await after.refuses(`${insert} (null, 'Home', 'PT', false)`, 'not null');
  await after.query(`${insert} (1, 'Home', 'PT', true), (2, 'Home', 'SE', true)`);
  await after.query('delete from customers where id = 1');
  expect(await after.query('select customer_id from addresses')).toEqualRows([{ customer_id: 2 }]);
});

test('is_default is false when it is not given, and never null', async ({ sql }) => {
  const after = await sql.run();
  await after.query(`insert into addresses (customer_id, label, country) values (1, 'Home', 'PT')`);
  expect(await after.query('select is_default from addresses')).toEqualRows([{ is_default: false }]);
  await after.refuses(`${insert} (1, 'Work', 'PT', null)`, 'not null');
  await after.refuses(`${insert} (1, null, 'PT', false)`, 'not null');
});

test('two sessions at a time cannot both make a default', async ({ sql }) => {
  const db = await sql.open();
  await (await db.session('migration')).part('');
  const [a, b] = [await db.session('A'), await db.session('B')];
  await a.query(`begin; ${insert} (1, 'Home', 'PT', true)`);
  const second = await b.startQuery(`${insert} (1, 'Work', 'PT', true)`);
  await a.query('commit');
  await second.end();
  expect(await db.query('select count(*)::int as defaults from addresses where is_default')).toEqualRows([
    { defaults: 1 },
  ]);
});

test('holds for random addresses', async ({ sql, random }) => {
  const after = await sql.run();
  for (let round = 0; round < 5; round++) {
    const label = random.string(6);
    await after.accepts('insert into addresses (customer_id, label, country) values ($1, $2, $3)', [
      random.int(1, 3),
      label,
      random.string(2, 'ABCXYZ'),
    ]);
    await after.refuses(
      `insert into addresses (customer_id, label, country) values (1, '${label}', 'PT'), (1, '${label.toUpperCase()}', 'PT')`,
      'unique',
    );
  }
});
