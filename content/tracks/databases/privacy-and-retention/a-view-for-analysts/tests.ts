const columns = 'select * from customers_for_analysis';

test('shows the customers masked', async ({ sql }) => {
  // One database at a time, because of the roles.
  const seen = await (await sql.run()).query(columns);
  expect(seen).toEqualRows(await (await sql.reference.run()).query(columns));
});

test('the analyst reads the view', async ({ sql }) => {
  const analyst = (await sql.run()).as('analyst');
  expect(await analyst.query('select email, phone, city from customers_for_analysis where id in (1, 2)')).toEqualRows([
    { email: 'm***@example.com', phone: '***123', city: 'Leeds' },
    { email: 'r***@example.org', phone: null, city: null },
  ]);
});

test('the tables stay closed', async ({ sql }) => {
  const analyst = (await sql.run()).as('analyst');
  await analyst.refuses('select id from customers', 'privilege');
  await analyst.refuses('select email from customers', 'privilege');
  await analyst.refuses('select id from orders', 'privilege');
});
