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

test('answers at once, and sends two seconds after the oldest arrived', async ({ request, upstream, clock }) => {
  upstream.reply('POST', url, { latencyMs: 30 });
  const begin = await clock.now();
  await post(request, 1, 1);
  expect((await clock.now()) - begin, 'Milliseconds until the answer').toBe(0);
  await clock.advance(1500);
  await post(request, 2, 3);
  await clock.advance(499);
  expect(upstream.calls(), 'Calls before two seconds').toHaveLength(0);
  await clock.advance(1);
  expect(batches(upstream.calls())).toEqual([['e1', 'e2', 'e3']]);
  await clock.advance(30);
  expect((await request('GET', '/events')).json).toEqual({ waiting: 0, sent: 3, dropped: 0 });
});

test('passes an event on with an id that no other has', async ({ request, upstream, clock }) => {
  upstream.reply('POST', url);
  const event = { name: 'book-shared', network: 'mastodon', book: 7 };
  await request('POST', '/events', { json: event });
  await request('POST', '/events', { json: event });
  await clock.advance(2000);
  const [first, second]: Event[] = upstream.calls()[0]?.json?.events ?? [];
  expect(first).toEqual({ ...event, eventId: expect.any(String) });
  expect(second).toEqual({ ...event, eventId: expect.any(String) });
  expect(first?.eventId).not.toBe(second?.eventId);
});

test('sends at once when 20 events wait', async ({ request, upstream, clock }) => {
  upstream.reply('POST', url, { latencyMs: 100 });
  await post(request, 1, 20);
  await clock.advance(10);
  expect(batches(upstream.calls())).toEqual([names(1, 20)]);
  expect((await request('GET', '/events')).json).toEqual({ waiting: 20, sent: 0, dropped: 0 });
});

test('sends the same batch again a second after it failed', async ({ request, upstream, clock }) => {
  upstream.reply('POST', url, { status: 503, times: 1 });
  upstream.reply('POST', url, { status: 204 });
  await post(request, 1, 2);
  await clock.advance(2000);
  await post(request, 3, 3);
  await clock.advance(999);
  expect(upstream.calls(), 'Calls before the second is over').toHaveLength(1);
  await clock.advance(1);
  const [first, second] = upstream.calls();
  expect(batches(upstream.calls())).toEqual([
    ['e1', 'e2'],
    ['e1', 'e2'],
  ]);
  expect(second?.json, 'The batch that is sent again, with its ids').toEqual(first?.json);
});

test('gives a batch up after three failures', async ({ request, upstream, clock }) => {
  upstream.reply('POST', url, { fails: 'refused' });
  await post(request, 1, 2);
  await clock.advance(4000);
  expect(upstream.calls()).toHaveLength(3);
  expect((await request('GET', '/events')).json).toEqual({ waiting: 0, sent: 0, dropped: 2 });
  await clock.advance(60_000);
  expect(upstream.calls()).toHaveLength(3);
});

test('refuses what is no event', async ({ request }) => {
  for (const json of [{}, { name: '' }, { name: 7 }, { name: 'x'.repeat(51) }, null, ['name'], 'name']) {
    expect((await request('POST', '/events', { json })).status, `The answer to ${JSON.stringify(json)}`).toBe(422);
  }
  const headers = { 'content-type': 'application/json' };
  expect((await request('POST', '/events', { body: '{"name":', headers })).status, 'The answer to half a JSON').toBe(
    422,
  );
  expect((await request('POST', '/events', { json: { name: 'x'.repeat(50) } })).status).toBe(202);
});
