test('lists the orders of the caller', async ({ request, planted }) => {
  const { status, json } = await request('GET', '/orders', { headers: { authorization: `Bearer ${planted.token}` } });
  expect(status, 'the status of GET /orders').toBe(200);
  expect(json.orders).toEqual([
    { id: 2, status: 'shipped', book: 'Locks and Keys', note: 'For the new flat' },
    { id: 5, status: 'open', book: 'A Field Guide to Locks', note: 'With love' },
  ]);
});

test('shows an order, its invoice and an export to its owner', async ({ request, planted }) => {
  const headers = { authorization: `Bearer ${planted.token}` };
  const order = { id: 2, status: 'shipped', book: 'Locks and Keys', note: 'For the new flat' };
  expect((await request('GET', '/orders/2', { headers })).json, 'GET /orders/2').toEqual(order);
  const text = 'Invoice for order 2 (shipped)\nLocks and Keys\nFor the new flat\n';
  expect((await request('GET', '/orders/2/invoice', { headers })).body, 'the invoice').toBe(text);
  const named = await request('GET', '/orders/2/invoice?customer=2', { headers });
  expect(named.body, 'the invoice with ?customer=2').toBe(text);
  const { json } = await request('POST', '/orders/export', { headers, json: { ids: [5, 2, 777] } });
  expect(json.orders.map(({ id }: { id: number }) => id).toSorted(), 'the ids in the export').toEqual([2, 5]);
});

test('orders the same again', async ({ request, planted }) => {
  const headers = { authorization: `Bearer ${planted.token}` };
  const { status, json } = await request('POST', '/orders/5/again', { headers });
  expect(status, 'the status of POST /orders/5/again').toBe(201);
  expect(json).toEqual({ id: expect.any(Number), status: 'open', book: 'A Field Guide to Locks', note: 'With love' });
  const mine = (await request('GET', '/orders', { headers })).json.orders;
  expect(
    mine.map(({ id }: { id: number }) => id),
    'the ids of GET /orders',
  ).toEqual([2, 5, json.id]);
});

test('lets nobody in without a valid token', async ({ request }) => {
  expect((await request('GET', '/orders')).status, 'without a token').toBe(401);
  const headers = { authorization: 'Bearer nonsense' };
  expect((await request('GET', '/orders/2', { headers })).status, 'with a wrong token').toBe(401);
});

test('lets support read every order', async ({ request, db }) => {
  await db.query(`insert into customers (id, name, token, support) values (9, 'Sana', 'support-token-91', true)`);
  const headers = { authorization: 'Bearer support-token-91' };
  expect((await request('GET', '/orders/4', { headers })).json?.note, 'the note of order 4').toBe('Read it twice');
  const invoice = await request('GET', '/orders/4/invoice?customer=3', { headers });
  expect(invoice.body, 'the invoice of order 4').toBe('Invoice for order 4 (paid)\nSlow Queries\nRead it twice\n');
  const { json } = await request('POST', '/orders/export', { headers, json: { ids: [2, 4] } });
  expect(json.orders, 'an export of two orders').toHaveLength(2);
  expect((await request('GET', '/orders', { headers })).json.orders, 'orders of their own').toEqual([]);
});
