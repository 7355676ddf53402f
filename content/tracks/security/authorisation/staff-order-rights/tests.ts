const as = (name: string) => ({ headers: { authorization: `Bearer token-${name}` } });

test('lists the orders of the shop, and of no other', async ({ request }) => {
  for (const name of ['maren', 'cleo', 'aude']) {
    const { status, json } = await request('GET', '/orders', as(name));
    expect(status, `GET /orders by ${name}`).toBe(200);
    expect(
      json.orders.map(({ id }: { id: number }) => id),
      `the ids that ${name} sees`,
    ).toEqual([1, 2, 4, 5, 6, 7]);
  }
  const { json } = await request('GET', '/orders', as('milan'));
  expect(json.orders).toEqual([
    { id: 3, status: 'paid', totalCents: 1800, assigneeId: 7 },
    { id: 8, status: 'refunded', totalCents: 900, assigneeId: null },
  ]);
});

test('answers 404 for an order of another shop', async ({ request }) => {
  expect((await request('GET', '/orders/3', as('carla'))).json).toEqual({
    id: 3,
    status: 'paid',
    totalCents: 1800,
    assigneeId: 7,
  });
  expect((await request('GET', '/orders/3', as('maren'))).status, 'order 3, read by Maren of shop 1').toBe(404);
  expect((await request('GET', '/orders/99', as('maren'))).status, 'order 99, which is nowhere').toBe(404);
  expect((await request('POST', '/orders/1/refund', as('milan'))).status, 'order 1, refunded by shop 2').toBe(404);
});

test('answers 401 without a token that it knows', async ({ request }) => {
  const answer = await request('GET', '/orders');
  expect(answer.status, 'without a token').toBe(401);
  expect(answer.headers['www-authenticate'], 'WWW-Authenticate').toContain('Bearer');
  expect((await request('POST', '/orders/1/refund', as('nobody'))).status, 'with an unknown token').toBe(401);
});

test('lets a manager refund every order of the shop, once', async ({ request, db }) => {
  const { status, json } = await request('POST', '/orders/4/refund', as('maren'));
  expect(status, 'the refund of order 4').toBe(200);
  expect(json).toEqual({ id: 4, status: 'refunded', totalCents: 5001, assigneeId: 2 });
  expect((await db.query('select status from orders where id = 4')).rows).toEqual([{ status: 'refunded' }]);
  expect((await request('POST', '/orders/4/refund', as('maren'))).status, 'the same again').toBe(409);
});

test('lets a clerk refund what is assigned to them, up to 5,000 cents', async ({ request, db }) => {
  const refund = async (id: number) => (await request('POST', `/orders/${id}/refund`, as('cleo'))).status;
  expect(await refund(2), 'order 2: theirs, 5,000 cents').toBe(200);
  expect(await refund(4), 'order 4: theirs, 5,001 cents').toBe(403);
  expect(await refund(6), 'order 6: assigned to somebody else').toBe(403);
  expect(await refund(7), 'order 7: assigned to nobody').toBe(403);
  expect(await refund(3), 'order 3: of another shop').toBe(404);
  const { rows } = await db.query(`select id from orders where status = 'refunded' order by id`);
  expect(
    rows.map(({ id }) => id),
    'the refunded orders',
  ).toEqual([2, 5, 8]);
});

test('lets a manager assign an order to a clerk of the shop', async ({ request, db }) => {
  const { status, json } = await request('PUT', '/orders/7/assignee', { ...as('maren'), json: { staffId: 3 } });
  expect(status, 'PUT /orders/7/assignee').toBe(200);
  expect(json).toEqual({ id: 7, status: 'paid', totalCents: 1200, assigneeId: 3 });
  expect((await db.query('select assignee_id from orders where id = 7')).rows).toEqual([{ assignee_id: 3 }]);
  expect((await request('POST', '/orders/7/refund', as('cyrus'))).status, 'refunded by the new assignee').toBe(200);
});
