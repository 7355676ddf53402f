const as = (name: string) => ({ headers: { authorization: `Bearer token-${name}` } });

test('lets a role that it does not know do nothing', async ({ request }) => {
  expect((await request('GET', '/orders', as('timo'))).status, 'GET /orders by a trainee').toBe(403);
  expect((await request('GET', '/orders/1', as('timo'))).status, 'GET /orders/1 by a trainee').toBe(403);
  expect((await request('POST', '/orders/1/refund', as('timo'))).status, 'a refund by a trainee').toBe(403);
  const { status } = await request('PUT', '/orders/1/assignee', { ...as('timo'), json: { staffId: 2 } });
  expect(status, 'an assignment by a trainee').toBe(403);
});

test('refuses roles before it looks for the order', async ({ request }) => {
  for (const id of [1, 3, 99]) {
    const refund = await request('POST', `/orders/${id}/refund`, as('aude'));
    expect(refund.status, `order ${id}, refunded by an auditor`).toBe(403);
    const assign = await request('PUT', `/orders/${id}/assignee`, { ...as('cleo'), json: { staffId: 2 } });
    expect(assign.status, `order ${id}, assigned by a clerk`).toBe(403);
  }
});

test('refuses the order before it looks at its state', async ({ request }) => {
  const cyrus = await request('POST', '/orders/5/refund', as('cyrus'));
  expect(cyrus.status, 'order 5, refunded already, by a clerk it is not assigned to').toBe(403);
  expect((await request('POST', '/orders/5/refund', as('cleo'))).status, 'the same by its clerk').toBe(409);
  expect((await request('POST', '/orders/8/refund', as('maren'))).status, 'order 8 of another shop').toBe(404);
});

test('assigns to clerks of the same shop only', async ({ request, db }) => {
  const assign = async (order: number, staffId: number) =>
    (await request('PUT', `/orders/${order}/assignee`, { ...as('maren'), json: { staffId } })).status;
  expect(await assign(1, 7), 'to Carla, a clerk of shop 2').toBe(422);
  expect(await assign(1, 4), 'to Aude, an auditor').toBe(422);
  expect(await assign(1, 1), 'to Maren, a manager').toBe(422);
  expect(await assign(1, 999), 'to nobody').toBe(422);
  expect(await assign(3, 2), 'an order of shop 2').toBe(404);
  const { rows } = await db.query('select id, assignee_id from orders where id in (1, 3) order by id');
  expect(rows, 'the assignees afterwards').toEqual([
    { id: 1, assignee_id: 2 },
    { id: 3, assignee_id: 7 },
  ]);
});

test('agrees with the table on random callers and orders', async ({ request, db, random }) => {
  for (let turn = 0; turn < 12; turn++) {
    const [name, shop, staff] = random.pick([
      ['maren', 1, 1],
      ['cleo', 1, 2],
      ['cyrus', 1, 3],
      ['aude', 1, 4],
      ['milan', 2, 6],
      ['carla', 2, 7],
    ] as [string, number, number][]);
    const orderShop = random.pick([1, 2]);
    const total = random.pick([0, 4999, 5000, 5001, 9000]);
    const assignee = random.pick([null, 2, 3, 7, staff]);
    const { rows } = await db.query(
      `insert into orders (shop_id, total_cents, assignee_id) values ($1, $2, $3) returning id`,
      [orderShop, total, assignee],
    );
    const manager = name === 'maren' || name === 'milan';
    const expected =
      name === 'aude' ? 403 : orderShop !== shop ? 404 : manager || (assignee === staff && total <= 5000) ? 200 : 403;
    const { status } = await request('POST', `/orders/${rows[0]!.id}/refund`, as(name));
    expect(status, `${name} of shop ${shop} refunds ${total} cents of shop ${orderShop}, assigned to ${assignee}`).toBe(
      expected,
    );
  }
});
