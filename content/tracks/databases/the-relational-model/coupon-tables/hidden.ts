const twoCoupons = `insert into coupons (code, percent) values ('SPRING25', 25), ('AUTUMN10', 10);`;

test('an order uses at most one coupon', async ({ sql }) => {
  const after = await sql.run();
  await after.query(twoCoupons);
  await after.query(`insert into redemptions (order_id, coupon_code) values (1, 'SPRING25')`);
  await after.refuses(`insert into redemptions (order_id, coupon_code) values (1, 'AUTUMN10')`, 'unique');
});

test('a coupon may be used by many orders', async ({ sql }) => {
  const after = await sql.run();
  await after.query(twoCoupons);
  await after.accepts(`insert into redemptions (order_id, coupon_code) values (1, 'SPRING25'), (2, 'SPRING25')`);
});

test('orders and coupons of a redemption exist', async ({ sql }) => {
  const after = await sql.run();
  await after.query(twoCoupons);
  await after.refuses(`insert into redemptions (order_id, coupon_code) values (99, 'SPRING25')`, 'foreign key');
  await after.refuses(`insert into redemptions (order_id, coupon_code) values (1, 'WINTER10')`, 'foreign key');
  await after.refuses(`insert into redemptions (order_id, coupon_code) values (1, null)`, 'not null');
  await after.refuses(`insert into redemptions (order_id, coupon_code) values (null, 'SPRING25')`, 'not null');
});

test('a deleted order takes its redemption along', async ({ sql }) => {
  const after = await sql.run();
  await after.query(twoCoupons);
  await after.query(`insert into redemptions (order_id, coupon_code) values (1, 'SPRING25'), (2, 'SPRING25')`);
  await after.accepts(`delete from orders where id = 1`);
  await after.query(`delete from orders where id = 1`);
  expect(await after.query(`select order_id from redemptions`)).toEqualRows([{ order_id: 2 }]);
});

test('a coupon that was used cannot be deleted', async ({ sql }) => {
  const after = await sql.run();
  await after.query(twoCoupons);
  await after.query(`insert into redemptions (order_id, coupon_code) values (1, 'SPRING25')`);
  await after.refuses(`delete from coupons where code = 'SPRING25'`, 'foreign key');
  await after.accepts(`delete from coupons where code = 'AUTUMN10'`);
});

test('times are filled in', async ({ sql }) => {
  const after = await sql.run();
  await after.query(twoCoupons);
  await after.accepts(`insert into redemptions (order_id, coupon_code) values (1, 'SPRING25')`);
  await after.query(`insert into redemptions (order_id, coupon_code) values (1, 'SPRING25')`);
  expect(
    await after.query(`select c.created_at = now() as created, r.redeemed_at = now() as redeemed, c.valid_until
      from redemptions r join coupons c on c.code = r.coupon_code`),
  ).toEqualRows([{ created: true, redeemed: true, valid_until: null }]);
  await after.refuses(`insert into coupons (code, percent, created_at) values ('LAST', 1, null)`, 'not null');
});

test('the columns have the types of the task', async ({ sql }) => {
  const after = await sql.run();
  const { rows } = await after.query(`select table_name || '.' || column_name as name, data_type as type
    from information_schema.columns
    where table_name in ('coupons', 'redemptions') and column_name in ('percent', 'valid_until', 'created_at', 'redeemed_at')
    order by 1`);
  expect(rows).toEqual([
    { name: 'coupons.created_at', type: 'timestamp with time zone' },
    { name: 'coupons.percent', type: 'integer' },
    { name: 'coupons.valid_until', type: 'date' },
    { name: 'redemptions.redeemed_at', type: 'timestamp with time zone' },
  ]);
});

test('holds for random percentages and codes', async ({ sql, random }) => {
  const after = await sql.run();
  const insert = 'insert into coupons (code, percent) values ($1, $2)';
  for (let round = 0; round < 5; round++) {
    const code = random.string(random.int(4, 12), 'ABCXYZ0189');
    await after.accepts(insert, [code, random.int(1, 100)]);
    await after.refuses(insert, 'check', [code, random.int(101, 5000)]);
    await after.refuses(insert, 'check', [`${code.slice(0, 11)}é`, 5]);
  }
});
