test('an order that both numbers lead to comes once', async ({ sql }) => {
  expect(await sql.select({ data: 'shared-phone' })).toEqualRows(await sql.reference.select({ data: 'shared-phone' }));
});

test('a number that nobody has gives no rows', async ({ sql }) => {
  expect(await sql.select({ data: 'nobody' })).toEqualRows(await sql.reference.select({ data: 'nobody' }));
});

test('agrees with the reference on random numbers', async ({ sql, random }) => {
  const orders = Array.from({ length: 3 }, () => random.int(1, 16000));
  const customers = Array.from({ length: 2 }, () => random.int(1, 4000));
  const prepare = `update orders set delivery_phone = '+351 5550' where id in (${orders.join(', ')});
    update customers set phone = '+351 5550' where id in (${customers.join(', ')})`;
  const rows = await sql.run({ data: 'nobody', prepare });
  expect(rows).toEqualRows(await sql.reference.run({ data: 'nobody', prepare }));
});
