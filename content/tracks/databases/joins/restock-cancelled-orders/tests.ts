test('the copies of a cancelled order are back on the shelf', async ({ sql }) => {
  const after = await sql.run();
  const expected = await sql.reference.run();
  expect(await after.state('books')).toEqualState(await expected.state('books'));
});

test('cancelled orders are marked, and no others', async ({ sql }) => {
  const after = await sql.run();
  const expected = await sql.reference.run();
  expect(await after.state('orders', 'order_items')).toEqualState(await expected.state('orders', 'order_items'));
});
