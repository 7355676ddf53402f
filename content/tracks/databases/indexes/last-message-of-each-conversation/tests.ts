test('the last message of each conversation that has one', async ({ sql }) => {
  expect(await sql.select()).toEqualRows(await sql.reference.select());
});

test('at most 300 messages are read', async ({ sql }) => {
  const plan = await sql.plan();
  plan.usesIndex('messages');
  plan.readsAtMost('messages', 300);
});
