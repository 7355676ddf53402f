test('deliveries are added to what is there', async ({ sql }) => {
  const after = await sql.run();
  const expected = await sql.reference.run();
  expect(await after.state('inventory')).toEqualState(await expected.state('inventory'));
});

test('the list is empty afterwards, so that a second run changes nothing', async ({ sql }) => {
  const after = await sql.run({ times: 2 });
  const expected = await sql.reference.run();
  expect(await after.state()).toEqualState(await expected.state());
});
