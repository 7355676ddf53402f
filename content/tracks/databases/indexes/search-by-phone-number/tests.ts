test('the orders that the old query finds', async ({ sql }) => {
  expect(await sql.select()).toEqualRows(await sql.reference.select());
});

test('at most 100 orders are read', async ({ sql }) => {
  const plan = await sql.plan();
  plan.usesIndex('orders');
  plan.readsAtMost('orders', 100);
});
