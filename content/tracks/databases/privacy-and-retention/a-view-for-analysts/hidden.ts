const columns = 'select * from customers_for_analysis';

test('the role visitor gets nothing', async ({ sql }) => {
  const visitor = (await sql.run()).as('visitor');
  await visitor.refuses('select id from customers_for_analysis', 'privilege');
  await visitor.refuses('select id from customers', 'privilege');
});

test('the view can only be read', async ({ sql }) => {
  const after = await sql.run();
  const rights = `select right_ from unnest(array['insert', 'update', 'delete', 'truncate', 'references', 'trigger',
    'select with grant option']) right_ where has_table_privilege('analyst', 'customers_for_analysis', right_)`;
  expect(await after.query(rights), 'rights besides reading').toEqualRows([]);
});

test('shows what is in the tables at the moment of the query', async ({ sql }) => {
  const after = await sql.run();
  const change = `update customers set erased_on = '2026-01-01' where id = 3`;
  await after.accepts(change);
  const view = await after.query(`select relkind::text from pg_class where relname = 'customers_for_analysis'`);
  expect(view).toEqualRows([{ relkind: 'v' }]);
});

test('is empty where there are no customers', async ({ sql }) => {
  const after = await sql.run({ data: 'nobody' });
  expect(await after.query('select id from customers_for_analysis')).toEqualRows([]);
});

test('agrees with the reference on random customers', async ({ sql, random }) => {
  const rows = Array.from({ length: 20 }, (_, index) => {
    const phone = random.bool() ? 'null' : `'${random.string(random.int(5, 9), '0123456789')}'`;
    const born = random.bool() ? 'null' : `'${random.int(1950, 2005)}-01-01'`;
    const city = random.pick(['null', `'Oslo'`, `'Bergen'`, `'Lyon'`, `'Turin'`, `'Lagos'`, `'Cork'`]);
    const erased = random.int(1, 4) === 1 ? `'2026-01-01'` : 'null';
    return `(${101 + index}, 'C', '${random.string(random.int(1, 6), 'abcd')}${index}@example.com', ${phone}, ${born}, ${city}, ${random.int(1, 4) === 1}, ${erased})`;
  });
  const orders = Array.from({ length: 20 }, (_, index) => `(${101 + index}, ${random.int(101, 120)}, 5)`);
  const prepare = `insert into customers values ${rows.join(', ')}; insert into orders values ${orders.join(', ')}`;
  // One database at a time, because of the roles.
  const seen = await (await sql.run({ prepare })).query(columns);
  expect(seen).toEqualRows(await (await sql.reference.run({ prepare })).query(columns));
});
