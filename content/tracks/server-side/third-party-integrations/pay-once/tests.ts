const url = 'https://pay.test/v1/charges';
const order = { amountCents: 4000, token: 'tok_ada' };

test('charges the card and answers with the charge', async ({ request, upstream }) => {
  upstream.reply('POST', url, { status: 201, json: { id: 'ch_1' }, latencyMs: 2900 });
  const answer = await request('PUT', '/payments/p1', { json: order });
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({ status: 'paid', charge: 'ch_1' });
  expect(upstream.calls()).toHaveLength(1);
  expect(upstream.calls()[0]?.json).toEqual(order);
});

test('says why a card was declined, and does not try it again', async ({ request, upstream }) => {
  upstream.reply('POST', url, { status: 402, json: { reason: 'expired-card' } });
  const answer = await request('PUT', '/payments/p1', { json: order });
  expect(answer.status).toBe(422);
  expect(answer.json).toEqual({ status: 'declined', reason: 'expired-card' });
  expect(upstream.calls(), 'The calls to the provider').toHaveLength(1);
});

test('calls again after 503, with 200 and then 400 ms between', async ({ request, upstream }) => {
  upstream.reply('POST', url, { status: 503, latencyMs: 50, times: 2 });
  upstream.reply('POST', url, { status: 201, json: { id: 'ch_2' } });
  const answer = await request('PUT', '/payments/p1', { json: order });
  expect(answer.json).toEqual({ status: 'paid', charge: 'ch_2' });
  const [first = 0, ...others] = upstream.calls().map((call) => call.atMs);
  expect(
    others.map((atMs) => atMs - first),
    'Milliseconds from the first call to the others, where each answer takes 50 ms',
  ).toEqual([250, 700]);
});

test('gives up on a call after 3,000 ms and makes the next', async ({ request, upstream }) => {
  upstream.reply('POST', url, { status: 201, json: { id: 'too-late' }, latencyMs: 3100, times: 1 });
  upstream.reply('POST', url, { status: 201, json: { id: 'ch_3' } });
  const answer = await request('PUT', '/payments/p1', { json: order });
  expect(answer.json).toEqual({ status: 'paid', charge: 'ch_3' });
  const [first, second] = upstream.calls();
  expect((second?.atMs ?? 0) - (first?.atMs ?? 0), 'Milliseconds between the calls').toBe(3200);
});

test('sends the same key with every call for a payment, and another for another', async ({ request, upstream }) => {
  upstream.reply('POST', url, { status: 500, times: 1 });
  upstream.reply('POST', url, { status: 201, json: { id: 'ch_4' } });
  await request('PUT', '/payments/p1', { json: order });
  await request('PUT', '/payments/p2', { json: order });
  const keys = upstream.calls().map((call) => call.headers['idempotency-key']);
  expect(keys).toHaveLength(3);
  expect(keys[0], 'The key of the first call').toMatch(/^[\x21-\x7e]{1,255}$/);
  expect(keys[1], 'The key of the second call for p1').toBe(keys[0]);
  expect(keys[2], 'The key for p2').not.toBe(keys[0]);
});

test('says that the outcome is unknown after three calls', async ({ request, upstream }) => {
  upstream.reply('POST', url, { fails: 'reset' });
  const answer = await request('PUT', '/payments/p1', { json: order });
  expect(answer.status).toBe(503);
  expect(answer.json).toEqual({ status: 'unknown' });
  expect(upstream.calls()).toHaveLength(3);
});
