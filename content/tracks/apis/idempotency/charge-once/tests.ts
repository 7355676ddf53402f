const pay = ({ request }: Pick<Fixtures, 'request'>, order: number) => request('POST', `/orders/${order}/payment`);
const charges = 'https://pay.test/charges';
const keys = (upstream: Fixtures['upstream']) => upstream.calls().map(({ headers }) => headers['idempotency-key']);
const statusOf = async (db: Fixtures['db'], order: number) =>
  (await db.query('select status from orders where id = $1', [order])).rows[0]?.status;

test('charges an order and notes it', async ({ request, upstream, db }) => {
  upstream.reply('POST', charges, { status: 201, json: { id: 'ch_1' } });
  const answer = await pay({ request }, 7);
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({ order: 7, status: 'paid', charge: 'ch_1' });
  expect(upstream.calls().map(({ json }) => json)).toEqual([{ order: 7, amount: '25.00' }]);
  expect(upstream.calls()[0]!.headers['content-type']).toMatch(/^application\/json\b/);
  expect(await statusOf(db, 7)).toBe('paid');
  const { rows } = await db.query('select key, amount, outcome, charge from attempts where order_id = 7');
  expect(rows).toEqual([{ key: keys(upstream)[0], amount: '25.00', outcome: 'charged', charge: 'ch_1' }]);
});

test('repeats with the same key while the outcome is unknown', async ({ request, upstream }) => {
  upstream.reply('POST', charges, { status: 500, times: 1 });
  upstream.reply('POST', charges, { fails: 'reset', times: 1 });
  upstream.reply('POST', charges, { status: 201, json: { id: 'ch_2' } });
  const answer = await pay({ request }, 7);
  expect(answer.status).toBe(200);
  expect(answer.json.charge).toBe('ch_2');
  expect(keys(upstream).length, 'Calls to the provider').toBe(3);
  expect(new Set(keys(upstream)).size, 'Different keys in three calls of one attempt').toBe(1);
  expect(keys(upstream)[0]).toEqual(expect.any(String));
});

test('gives up after three calls and goes on with the same key', async ({ request, upstream, db }) => {
  upstream.reply('POST', charges, { status: 503, times: 3 });
  upstream.reply('POST', charges, { status: 201, json: { id: 'ch_3' } });
  expect((await pay({ request }, 7)).status).toBe(503);
  expect(keys(upstream).length, 'Calls before giving up').toBe(3);
  expect(await statusOf(db, 7)).toBe('open');
  const { rows } = await db.query('select key, outcome from attempts where order_id = 7');
  expect(rows).toEqual([{ key: keys(upstream)[0], outcome: null }]);
  const later = await pay({ request }, 7);
  expect(later.json).toEqual({ order: 7, status: 'paid', charge: 'ch_3' });
  expect(new Set(keys(upstream)).size, 'Different keys of one attempt').toBe(1);
});

test('begins a new attempt after a decline', async ({ request, upstream, db }) => {
  upstream.reply('POST', charges, { status: 402, times: 1 });
  upstream.reply('POST', charges, { status: 201, json: { id: 'ch_4' } });
  expect((await pay({ request }, 7)).status).toBe(402);
  expect(upstream.calls().length, 'Calls for a card that was declined').toBe(1);
  expect(await statusOf(db, 7)).toBe('open');
  expect((await pay({ request }, 7)).status).toBe(200);
  const [first, second] = keys(upstream);
  expect(second, 'The key after a decline').not.toBe(first);
  const { rows } = await db.query('select outcome from attempts where order_id = 7 order by id');
  expect(rows.map(({ outcome }) => outcome)).toEqual(['declined', 'charged']);
});

test('does not charge what is paid', async ({ request, upstream }) => {
  const answer = await pay({ request }, 9);
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({ order: 9, status: 'paid', charge: 'ch_old' });
  expect(upstream.calls()).toEqual([]);
});

test('answers an order that is not there with 404', async ({ request, upstream }) => {
  expect((await pay({ request }, 99)).status).toBe(404);
  expect(upstream.calls()).toEqual([]);
});
