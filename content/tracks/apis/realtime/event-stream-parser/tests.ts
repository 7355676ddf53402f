type Event = { type: string; data: string; lastEventId: string };

/** Feeds the pieces in turn; all events, and the last result. */
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

test('answers the example', async ({ call }) => {
  const first = await call('feed', null, 'id: 7\ndata: one\nda');
  expect({ events: first.events, lastEventId: first.lastEventId, retryMs: first.retryMs }).toEqual({
    events: [],
    lastEventId: '',
    retryMs: null,
  });
  const second = await call('feed', first.state, 'ta: two\n\n');
  expect(second.events).toEqual([message('one\ntwo', '7')]);
  expect(second.lastEventId).toBe('7');
});

test('reads the examples of the specification', async ({ call }) => {
  const stocks = await read({ call }, 'data: YHOO\ndata: +2\ndata: 10\n\n');
  expect(stocks.events).toEqual([message('YHOO\n+2\n10')]);
  const blocks = await read(
    { call },
    ': test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n',
  );
  expect(blocks.events).toEqual([message('first event', '1'), message('second event'), message(' third event')]);
  const empty = await read({ call }, 'data\n\ndata\ndata\n\ndata:');
  expect(empty.events).toEqual([message(''), message('\n')]);
  const same = await read({ call }, 'data:test\n\ndata: test\n\n');
  expect(same.events).toEqual([message('test'), message('test')]);
});

test('reads types, comments and names that it does not know', async ({ call }) => {
  const { events } = await read(
    { call },
    'event: status\n: a comment\ndata: {"status":"paid"}\nfoo: bar\nData: no\n data: no\n\ndata: next: one\n\n',
  );
  expect(events).toEqual([message('{"status":"paid"}', '', 'status'), message('next: one')]);
});

test('keeps the id for later events', async ({ call }) => {
  const { events, last } = await read({ call }, 'id: 1\ndata: a\n\ndata: b\n\nid: 2\n\ndata: c\n\n');
  expect(events).toEqual([message('a', '1'), message('b', '1'), message('c', '2')]);
  expect(last.lastEventId).toBe('2');
});

test('gives an event with the piece that completes it', async ({ call }) => {
  let state: unknown = null;
  const counts: number[] = [];
  for (const chunk of ['data: a\n', '\nda', 'ta: b\n\ndata: c\n\n', '', 'data: d']) {
    const result = await call('feed', state, chunk);
    state = result.state;
    counts.push(result.events.length);
  }
  expect(counts).toEqual([0, 1, 2, 0, 0]);
});

test('takes CR, LF and CR LF for the end of a line', async ({ call }) => {
  const expected = [message('a\nb'), message('c')];
  for (const end of ['\n', '\r', '\r\n']) {
    const { events } = await read({ call }, ['data: a', 'data: b', '', 'data: c', '', ''].join(end));
    expect(events, JSON.stringify(end)).toEqual(expected);
  }
});
