test('the service works after every statement', async ({ sql }) => {
  await sql.migrate({
    reads: ['select id, coupon_code, total from orders where id = 9', 'select code from coupons'],
    writes: [
      `insert into orders (id, coupon_code, total) select max(id) + 1, 'SPRING25', 5 from orders`,
      `insert into orders (id, total) select max(id) + 1, 5 from orders`,
    ],
  });
});

test('the foreign key is there and valid', async ({ sql }) => {
  const after = await sql.migrate();
  await after.refuses(`insert into orders (id, coupon_code, total) values (9001, 'NOWHERE', 5)`, 'foreign key');
  await after.refuses(`delete from coupons where code = 'SPRING25'`, 'foreign key');
  await after.accepts(`insert into orders (id, coupon_code, total) values (9001, 'LAST', 5)`);
  await after.accepts(`insert into orders (id, coupon_code, total) values (9001, null, 5)`);
  expect(
    await after.query(`select convalidated from pg_constraint where conrelid = 'orders'::regclass and contype = 'f'`),
  ).toEqualRows([{ convalidated: true }]);
});

test('orders with an unknown code lose it, and nothing else changes', async ({ sql }) => {
  const after = await sql.migrate();
  const expected = await sql.reference.migrate();
  expect(await after.state('orders', 'coupons')).toEqualState(await expected.state('orders', 'coupons'));
});

test('there is an index that begins with coupon_code', async ({ sql }) => {
  const after = await sql.migrate();
  const { rows } = await after.query(`select a.attname from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indrelid = 'orders'::regclass and i.indisvalid and i.indpred is null`);
  expect(
    rows.map((row) => row.attname),
    'first columns of the indexes on orders',
  ).toContain('coupon_code');
});
