const page = (customer: number) =>
  `select id, placed_at, total from orders where customer_id = ${customer} order by placed_at desc, id desc limit 20`;

test('a customer who bought long ago costs no more', async ({ sql }) => {
  const after = await sql.run({ data: 'old-customer' });
  const plan = await after.plan(page(42));
  plan.avoids('Sort');
  plan.readsAtMost('orders', 25);
  plan.buffersAtMost(40);
});

test('any customer is served', async ({ sql, random }) => {
  const after = await sql.run();
  const customer = random.int(100, 999);
  const plan = await after.plan(page(customer));
  plan.readsAtMost('orders', 25);
});
