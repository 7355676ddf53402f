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

test('signs each attempt anew, under the same id', async (fixtures) => {
  const { request, upstream, clock, reference } = fixtures;
  upstream.reply('POST', hooks, { status: 500 });
  await request('POST', '/events', { json: shipped('evt_1') });
  await clock.advance(24 * hours);
  for (const { headers, body, atMs } of upstream.calls()) {
    expect(headers['webhook-id']).toBe('evt_1');
    expect(headers['webhook-timestamp'], 'The timestamp of this attempt').toBe(String(Math.floor(atMs / 1000)));
    expect(headers['webhook-signature']).toBe(
      await reference.evaluate(mac, `evt_1.${headers['webhook-timestamp']}.${body}`),
    );
  }
});

test('survives a connection that is refused or reset', async (fixtures) => {
  const { request, upstream, clock } = fixtures;
  upstream.reply('POST', hooks, { fails: 'refused', times: 1 });
  upstream.reply('POST', hooks, { fails: 'reset', times: 1 });
  upstream.reply('POST', hooks, { status: 200 });
  await request('POST', '/events', { json: shipped('evt_1') });
  await clock.advance(1 * hours);
  expect(await state(fixtures, 'evt_1')).toEqual({ state: 'delivered', attempts: 3 });
});

test('gives an attempt up after fifteen seconds, and not before', async (fixtures) => {
  const { request, upstream, clock } = fixtures;
  upstream.reply('POST', hooks, { fails: 'timeout', times: 1 });
  upstream.reply('POST', hooks, { status: 200, latencyMs: 14_500 });
  await request('POST', '/events', { json: shipped('evt_1') });
  await clock.advance(2 * minutes);
  expect(upstream.calls(), 'Calls of the partner').toHaveLength(2);
  expectWait(waits(fixtures, 15 * seconds)[0], 5 * seconds, 'after the attempt was given up');
  expect(await state(fixtures, 'evt_1')).toEqual({ state: 'delivered', attempts: 2 });
});

test('stops at once at 410', async (fixtures) => {
  const { request, upstream, clock } = fixtures;
  upstream.reply('POST', hooks, { status: 410 });
  await request('POST', '/events', { json: shipped('evt_1') });
  await clock.advance(24 * hours);
  expect(upstream.calls(), 'Calls of the partner').toHaveLength(1);
  expect(await state(fixtures, 'evt_1')).toEqual({ state: 'failed', attempts: 1 });
});

test('never follows a redirect and takes it for a failure', async (fixtures) => {
  const { request, upstream, clock } = fixtures;
  const inside = 'http://169.254.169.254/latest/meta-data/';
  for (const method of ['GET', 'POST']) upstream.reply(method, inside, { status: 200, body: 'credentials' });
  upstream.reply('POST', hooks, { status: 307, headers: { location: inside }, times: 1 });
  upstream.reply('POST', hooks, { status: 302, headers: { location: inside }, times: 1 });
  upstream.reply('POST', hooks, { status: 200 });
  await request('POST', '/events', { json: shipped('evt_1') });
  await clock.advance(1 * hours);
  expect(upstream.calls().map((one) => one.url)).toEqual([hooks, hooks, hooks]);
  expect(await state(fixtures, 'evt_1')).toEqual({ state: 'delivered', attempts: 3 });
});

test('retries every other status', async (fixtures) => {
  const { request, upstream, clock } = fixtures;
  for (const status of [400, 404, 429, 502]) upstream.reply('POST', hooks, { status, times: 1 });
  upstream.reply('POST', hooks, { status: 202 });
  await request('POST', '/events', { json: shipped('evt_1') });
  await clock.advance(24 * hours);
  expect(await state(fixtures, 'evt_1')).toEqual({ state: 'delivered', attempts: 5 });
});

test('sends an event that was posted twice only once', async (fixtures) => {
  const { request, upstream, clock } = fixtures;
  upstream.reply('POST', hooks, { status: 200 });
  for (let turn = 0; turn < 2; turn++) {
    expect((await request('POST', '/events', { json: shipped('evt_1') })).status).toBe(202);
    await clock.advance(1 * minutes);
  }
  expect(upstream.calls(), 'Calls of the partner').toHaveLength(1);
});

test('spreads the second attempts of events that failed together', async (fixtures) => {
  const { request, upstream, clock } = fixtures;
  upstream.reply('POST', hooks, { status: 503 });
  const ids = Array.from({ length: 20 }, (_, i) => `evt_${i}`);
  await Promise.all(ids.map((id) => request('POST', '/events', { json: shipped(id) })));
  await clock.advance(10 * seconds);
  const second = upstream.calls().slice(20);
  expect(second, 'Second attempts').toHaveLength(20);
  const times = new Set(second.map((one) => Math.round(one.atMs)));
  expect(times.size, 'Different moments among 20 second attempts').toBeGreaterThanOrEqual(5);
});

test('agrees with the reference on random partners', async (fixtures) => {
  const { request, upstream, clock, reference, random } = fixtures;
  const replies = Array.from({ length: 4 }, () =>
    random.pick<Parameters<typeof upstream.reply>[2]>([
      { status: 200 },
      { status: 410 },
      { status: random.int(400, 409) },
      { status: random.int(500, 599) },
      { fails: 'refused' },
      { status: 200, latencyMs: random.int(16_000, 60_000) },
    ]),
  );
  const order = random.int(1, 1000);
  const last = random.pick([204, 500]);
  const sides = [{ request, upstream, clock }, reference];
  for (const side of sides) {
    for (const reply of replies) side.upstream.reply('POST', hooks, { ...reply, times: 1 });
    side.upstream.reply('POST', hooks, { status: last });
    await side.request('POST', '/events', { json: { id: 'evt_1', type: 'order.shipped', data: { order } } });
    await side.clock.advance(24 * hours);
  }
  const theirs = await state(fixtures, 'evt_1');
  const ours = (await reference.request('GET', '/events/evt_1')).json;
  expect(theirs, `With a partner that replies ${JSON.stringify(replies)}, then ${last}`).toEqual(ours);
  expect(upstream.calls()[0].json).toEqual({ type: 'order.shipped', data: { order } });
});
