test('a long conversation among short ones', async ({ sql }) => {
  expect(await sql.select({ data: 'one-is-long' })).toEqualRows(await sql.reference.select({ data: 'one-is-long' }));
  const plan = await sql.plan({ data: 'one-is-long' });
  plan.readsAtMost('messages', 300);
});

test('conversations without a message are not listed', async ({ sql }) => {
  expect(await sql.select({ data: 'empty' })).toEqualRows(await sql.reference.select({ data: 'empty' }));
});

test('agrees with the reference on random messages', async ({ sql, random }) => {
  const messages = random.shuffle(Array.from({ length: 30 }, (_, index) => 20001 + index));
  const values = messages.map((id) => `(${id}, ${random.int(1, 62)}, '${random.string(5)}')`);
  const prepare = `insert into messages (id, conversation_id, body) values ${values.join(', ')}`;
  expect(await sql.run({ prepare })).toEqualRows(await sql.reference.run({ prepare }));
});
