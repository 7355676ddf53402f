test('shows the newest orders first, each with all that belongs to it', async ({ request, db }) => {
  const { status, json } = await request('GET', '/orders?limit=3');
  expect(status).toBe(200);
  const { rows } = await db.query(
    'select id, placed_at, customer_id from orders order by placed_at desc, id desc limit 3',
  );
  expect(json.orders.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  for (const [index, order] of json.orders.entries()) {
    expect(new Date(order.placedAt).getTime()).toBe(new Date(String(rows[index].placed_at)).getTime());
    const items = await db.query(
      `select i.book_id as "bookId", b.title, i.quantity, i.unit_price as "unitPrice",
         array(select a.name from book_authors ba join authors a on a.id = ba.author_id
               where ba.book_id = b.id order by ba.position) as authors
       from order_items i join books b on b.id = i.book_id where i.order_id = $1 order by i.book_id`,
      [order.id],
    );
    expect(order.items).toEqual(items.rows);
  }
});

test('sends as many statements for many orders as for one, four at most', async ({ request, db }) => {
  const one = await request('GET', '/orders?limit=1');
  expect(one.json.orders).toHaveLength(1);
  const forOne = db.statements().length;
  const many = await request('GET', '/orders?limit=10');
  expect(many.json.orders).toHaveLength(10);
  const forMany = db.statements().length - forOne;
  expect(forOne, 'statements for one order').toBeLessThanOrEqual(4);
  expect(forMany, 'statements for ten orders').toBeLessThanOrEqual(4);
});

test('shows the orders of guests, without a customer', async ({ request, db }) => {
  await db.query(`insert into orders (id, customer_id, status, placed_at) values (901, null, 'paid', '2030-01-01')`);
  await db.query('insert into order_items values (901, 4, 2, 24.00)');
  const { status, json } = await request('GET', '/orders?limit=1');
  expect(status).toBe(200);
  expect(json.orders[0]).toMatchObject({ id: 901, customer: null, total: '48.00' });
  expect(json.orders[0].items).toHaveLength(1);
});

test('shows only orders of the status that is asked for', async ({ request, db }) => {
  const { rows } = await db.query(
    `select id from orders where status = 'shipped' order by placed_at desc, id desc limit 20`,
  );
  const { status, json } = await request('GET', '/orders?status=shipped');
  expect(status).toBe(200);
  expect(json.orders.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
});

test('refuses a limit or a status that is none', async ({ request }) => {
  for (const query of [
    'limit=0',
    'limit=51',
    'limit=1.5',
    'limit=ten',
    'limit=-1',
    'limit=',
    'status=lost',
    'status=',
  ]) {
    expect((await request('GET', `/orders?${query}`)).status, query).toBe(400);
  }
});
