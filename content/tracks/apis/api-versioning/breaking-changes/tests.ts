type Break = { operation: string; side: string | null; member: string | null; change: string };
const text = (more = {}) => ({ type: 'text', required: true, ...more });
const words = (breaks: Break[]) =>
  breaks.map(({ operation, side, member, change }) => `${operation} | ${side} | ${member} | ${change}`).sort();

/** The changes of one member m between two descriptions of a side. */
const changes = async ({ call }: Pick<Fixtures, 'call'>, side: string, old: object | null, now: object | null) => {
  const describe = (member: object | null) => ({
    'GET /x': { request: {}, response: {}, [side]: member === null ? {} : { m: member } },
  });
  const breaks: Break[] = await call('findBreaks', describe(old), describe(now));
  for (const found of breaks) expect(found).toMatchObject({ operation: 'GET /x', side, member: 'm' });
  return breaks.map(({ change }) => change).sort();
};

test('finds nothing between equal descriptions', async ({ call }) => {
  const description = { 'GET /books': { request: { q: text({ required: false }) }, response: { title: text() } } };
  expect(await call('findBreaks', description, description)).toEqual([]);
});

test('allows what only adds', async ({ call }) => {
  const before = { 'GET /books': { request: {}, response: { title: text() } } };
  const after = {
    'GET /books': {
      request: { q: text({ required: false }) },
      response: { title: text(), isbn: text(), note: text({ nullable: true }) },
    },
    'GET /authors': { request: { q: text() }, response: {} },
  };
  expect(await call('findBreaks', before, after)).toEqual([]);
});

test('names an operation that is gone, once', async ({ call }) => {
  const before = {
    'GET /books': { request: {}, response: {} },
    'POST /books': { request: { title: text() }, response: { id: text() } },
  };
  expect(await call('findBreaks', before, { 'GET /books': { request: {}, response: {} } })).toEqual([
    { operation: 'POST /books', side: null, member: null, change: 'removed' },
  ]);
});

test('names members that are gone or must be there', async ({ call }) => {
  const before = {
    'POST /orders': {
      request: { gift: text({ required: false }), old: text() },
      response: { id: text(), total: text() },
    },
  };
  const after = {
    'POST /orders': { request: { gift: text(), copies: text() }, response: { id: text({ required: false }) } },
  };
  expect(words(await call('findBreaks', before, after))).toEqual([
    'POST /orders | request | copies | required',
    'POST /orders | request | gift | required',
    'POST /orders | request | old | removed',
    'POST /orders | response | id | optional',
    'POST /orders | response | total | removed',
  ]);
});

test('lets a request become lenient and a response certain', async ({ call }) => {
  const optional = text({ required: false });
  expect(await changes({ call }, 'request', text(), optional)).toEqual([]);
  expect(await changes({ call }, 'response', optional, text())).toEqual([]);
  expect(await changes({ call }, 'request', text(), text({ nullable: true }))).toEqual([]);
  expect(await changes({ call }, 'response', text({ nullable: true }), text())).toEqual([]);
});

test('looks at values in opposite directions', async ({ call }) => {
  const [two, three] = [text({ values: ['open', 'paid'] }), text({ values: ['paid', 'refunded', 'open'] })];
  expect(await changes({ call }, 'response', two, three), 'A response with a new value').toEqual(['values']);
  expect(await changes({ call }, 'response', three, two), 'A response with a value less').toEqual([]);
  expect(await changes({ call }, 'request', three, two), 'A request with a value less').toEqual(['values']);
  expect(await changes({ call }, 'request', two, three), 'A request with a new value').toEqual([]);
});

test('names a type that has changed', async ({ call }) => {
  for (const side of ['request', 'response']) {
    expect(await changes({ call }, side, { type: 'number', required: true }, text()), side).toEqual(['type']);
  }
});
