test('the orders of that day, sorted by id', async ({ sql }) => {
  expect(await sql.select()).toEqualRows(await sql.reference.select(), { order: ['id'] });
});

test('the rows are found through the index', async ({ sql }) => {
  const plan = await sql.plan();
  plan.usesIndex('orders', 'orders_placed_at');
  plan.readsAtMost('orders', 200);
});
