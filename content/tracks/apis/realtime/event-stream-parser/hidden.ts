type Event = { type: string; data: string; lastEventId: string };

async function read({ call }: Pick<Fixtures, 'call'>, ...chunks: string[]) {
  let state: unknown = null;
  const events: Event[] = [];
  let last: { events: Event[]; lastEventId: string; retryMs: number | null } = {
    events: [],
    lastEventId: '',
    retryMs: null,
  };
  for (const chunk of chunks) {
    const { state: next, ...result } = await call('feed', state, chunk);
    state = next;
    last = result;
    events.push(...result.events);
  }
  return { events, last };
}

const message = (data: string, lastEventId = '', type = 'message') => ({ type, data, lastEventId });

test('does not count a CR LF that was cut in two twice', async ({ call }) => {
  const { events } = await read({ call }, 'data: a\r', '\ndata: b\r', '\n\r', '\n', 'data: c\r\n\r\n');
  expect(events).toEqual([message('a\nb'), message('c')]);
});

test('ends a line at a CR without waiting for more', async ({ call }) => {
  const first = await call('feed', null, 'data: a\r\r');
  expect(first.events).toEqual([message('a')]);
  const second = await call('feed', first.state, '');
  const third = await call('feed', second.state, '\ndata: b\r\r');
  expect(third.events).toEqual([message('b')]);
});

test('takes away one space and no more', async ({ call }) => {
  const { events } = await read({ call }, 'data:a\ndata: b\ndata:  c\ndata:\td\ndata: e \n\n');
  expect(events).toEqual([message('a\nb\n c\n\td\ne ')]);
});

test('reads retry of digits alone', async ({ call }) => {
  expect((await read({ call }, 'retry: 3000\n')).last.retryMs).toBe(3000);
  for (const value of ['3s', '-1', '1.5', '', ' 5', '٣']) {
    expect((await read({ call }, `retry: 100\nretry: ${value}\n\n`)).last.retryMs, `retry: ${value}`).toBe(100);
  }
  expect((await read({ call }, 'retry:0\n')).last.retryMs).toBe(0);
});

test('ignores an id with U+0000, and moves an id on without an event', async ({ call }) => {
  const { events, last } = await read({ call }, 'id: 1\ndata: a\n\nid: 2\0\ndata: b\n\nid: 3\n', '\n');
  expect(events).toEqual([message('a', '1'), message('b', '1')]);
  expect(last.lastEventId).toBe('3');
});

test('forgets the type of a block without data', async ({ call }) => {
  const { events } = await read({ call }, 'event: status\n\ndata: a\n\nevent: b\nevent\ndata: c\n\n');
  expect(events).toEqual([message('a'), message('c')]);
});

test('drops a byte order mark at the beginning and nowhere else', async ({ call }) => {
  const { events } = await read({ call }, '', '\uFEFFdata: a\n\n', '\uFEFFdata: b\n\ndata: \uFEFFc\n\n');
  expect(events).toEqual([message('a'), message('\uFEFFc')]);
});

test('gives the same events wherever a random stream is cut', async ({ call, reference, random }) => {
  for (let turn = 0; turn < 4; turn++) {
    const line = () =>
      random.pick([
        '',
        '',
        `data: ${random.string(3)}`,
        `data:${random.string(2)}`,
        'data',
        `id: ${random.int(1, 9)}`,
        'id',
        `event: ${random.pick(['status', 'price'])}`,
        ': ping',
        `retry: ${random.int(1, 9)}000`,
      ]);
    const text = Array.from({ length: 14 }, () => line() + random.pick(['\n', '\n', '\r\n', '\r'])).join('');
    const whole = await reference.call('feed', null, text);
    const chunks: string[] = [];
    for (let at = 0; at < text.length;) {
      const size = random.int(1, 9);
      chunks.push(text.slice(at, at + size));
      at += size;
    }
    const { events, last } = await read({ call }, ...chunks);
    expect({ chunks, events, lastEventId: last.lastEventId, retryMs: last.retryMs }).toEqual({
      chunks,
      events: whole.events,
      lastEventId: whole.lastEventId,
      retryMs: whole.retryMs,
    });
  }
});
