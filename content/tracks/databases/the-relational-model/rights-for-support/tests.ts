test('orders can be read, and names and cities of customers', async ({ sql }) => {
  const support = (await sql.run()).as('support');
  expect(await support.query('select * from orders')).toEqualRows([
    { id: 10, customer_id: 1, status: 'paid', total: '20.00' },
    { id: 11, customer_id: 2, status: 'shipped', total: '35.50' },
  ]);
  expect(await support.query('select id, name, city from customers')).toEqualRows([
    { id: 1, name: 'Inga Berg', city: 'Oslo' },
    { id: 2, name: 'Rui Alves', city: 'Porto' },
  ]);
});

test('e-mail addresses and password hashes stay hidden', async ({ sql }) => {
  const support = (await sql.run()).as('support');
  await support.refuses('select email from customers', 'privilege');
  await support.refuses('select id from customers order by password_hash', 'privilege');
  await support.refuses('select * from customers', 'privilege');
});

test('the status of an order can be changed, and nothing else', async ({ sql }) => {
  const support = (await sql.run()).as('support');
  await support.accepts(`update orders set status = 'cancelled' where id = 10`);
  await support.refuses('update orders set total = 0 where id = 10', 'privilege');
  await support.refuses('update orders set customer_id = 2 where id = 10', 'privilege');
  await support.refuses(`update customers set city = 'Bergen' where id = 1`, 'privilege');
});
