const service = {
  reads: ['select id, name, phone from customers where id = 17'],
  writes: [`insert into customers (id, name, phone) select max(id) + 1, 'New', '+351 1' from customers`],
};

test('the service works after every statement', async ({ sql }) => {
  await sql.migrate(service);
});

test('the column is required, and nothing else is left behind', async ({ sql }) => {
  const after = await sql.migrate();
  await after.refuses(`insert into customers (id, name, phone) values (9001, 'New', null)`, 'not null');
  await after.accepts(`insert into customers (id, name, phone) values (9001, 'New', '+351 1')`);
  expect(
    await after.query(
      `select attnotnull from pg_attribute where attrelid = 'customers'::regclass and attname = 'phone'`,
    ),
  ).toEqualRows([{ attnotnull: true }]);
  expect(
    await after.query(`select conname from pg_constraint where conrelid = 'customers'::regclass and contype = 'c'`),
  ).toEqualRows([]);
});

test('rows keep what they hold', async ({ sql }) => {
  const after = await sql.migrate();
  const expected = await sql.reference.migrate();
  expect(await after.state('customers')).toEqualState(await expected.state('customers'));
});
