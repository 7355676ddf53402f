const hooks = 'https://partner.test/hooks';
const seconds = 1000;
const minutes = 60 * seconds;
const hours = 60 * minutes;

const shipped = (id: string) => ({ id, type: 'order.shipped', data: { order: 7, parcels: ['A', 'B'] } });

/** What the partner computes to compare with, in the isolate of the reference, which has Web Crypto. */
const mac = async (_, text: string) => {
  const raw = new TextEncoder().encode('a key that only we and the partner know');
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)));
  return `v1,${btoa(String.fromCharCode(...bytes))}`;
};

const state = async ({ request }: Fixtures, id: string) => (await request('GET', `/events/${id}`)).json;

/** The times between one failed attempt and the next, where a failure takes `tookMs`. */
const waits = ({ upstream }: Fixtures, tookMs = 0) => {
  const times = upstream.calls().map((one) => one.atMs);
  return times.slice(1).map((at, i) => at - times[i] - tookMs);
};

const expectWait = (wait: number, leastMs: number, after: string) => {
  expect(wait, `The wait ${after}, in milliseconds`).toBeGreaterThanOrEqual(leastMs - 1);
  expect(wait, `The wait ${after}, in milliseconds`).toBeLessThanOrEqual(leastMs * 1.2 + 1);
};

test('sends the event signed, with its id and the time', async (fixtures) => {
  const { request, upstream, clock, reference } = fixtures;
  upstream.reply('POST', hooks, { status: 204 });
  expect((await request('POST', '/events', { json: shipped('evt_1') })).status).toBe(202);
  await clock.advance(1 * seconds);
  const calls = upstream.calls();
  expect(calls, 'Calls of the partner').toHaveLength(1);
  const { headers, body, json, atMs } = calls[0];
  expect(json).toEqual({ type: 'order.shipped', data: { order: 7, parcels: ['A', 'B'] } });
  expect(headers['content-type']).toBe('application/json');
  expect(headers['webhook-id']).toBe('evt_1');
  expect(headers['webhook-timestamp']).toBe(String(Math.floor(atMs / 1000)));
  expect(headers['webhook-signature']).toBe(
    await reference.evaluate(mac, `evt_1.${headers['webhook-timestamp']}.${body}`),
  );
  expect(await state(fixtures, 'evt_1')).toEqual({ state: 'delivered', attempts: 1 });
});

test('does not make the caller wait for the partner', async (fixtures) => {
  const { request, upstream, clock } = fixtures;
  upstream.reply('POST', hooks, { status: 200, latencyMs: 8000 });
  const begin = await clock.now();
  expect((await request('POST', '/events', { json: shipped('evt_1') })).status).toBe(202);
  expect((await clock.now()) - begin, 'How long the caller waited, in milliseconds').toBeLessThan(1000);
  await clock.advance(1 * seconds);
  expect(await state(fixtures, 'evt_1')).toEqual({ state: 'pending', attempts: 1 });
  await clock.advance(10 * seconds);
  expect(await state(fixtures, 'evt_1')).toEqual({ state: 'delivered', attempts: 1 });
});

test('tries again about five seconds after a failure', async (fixtures) => {
  const { request, upstream, clock } = fixtures;
  upstream.reply('POST', hooks, { status: 503, times: 1 });
  upstream.reply('POST', hooks, { status: 200 });
  await request('POST', '/events', { json: shipped('evt_1') });
  await clock.advance(1 * minutes);
  expect(upstream.calls(), 'Calls of the partner').toHaveLength(2);
  expectWait(waits(fixtures)[0], 5 * seconds, 'after the first failure');
  expect(await state(fixtures, 'evt_1')).toEqual({ state: 'delivered', attempts: 2 });
});

test('waits longer after each failure and stops after the fifth', async (fixtures) => {
  const { request, upstream, clock } = fixtures;
  upstream.reply('POST', hooks, { status: 500 });
  await request('POST', '/events', { json: shipped('evt_1') });
  await clock.advance(24 * hours);
  expect(upstream.calls(), 'Calls of the partner').toHaveLength(5);
  [5 * seconds, 5 * minutes, 30 * minutes, 2 * hours].forEach((least, i) =>
    expectWait(waits(fixtures)[i], least, `after failure ${i + 1}`),
  );
  expect(await state(fixtures, 'evt_1')).toEqual({ state: 'failed', attempts: 5 });
});

test('answers 404 for an event that nobody posted', async ({ request }) => {
  expect((await request('GET', '/events/evt_9')).status).toBe(404);
});
