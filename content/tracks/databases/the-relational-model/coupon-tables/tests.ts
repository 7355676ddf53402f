test('takes coupons and redemptions', async ({ sql }) => {
  const after = await sql.run();
  await after.accepts(`insert into coupons (code, percent) values ('SPRING25', 25)`);
  await after.accepts(`insert into coupons (code, percent, valid_until) values ('LAST', 100, '2026-12-31')`);
  await after.accepts(`insert into coupons (code, percent) values ('SPRING25', 25);
    insert into redemptions (order_id, coupon_code) values (1, 'SPRING25')`);
});

test('a percentage is needed and lies between 1 and 100', async ({ sql }) => {
  const after = await sql.run();
  await after.refuses(`insert into coupons (code, percent) values ('SPRING25', 0)`, 'check');
  await after.refuses(`insert into coupons (code, percent) values ('SPRING25', 101)`, 'check');
  await after.refuses(`insert into coupons (code, percent) values ('SPRING25', null)`, ['not null', 'check']);
  await after.accepts(`insert into coupons (code, percent) values ('SPRING25', 1)`);
});

test('a code has 4 to 12 upper-case letters or digits', async ({ sql }) => {
  const after = await sql.run();
  await after.accepts(`insert into coupons (code, percent) values ('A1B2', 5)`);
  await after.accepts(`insert into coupons (code, percent) values ('ABCDEFGH1234', 5)`);
  await after.refuses(`insert into coupons (code, percent) values ('ABC', 5)`, 'check');
  await after.refuses(`insert into coupons (code, percent) values ('ABCDEFGH12345', 5)`, ['check', 'type']);
  await after.refuses(`insert into coupons (code, percent) values ('spring', 5)`, 'check');
  await after.refuses(`insert into coupons (code, percent) values ('SPRING 25', 5)`, 'check');
  await after.refuses(`insert into coupons (code, percent) values (null, 5)`, 'not null');
  await after.refuses(
    `insert into coupons (code, percent) values ('SPRING25', 5); insert into coupons (code, percent) values ('SPRING25', 6)`,
    'unique',
  );
});
