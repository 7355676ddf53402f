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

test('tells every client that follows, and nobody else', async ({ request, upstream }) => {
  slow(upstream, 3);
  const [one, two, other] = await Promise.all([
    request('GET', '/orders/7/events'),
    request('GET', '/orders/7/events', { headers: { 'last-event-id': '1' } }),
    request('GET', '/orders/8/events'),
    request('POST', '/orders/7/status', { json: { status: 'cancelled' } }),
  ]);
  expect(read(one.body).events).toEqual([event(7, 1, 'open'), event(7, 2, 'cancelled')]);
  expect(read(two.body).events).toEqual([event(7, 2, 'cancelled')]);
  expect(read(other.body).events).toEqual([event(8, 1, 'open'), event(8, 2, 'paid')]);
});

test('is not disturbed by a stream that has ended', async ({ request, upstream }) => {
  slow(upstream, 70, 1);
  const [stream, change] = await Promise.all([
    request('GET', '/orders/7/events'),
    request('POST', '/orders/7/status', { json: { status: 'paid' } }),
  ]);
  expect(read(stream.body).events).toEqual([event(7, 1, 'open')]);
  expect(change.status, 'A change ten seconds after the stream has ended').toBe(204);
  expect((await request('POST', '/orders/7/status', { json: { status: 'cancelled' } })).status).toBe(204);
  const again = await request('GET', '/orders/7/events', { headers: { 'last-event-id': '1' } });
  expect(read(again.body).events, 'What the client gets when it comes back').toEqual([
    event(7, 2, 'paid'),
    event(7, 3, 'cancelled'),
  ]);
});

test('tells everything to a client whose Last-Event-ID is none', async ({ request }) => {
  for (const last of ['5', '99', '-1', 'x', '1.5', '0']) {
    const answer = await request('GET', '/orders/9/events', { headers: { 'last-event-id': last } });
    expect(answer.status, `Last-Event-ID: ${last}`).toBe(200);
    expect(read(answer.body).events.length, `Events after Last-Event-ID: ${last}`).toBe(4);
  }
});

test('waits with a client that has everything of an order that goes on', async ({ request, upstream }) => {
  slow(upstream, 30);
  const [stream] = await Promise.all([
    request('GET', '/orders/8/events', { headers: { 'last-event-id': '2' } }),
    request('POST', '/orders/8/status', { json: { status: 'shipped' } }),
  ]);
  expect(stream.status).toBe(200);
  expect(read(stream.body).events).toEqual([event(8, 3, 'shipped')]);
});

test('loses and repeats nothing over random connections', async ({ request, upstream, reference, random }) => {
  const steps = random.shuffle(['paid', 'shipped', 'paid', 'shipped']).slice(0, random.int(2, 4));
  const turns = [...steps, 'delivered'].map((status) => ({ status, seconds: random.int(1, 80) }));
  const worlds = [
    { send: request, world: upstream, seen: [] as unknown[] },
    { send: reference.request, world: reference.upstream, seen: [] as unknown[] },
  ];
  for (const { send, world, seen } of worlds) {
    for (const { status, seconds } of [...turns, { status: '', seconds: 0 }]) {
      const headers: Record<string, string> = seen.length === 0 ? {} : { 'last-event-id': String(seen.length) };
      if (status !== '') slow(world, seconds);
      const [stream] = await Promise.all([
        send('GET', '/orders/7/events', { headers }),
        ...(status === '' ? [] : [send('POST', '/orders/7/status', { json: { status } })]),
      ]);
      if (stream!.status === 200) seen.push(...read(stream!.body).events);
    }
  }
  const all = ['open', ...turns.map(({ status }) => status)].map((status, index) => event(7, index + 1, status));
  expect(worlds[1]!.seen).toEqual(all);
  expect(worlds[0]!.seen, `All events, with changes after ${turns.map(({ seconds }) => seconds)} seconds`).toEqual(all);
});
