test('open requests are carried out, held ones refused, and nothing else changes', async ({ sql }) => {
  const after = await sql.run();
  const expected = await sql.reference.run();
  expect(await after.state()).toEqualState(await expected.state());
});

test('without open requests nothing changes', async ({ sql }) => {
  const after = await sql.run({ data: 'nothing-open' });
  const expected = await sql.reference.run({ data: 'nothing-open' });
  expect(await after.state()).toEqualState(await expected.state());
});

test('a second run changes nothing', async ({ sql }) => {
  const after = await sql.run({ times: 2 });
  const expected = await sql.reference.run();
  expect(await after.state()).toEqualState(await expected.state());
});
