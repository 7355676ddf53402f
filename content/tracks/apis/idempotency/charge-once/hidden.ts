const pay = ({ request }: Pick<Fixtures, 'request'>, order: number) => request('POST', `/orders/${order}/payment`);
const charges = 'https://pay.test/charges';
const keys = (upstream: Fixtures['upstream']) => upstream.calls().map(({ headers }) => headers['idempotency-key']);

test('takes up an attempt that another process has left behind', async ({ request, upstream, db }) => {
  await db.query("insert into attempts (order_id, key, amount) values (8, 'left-behind', 12.00)");
  upstream.reply('POST', charges, { status: 201, json: { id: 'ch_5' } });
  const answer = await pay({ request }, 8);
  expect(answer.json).toEqual({ order: 8, status: 'paid', charge: 'ch_5' });
  expect(keys(upstream)).toEqual(['left-behind']);
  expect(upstream.calls()[0]!.json, 'The content that belongs to the key').toEqual({ order: 8, amount: '12.00' });
  const { rows } = await db.query('select outcome, charge from attempts where order_id = 8');
  expect(rows).toEqual([{ outcome: 'charged', charge: 'ch_5' }]);
});

test('sends one key only for requests at the same moment', async ({ request, upstream, db }) => {
  upstream.reply('POST', charges, { status: 201, json: { id: 'ch_6' }, latencyMs: 800 });
  const answers = await Promise.all([pay({ request }, 7), pay({ request }, 7), pay({ request }, 7)]);
  expect(new Set(keys(upstream)).size, 'Different keys for one order').toBe(1);
  for (const { status } of answers) expect(status).toBeOneOf([200, 409]);
  const good = answers.filter(({ status }) => status === 200);
  expect(good.length, 'Answers that say paid').toBeGreaterThanOrEqual(1);
  for (const { json } of good) expect(json).toEqual({ order: 7, status: 'paid', charge: 'ch_6' });
  const { rows } = await db.query('select outcome from attempts where order_id = 7');
  expect(rows).toEqual([{ outcome: 'charged' }]);
});

test('waits five seconds for an answer and no longer', async ({ request, upstream }) => {
  upstream.reply('POST', charges, { status: 201, json: { id: 'ch_7' }, latencyMs: 4500 });
  expect((await pay({ request }, 7)).status).toBe(200);
  expect(upstream.calls().length, 'Calls when the answer takes 4.5 seconds').toBe(1);
});

test('takes no answer in time for an unknown outcome', async ({ request, upstream, clock }) => {
  upstream.reply('POST', charges, { fails: 'timeout', times: 2 });
  upstream.reply('POST', charges, { status: 201, json: { id: 'ch_8' } });
  const before = await clock.now();
  expect((await pay({ request }, 7)).status).toBe(200);
  const calls = upstream.calls();
  expect(calls.length, 'Calls').toBe(3);
  expect(new Set(keys(upstream)).size, 'Different keys of one attempt').toBe(1);
  for (const [index, { atMs }] of calls.entries()) {
    if (index === 0) continue;
    const gap = atMs - calls[index - 1]!.atMs;
    expect(gap, 'Milliseconds between two calls').toBeGreaterThanOrEqual(4999);
    expect(gap, 'Milliseconds between two calls').toBeLessThanOrEqual(7100);
  }
  expect((await clock.now()) - before).toBeLessThanOrEqual(15_000);
});

test('declines after an unknown outcome without a new key', async ({ request, upstream }) => {
  upstream.reply('POST', charges, { status: 502, times: 1 });
  upstream.reply('POST', charges, { status: 402, times: 1 });
  upstream.reply('POST', charges, { status: 201, json: { id: 'ch_9' } });
  expect((await pay({ request }, 7)).status).toBe(402);
  expect(new Set(keys(upstream)).size, 'Different keys of one attempt').toBe(1);
  expect((await pay({ request }, 7)).status).toBe(200);
  expect(new Set(keys(upstream)).size, 'Different keys of two attempts').toBe(2);
});

test('keeps the amount of an attempt when the total changes', async ({ request, upstream, db }) => {
  upstream.reply('POST', charges, { fails: 'refused', times: 3 });
  upstream.reply('POST', charges, { status: 201, json: { id: 'ch_10' } });
  expect((await pay({ request }, 7)).status).toBe(503);
  await db.query('update orders set total = 99 where id = 7');
  expect((await pay({ request }, 7)).status).toBe(200);
  expect(new Set(upstream.calls().map(({ json }) => json.amount))).toEqual(new Set(['25.00']));
});

test('charges each of several random orders with a key of its own', async ({ request, upstream, db, random }) => {
  const orders = Array.from({ length: 4 }, (_, index) => ({ id: 100 + index, total: `${random.int(1, 99)}.50` }));
  for (const { id, total } of orders) {
    await db.query('insert into orders (id, customer_id, total) values ($1, 1, $2)', [id, total]);
  }
  upstream.reply('POST', charges, { status: 500, times: random.int(1, 2) });
  upstream.reply('POST', charges, { status: 201, json: { id: 'ch_11' } });
  for (const { id } of random.shuffle(orders)) expect((await pay({ request }, id)).status).toBe(200);
  const sent = new Map(upstream.calls().map(({ headers, json }) => [headers['idempotency-key'], json]));
  expect(sent.size, 'Keys for four orders').toBe(4);
  expect([...sent.values()].sort((a, b) => a.order - b.order)).toEqual(
    orders.map(({ id, total }) => ({ order: id, amount: total })),
  );
});
