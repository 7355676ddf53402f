const url = 'https://pay.test/v1/charges';
const order = { amountCents: 1250, token: 'tok_ben' };

test('answers a payment that is paid again without a call', async ({ request, upstream }) => {
  upstream.reply('POST', url, { status: 201, json: { id: 'ch_1' } });
  const first = await request('PUT', '/payments/p1', { json: order });
  const second = await request('PUT', '/payments/p1', { json: order });
  expect(second.status).toBe(first.status);
  expect(second.json).toEqual({ status: 'paid', charge: 'ch_1' });
  expect(upstream.calls()).toHaveLength(1);
});

test('answers a payment that was declined again without a call', async ({ request, upstream }) => {
  upstream.reply('POST', url, { status: 402, json: { reason: 'stolen-card' } });
  await request('PUT', '/payments/p1', { json: order });
  const second = await request('PUT', '/payments/p1', { json: order });
  expect(second.status).toBe(422);
  expect(second.json).toEqual({ status: 'declined', reason: 'stolen-card' });
  expect(upstream.calls()).toHaveLength(1);
});

test('begins anew after an unknown outcome, with the same key', async ({ request, upstream }) => {
  upstream.reply('POST', url, { fails: 'timeout', times: 3 });
  upstream.reply('POST', url, { status: 201, json: { id: 'ch_5' } });
  expect((await request('PUT', '/payments/p1', { json: order })).json).toEqual({ status: 'unknown' });
  const again = await request('PUT', '/payments/p1', { json: order });
  expect(again.json).toEqual({ status: 'paid', charge: 'ch_5' });
  const keys = upstream.calls().map((call) => call.headers['idempotency-key']);
  expect(keys).toHaveLength(4);
  expect(new Set(keys).size, 'How many different keys the four calls had').toBe(1);
});

test('does not repeat what the provider refuses, and begins anew when asked', async ({ request, upstream }) => {
  upstream.reply('POST', url, { status: 401, json: {}, times: 1 });
  upstream.reply('POST', url, { status: 201, json: { id: 'ch_6' } });
  const refused = await request('PUT', '/payments/p1', { json: order });
  expect(refused.status).toBe(502);
  expect(refused.json).toEqual({ status: 'failed' });
  expect(upstream.calls()).toHaveLength(1);
  expect((await request('PUT', '/payments/p1', { json: order })).json).toEqual({ status: 'paid', charge: 'ch_6' });
});

test('calls again after 429 and after a refused connection', async ({ request, upstream }) => {
  upstream.reply('POST', url, { status: 429, times: 1 });
  upstream.reply('POST', url, { fails: 'refused', times: 1 });
  upstream.reply('POST', url, { status: 201, json: { id: 'ch_7' } });
  expect((await request('PUT', '/payments/p1', { json: order })).json).toEqual({ status: 'paid', charge: 'ch_7' });
});

test('makes three calls of 3,000 ms when no answer comes, and no pause after the last', async ({
  request,
  upstream,
  clock,
}) => {
  upstream.reply('POST', url, { fails: 'timeout' });
  const begin = await clock.now();
  expect((await request('PUT', '/payments/p1', { json: order })).status).toBe(503);
  expect((await clock.now()) - begin, 'Milliseconds until the answer').toBe(9600);
});

test('does as the reference whatever the provider does', async ({ request, upstream, reference, random }) => {
  const replies = Array.from({ length: 12 }, () => ({
    ...random.pick([
      { status: 201, json: { id: 'ch_9' } },
      { status: 402, json: { reason: 'expired-card' } },
      { status: 400, json: {} },
      { status: 500 },
      { status: 503 },
      { status: 429 },
      { fails: 'reset' as const },
    ]),
    latencyMs: random.pick([0, 40, 2999, 3500]),
    times: 1,
  }));
  for (const reply of replies) {
    upstream.reply('POST', url, reply);
    reference.upstream.reply('POST', url, reply);
  }
  for (const id of ['a', 'b', 'a']) {
    const theirs = await request('PUT', `/payments/${id}`, { json: order });
    const ours = await reference.request('PUT', `/payments/${id}`, { json: order });
    expect({ status: theirs.status, json: theirs.json }, `The answer to payment ${id}`).toEqual({
      status: ours.status,
      json: ours.json,
    });
  }
  const times = (calls: { atMs: number }[]) => calls.map((call) => call.atMs - (calls[0]?.atMs ?? 0));
  expect(times(upstream.calls()), 'When the calls were made').toEqual(times(reference.upstream.calls()));
});
