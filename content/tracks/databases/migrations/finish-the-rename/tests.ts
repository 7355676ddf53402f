const newCode = {
  reads: [
    'select id, name from customers where id = 17',
    `select id, name from customers where lower(name) = 'customer 17'`,
  ],
  writes: [
    `insert into customers (id, name) select max(id) + 1, 'New Customer' from customers`,
    `update customers set name = 'Customer 17' where id = 17`,
  ],
};

test('new code works after every statement', async ({ sql }) => {
  await sql.migrate(newCode);
});

test('no name is lost, and one is needed', async ({ sql }) => {
  const after = await sql.migrate();
  expect(await after.query(`select id, name from customers where name is distinct from 'Customer ' || id`)).toEqualRows(
    [],
  );
  await after.refuses('insert into customers (id, name) values (9001, null)', 'not null');
});

test('nothing of the old name is left', async ({ sql }) => {
  const after = await sql.migrate();
  expect(
    await after.query(
      `select column_name from information_schema.columns where table_schema = 'public' and table_name = 'customers'`,
    ),
  ).toEqualRows([{ column_name: 'id' }, { column_name: 'name' }]);
  expect(
    await after.query(`select tgname from pg_trigger where tgrelid = 'customers'::regclass and not tgisinternal`),
  ).toEqualRows([]);
  expect(await after.query(`select proname from pg_proc where pronamespace = 'public'::regnamespace`)).toEqualRows([]);
});
