const url = 'https://stats.test/batch';
type Event = { name: string; eventId: string };
type Call = { json: { events: Event[] }; atMs: number };
const batches = (calls: Call[]) => calls.map(({ json }) => (json?.events ?? []).map((event) => event?.name));
const names = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `e${from + index}`);

async function post(request: Fixtures['request'], from: number, to: number) {
  for (const name of names(from, to)) {
    const { status } = await request('POST', '/events', { json: { name } });
    expect(status, `The answer to event ${name}`).toBe(202);
  }
}

test('sends one batch at a time, and then at once what is due', async ({ request, upstream, clock }) => {
  upstream.reply('POST', url, { latencyMs: 3000 });
  await post(request, 1, 45);
  await clock.advance(2999);
  expect(upstream.calls(), 'Calls while the first batch is under way').toHaveLength(1);
  await clock.advance(10);
  expect(batches(upstream.calls()).slice(1)).toEqual([names(21, 40)]);
  await clock.advance(3010);
  expect(batches(upstream.calls()).slice(2), 'The rest, which has waited for more than two seconds').toEqual([
    names(41, 45),
  ]);
  await clock.advance(3010);
  expect((await request('GET', '/events')).json).toEqual({ waiting: 0, sent: 45, dropped: 0 });
});

test('does not hurry what is not due behind a batch', async ({ request, upstream, clock }) => {
  upstream.reply('POST', url, { latencyMs: 500 });
  await post(request, 1, 20);
  await clock.advance(100);
  await post(request, 21, 21);
  await clock.advance(1999);
  expect(upstream.calls(), 'Calls before event 21 has waited for two seconds').toHaveLength(1);
  await clock.advance(1);
  expect(batches(upstream.calls()).slice(1)).toEqual([['e21']]);
});

test('gives up on an answer after five seconds', async ({ request, upstream, clock }) => {
  upstream.reply('POST', url, { fails: 'timeout', times: 1 });
  upstream.reply('POST', url);
  await post(request, 1, 1);
  await clock.advance(2000 + 5999);
  expect(upstream.calls()).toHaveLength(1);
  await clock.advance(1);
  expect(upstream.calls()).toHaveLength(2);
  await clock.advance(0);
  expect((await request('GET', '/events')).json).toEqual({ waiting: 0, sent: 1, dropped: 0 });
});

test('answers at once while the analytics service is silent', async ({ request, upstream, clock }) => {
  upstream.reply('POST', url, { fails: 'timeout' });
  await post(request, 1, 20);
  const begin = await clock.now();
  await post(request, 21, 40);
  expect((await clock.now()) - begin, 'Milliseconds for twenty answers').toBe(0);
});

test('goes on after a batch that was given up', async ({ request, upstream, clock }) => {
  upstream.reply('POST', url, { status: 400, times: 3 });
  upstream.reply('POST', url);
  await post(request, 1, 23);
  await clock.advance(2010);
  expect(batches(upstream.calls())).toEqual([names(1, 20), names(1, 20), names(1, 20), names(21, 23)]);
  await clock.advance(10);
  expect((await request('GET', '/events')).json).toEqual({ waiting: 0, sent: 3, dropped: 20 });
});

test('lets 100 events wait, and drops those on top', async ({ request, upstream, clock }) => {
  upstream.reply('POST', url, { latencyMs: 4000, times: 1 });
  upstream.reply('POST', url);
  await post(request, 1, 103);
  expect((await request('GET', '/events')).json).toEqual({ waiting: 100, sent: 0, dropped: 3 });
  await clock.advance(60_000);
  expect(batches(upstream.calls()).flat()).toEqual(names(1, 100));
  expect((await request('GET', '/events')).json).toEqual({ waiting: 0, sent: 100, dropped: 3 });
});

test('never sends the same id for two events, and loses none', async ({ request, upstream, clock, random }) => {
  for (let times = 0; times < 6; times++) {
    const latencyMs = random.int(0, 900);
    upstream.reply('POST', url, { ...random.pick([{ status: 200 }, { status: 500, times: 1 }]), latencyMs, times: 1 });
  }
  upstream.reply('POST', url);
  let next = 1;
  while (next < 90) {
    const many = random.int(1, 25);
    await post(request, next, next + many - 1);
    next += many;
    await clock.advance(random.int(0, 2500));
  }
  await clock.advance(60_000);
  const { waiting, sent, dropped } = (await request('GET', '/events')).json;
  expect(waiting + sent + dropped, 'Waiting, sent and dropped together').toBe(next - 1);
  expect(waiting).toBe(0);
  const events = (upstream.calls() as Call[]).flatMap(({ json }) => json.events);
  const nameOf = new Map(events.map(({ eventId, name }) => [eventId, name]));
  expect(nameOf.size, 'Different ids').toBe(new Set(events.map(({ name }) => name)).size);
  for (const { eventId, name } of events) expect(name, `The event with the id ${eventId}`).toBe(nameOf.get(eventId));
  for (const call of upstream.calls()) expect(call.json.events.length, 'Events of a batch').toBeLessThanOrEqual(20);
});

test('delivers the same events in the same order as the reference', async ({
  request,
  upstream,
  clock,
  reference,
  random,
}) => {
  const latencyMs = random.int(1, 300);
  upstream.reply('POST', url, { latencyMs });
  reference.upstream.reply('POST', url, { latencyMs });
  let next = 1;
  for (let turn = 0; turn < 6; turn++) {
    const many = random.int(1, 22);
    const pauseMs = random.int(0, 3000);
    await post(request, next, next + many - 1);
    await post(reference.request, next, next + many - 1);
    next += many;
    await clock.advance(pauseMs);
    await reference.clock.advance(pauseMs);
  }
  await clock.advance(10_000);
  await reference.clock.advance(10_000);
  expect(batches(upstream.calls()).flat()).toEqual(batches(reference.upstream.calls()).flat());
  expect((await request('GET', '/events')).json).toEqual((await reference.request('GET', '/events')).json);
});
