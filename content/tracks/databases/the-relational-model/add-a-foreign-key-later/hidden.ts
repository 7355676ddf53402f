test('nobody waits while a table is read', async ({ sql }) => {
  await sql.migrate({ lockTimeoutMsMax: 5000 });
});

test('works where every code is known', async ({ sql }) => {
  const after = await sql.migrate({ data: 'no-orphans', lockTimeoutMsMax: 5000 });
  const expected = await sql.reference.migrate({ data: 'no-orphans' });
  expect(await after.state('orders')).toEqualState(await expected.state('orders'));
});

test('finds the unknown code wherever it is', async ({ sql, random }) => {
  const id = random.int(1, 2000);
  const prepare = `update orders set coupon_code = 'GONE' where id = ${id}`;
  const after = await sql.migrate({ data: 'no-orphans', prepare });
  expect(await after.query(`select coupon_code from orders where id = ${id}`)).toEqualRows([{ coupon_code: null }]);
  expect(await after.query('select count(*)::int as n from orders')).toEqualRows([{ n: 2000 }]);
});
