test('several cancelled orders of one book all count', async ({ sql }) => {
  const after = await sql.run({ data: 'same-book' });
  const expected = await sql.reference.run({ data: 'same-book' });
  expect(await after.state()).toEqualState(await expected.state());
});

test('orders that were put back before are left alone', async ({ sql }) => {
  const after = await sql.run({ data: 'restocked' });
  const expected = await sql.reference.run({ data: 'restocked' });
  expect(await after.state()).toEqualState(await expected.state());
});

test('a second run changes nothing', async ({ sql }) => {
  const after = await sql.run({ times: 2 });
  const expected = await sql.reference.run();
  expect(await after.state()).toEqualState(await expected.state());
});

test('without orders nothing changes', async ({ sql }) => {
  const after = await sql.run({ data: 'empty' });
  const expected = await sql.reference.run({ data: 'empty' });
  expect(await after.state()).toEqualState(await expected.state());
});

test('agrees with the reference on random orders', async ({ sql, random }) => {
  const orders = Array.from({ length: 12 }, (_, index) => {
    const status = random.pick(['paid', 'shipped', 'cancelled']);
    const restocked = status === 'cancelled' && random.bool();
    return `insert into orders values (${index}, '${status}', ${restocked});
      insert into order_items values (${index}, 1, ${random.int(1, 9)})`;
  });
  const options = { data: 'empty', prepare: orders.join(';') };
  const after = await sql.run(options);
  const expected = await sql.reference.run(options);
  expect(await after.state()).toEqualState(await expected.state());
});
