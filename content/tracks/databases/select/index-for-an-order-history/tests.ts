const page = (customer: number) =>
  `select id, placed_at, total from orders where customer_id = ${customer} order by placed_at desc, id desc limit 20`;

test('the page of a customer with thousands of orders reads what it shows', async ({ sql }) => {
  const after = await sql.run();
  const plan = await after.plan(page(42));
  plan.avoids('Sort');
  plan.readsAtMost('orders', 25);
});

test('the page of a customer with three orders reads three', async ({ sql }) => {
  const after = await sql.run();
  const plan = await after.plan(page(7));
  plan.usesIndex('orders');
  plan.readsAtMost('orders', 5);
});

test('there is one new index, and the rows are as they were', async ({ sql }) => {
  const after = await sql.run();
  const expected = await sql.reference.run();
  expect(await after.query(`select count(*)::int as indexes from pg_indexes where tablename = 'orders'`)).toEqualRows([
    { indexes: 2 },
  ]);
  for (const customer of [42, 7]) {
    expect(await after.query(page(customer))).toEqualRows(await expected.query(page(customer)), {
      order: ['placed_at', 'id'],
    });
  }
});
