const insert = 'insert into addresses (customer_id, label, country, is_default) values';

test('takes an address, with an id of its own', async ({ sql }) => {
  const after = await sql.run();
  await after.query(`${insert} (1, 'Home', 'PT', true), (2, 'Work', 'SE', false)`);
  expect(await after.query('select count(distinct id)::int as n, count(*)::int as rows from addresses')).toEqualRows([
    { n: 2, rows: 2 },
  ]);
});

test('a second default is refused', async ({ sql }) => {
  const after = await sql.run();
  await after.query(`${insert} (1, 'Home', 'PT', true), (1, 'Work', 'PT', false)`);
  await after.refuses(`${insert} (1, 'Boat', 'PT', true)`, ['unique', 'exclusion']);
  await after.refuses(`update addresses set is_default = true where label = 'Work'`, ['unique', 'exclusion']);
});

test('any number of other addresses', async ({ sql }) => {
  const after = await sql.run();
  await after.accepts(`${insert} (1, 'Home', 'PT', false), (1, 'Work', 'PT', false), (1, 'Boat', 'PT', false)`);
  await after.accepts(`${insert} (1, 'Home', 'PT', true), (1, 'Work', 'PT', false), (1, 'Boat', 'PT', false)`);
});

test('each customer has a default of their own', async ({ sql }) => {
  const after = await sql.run();
  await after.accepts(`${insert} (1, 'Home', 'PT', true), (2, 'Work', 'SE', true)`);
});
