test('answers for what is somebody else’s as for what does not exist', async ({ request, planted }) => {
  const headers = { authorization: `Bearer ${planted.token}` };
  const routes: [string, string][] = [
    ['GET', ''],
    ['GET', '/invoice'],
    ['POST', '/again'],
  ];
  for (const [method, path] of routes) {
    const foreign = await request(method, `/orders/4${path}`, { headers });
    const missing = await request(method, `/orders/98765${path}`, { headers });
    expect(missing.status, `${method} /orders/98765${path}, which does not exist`).toBe(404);
    expect(foreign.status, `${method} /orders/4${path}, which is somebody else's`).toBe(404);
    expect(foreign.body, `the body of ${method} /orders/4${path}`).toBe(missing.body);
  }
});

test('leaves the notes and the number of orders as they are', async ({ request, db, planted }) => {
  const headers = { authorization: `Bearer ${planted.token}` };
  await request('POST', `/orders/${planted.foreignOrder}/again`, { headers });
  await request('POST', '/orders/4/again', { headers });
  const { rows } = await db.query('select count(*)::int as count from orders');
  expect(rows[0]!.count, 'orders after two foreign ones were ordered again').toBe(7);
  const note = await db.query('select note from orders where id = $1', [planted.foreignOrder]);
  expect(note.rows[0]!.note, 'the note in the table').toBe(planted.secret);
});

test('copies nothing for support either', async ({ request, db }) => {
  await db.query(`insert into customers (id, name, token, support) values (9, 'Sana', 'support-token-91', true)`);
  const { status } = await request('POST', '/orders/4/again', {
    headers: { authorization: 'Bearer support-token-91' },
  });
  expect(status, "again, by support, for somebody else's order").toBe(404);
});

test('keeps random customers apart', async ({ request, db, random }) => {
  const owners = new Map<number, number>();
  for (let turn = 0; turn < 8; turn++) {
    const customer = random.pick([1, 2, 3]);
    const { rows } = await db.query(
      `insert into orders (customer_id, book, note) values ($1, 'Slow Queries', $2) returning id`,
      [customer, random.string(8)],
    );
    owners.set(rows[0]!.id, customer);
  }
  await db.query(`update customers set token = 'token-of-customer-' || id`);
  const ids = random.shuffle([...owners.keys()]);
  for (const customer of [1, 2, 3]) {
    const headers = { authorization: `Bearer token-of-customer-${customer}` };
    const own = ids.filter((id) => owners.get(id) === customer).toSorted((a, b) => a - b);
    const { json } = await request('POST', '/orders/export', { headers, json: { ids } });
    const exported = json.orders.map(({ id }: { id: number }) => id).toSorted((a: number, b: number) => a - b);
    expect(exported, `what customer ${customer} exports`).toEqual(own);
    for (const id of ids.slice(0, 4)) {
      const { status } = await request('GET', `/orders/${id}`, { headers });
      expect(status, `order ${id} of customer ${owners.get(id)}, read by customer ${customer}`).toBe(
        owners.get(id) === customer ? 200 : 404,
      );
    }
  }
});
