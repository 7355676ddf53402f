test('everything moves to the account that stays', async ({ sql }) => {
  const after = await sql.run();
  const expected = await sql.reference.run();
  expect(await after.state()).toEqualState(await expected.state());
});

test('a second run changes nothing', async ({ sql }) => {
  const after = await sql.run({ times: 2 });
  const expected = await sql.reference.run();
  expect(await after.state()).toEqualState(await expected.state());
});
