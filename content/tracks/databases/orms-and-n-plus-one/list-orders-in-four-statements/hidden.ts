test('counts orders with its limit, however many lines they have', async ({ request, db }) => {
  await db.query(
    `insert into orders (id, customer_id, status, placed_at)
     select 900 + n, 1, 'pending', timestamptz '2030-01-01' + n * interval '1 hour' from generate_series(1, 5) n`,
  );
  await db.query(
    `insert into order_items select o, b, 1, 5.00 from generate_series(901, 905) o, generate_series(1, 6) b`,
  );
  const { json } = await request('GET', '/orders?limit=4&status=pending');
  expect(json.orders.map(({ id, items }) => [id, items.length])).toEqual([
    [905, 6],
    [904, 6],
    [903, 6],
    [902, 6],
  ]);
});

test('fetches no more rows than it shows', async ({ request, db }) => {
  const { json } = await request('GET', '/orders?limit=2');
  const fetched = db.statements().reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0);
  const items = json.orders.flatMap((order) => order.items);
  const customers = json.orders.filter(({ customer }) => customer !== null);
  const authors = items.flatMap((item) => item.authors);
  expect(fetched, 'rows of all statements').toBeLessThanOrEqual(
    json.orders.length + customers.length + items.length + authors.length,
  );
});

test('shows orders without lines and books without authors', async ({ request, db }) => {
  await db.query(`insert into orders (id, customer_id, status, placed_at) values
    (901, 2, 'paid', '2030-01-01'), (902, 2, 'paid', '2030-01-02')`);
  await db.query('insert into order_items values (902, 11, 1, 12.50)');
  const { json } = await request('GET', '/orders?limit=2');
  expect(json.orders).toEqual([
    {
      id: 902,
      placedAt: expect.any(String),
      customer: { id: 2, name: 'Ben Carter' },
      items: [{ bookId: 11, title: 'Letters from a Data Centre', authors: [], quantity: 1, unitPrice: '12.50' }],
      total: '12.50',
    },
    { id: 901, placedAt: expect.any(String), customer: { id: 2, name: 'Ben Carter' }, items: [], total: '0.00' },
  ]);
});

test('names the authors in the order of the cover', async ({ request, db }) => {
  await db.query(`insert into orders (id, customer_id, status, placed_at) values (901, 2, 'paid', '2030-01-01')`);
  await db.query('insert into book_authors values (11, 9, 1), (11, 3, 2), (11, 4, 3)');
  await db.query('insert into order_items values (901, 11, 1, 12.50)');
  const { json } = await request('GET', '/orders?limit=1');
  expect(json.orders[0].items[0].authors).toEqual(['Ines Moreau', 'Ada Okafor', 'Jun Watanabe']);
});

test('adds up what was paid, exactly', async ({ request, db }) => {
  await db.query(`insert into orders (id, customer_id, status, placed_at) values (901, 2, 'paid', '2030-01-01')`);
  await db.query('insert into order_items values (901, 1, 3, 0.10), (901, 2, 1, 0.20), (901, 3, 7, 1000000.07)');
  const { json } = await request('GET', '/orders?limit=1');
  expect(json.orders[0].total).toBe('7000000.99');
});

test('answers with an empty list where there is no such order', async ({ request, db }) => {
  await db.query(`update orders set status = 'paid', shipped_at = null`);
  const { status, json } = await request('GET', '/orders?status=cancelled');
  expect([status, json]).toEqual([200, { orders: [] }]);
});

test('holds for random orders', async ({ request, db, random }) => {
  const ids = Array.from({ length: random.int(3, 8) }, (_, index) => 901 + index);
  const expected: { id: number; bookIds: number[]; total: string }[] = [];
  for (const id of ids) {
    const day = `2031-01-${10 + random.int(0, 3)}`;
    await db.query(`insert into orders (id, customer_id, status, placed_at) values ($1, $2, 'pending', $3)`, [
      id,
      random.int(1, 6),
      day,
    ]);
    const books = random.shuffle([1, 3, 4, 5, 6, 9, 13]).slice(0, random.int(0, 4));
    let cents = 0;
    for (const book of books) {
      const [quantity, price] = [random.int(1, 4), random.int(1, 9999)];
      cents += quantity * price;
      await db.query('insert into order_items values ($1, $2, $3, $4)', [id, book, quantity, (price / 100).toFixed(2)]);
    }
    expected.push({ id, bookIds: [...books].sort((a, b) => a - b), total: (cents / 100).toFixed(2) });
  }
  const { rows } = await db.query('select id from orders where id > 900 order by placed_at desc, id desc');
  const { json } = await request('GET', `/orders?limit=${ids.length}`);
  expect(
    json.orders.map(({ id, items, total }) => ({ id, bookIds: items.map(({ bookId }) => bookId), total })),
  ).toEqual(rows.map(({ id }) => expected.find((order) => order.id === id)));
});
