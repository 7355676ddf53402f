const parsed = (data: string): unknown => {
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
};

/** The events of a body, each as [id, type, data], and how many comments and which retry it has. */
function read(body: string) {
  const events: unknown[] = [];
  let [id, type, data]: [string, string, string | null] = ['', 'message', null];
  for (const line of body.split(/\r\n|\r|\n/)) {
    const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    if (line === '') {
      if (data !== null) events.push([id, type, parsed(data)]);
      [type, data] = ['message', null];
    } else if (name === 'id') id = value;
    else if (name === 'event') type = value;
    else if (name === 'data') data = data === null ? value : `${data}\n${value}`;
  }
  const comments = body.split(/\r\n|\r|\n/).filter((line) => line.startsWith(':')).length;
  return { events, comments, retry: /^retry: ?(\d+)/.exec(body)?.[1] };
}

const event = (order: number, id: number, status: string) => [String(id), 'status', { order, status }];
const slow = (upstream: Fixtures['upstream'], ...seconds: number[]) => {
  for (const latency of seconds) {
    upstream.reply('POST', 'https://warehouse.test/check', { json: {}, latencyMs: latency * 1000, times: 1 });
  }
};

test('tells the history and ends with an order that is over', async ({ request }) => {
  const answer = await request('GET', '/orders/9/events');
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toMatch(/^text\/event-stream\b/);
  expect(answer.headers['cache-control']).toBe('no-store');
  const { events, retry } = read(answer.body);
  expect(retry, 'The retry at the beginning').toBe('1000');
  expect(events).toEqual([event(9, 1, 'open'), event(9, 2, 'paid'), event(9, 3, 'shipped'), event(9, 4, 'delivered')]);
});

test('goes on after the event that the client has', async ({ request }) => {
  const answer = await request('GET', '/orders/9/events', { headers: { 'last-event-id': '2' } });
  expect(read(answer.body).events).toEqual([event(9, 3, 'shipped'), event(9, 4, 'delivered')]);
});

test('answers 204 when nothing is left to tell', async ({ request }) => {
  const answer = await request('GET', '/orders/9/events', { headers: { 'last-event-id': '4' } });
  expect(answer.status).toBe(204);
  expect(answer.body).toBe('');
});

test('sends what happens meanwhile and ends with the last', async ({ request, upstream, clock }) => {
  slow(upstream, 5, 20);
  const before = await clock.now();
  const [stream] = await Promise.all([
    request('GET', '/orders/8/events', { headers: { 'last-event-id': '2' } }),
    request('POST', '/orders/8/status', { json: { status: 'shipped' } }),
    request('POST', '/orders/8/status', { json: { status: 'delivered' } }),
  ]);
  expect(read(stream.body).events).toEqual([event(8, 3, 'shipped'), event(8, 4, 'delivered')]);
  expect((await clock.now()) - before, 'Milliseconds until the stream has ended').toBeLessThan(25_000);
});

test('ends after a minute, with comments meanwhile', async ({ request, clock }) => {
  const before = await clock.now();
  const answer = await request('GET', '/orders/7/events');
  const { events, comments } = read(answer.body);
  expect(events).toEqual([event(7, 1, 'open')]);
  expect(comments, 'Comments within a minute').toBeGreaterThanOrEqual(3);
  const took = (await clock.now()) - before;
  expect(took, 'Milliseconds until the stream has ended').toBeGreaterThanOrEqual(60_000);
  expect(took, 'Milliseconds until the stream has ended').toBeLessThan(61_000);
});

test('answers an order that is not there with 404', async ({ request }) => {
  expect((await request('GET', '/orders/10/events')).status).toBe(404);
});
