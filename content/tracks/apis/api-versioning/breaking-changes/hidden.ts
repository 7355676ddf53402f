type Break = { operation: string; side: string | null; member: string | null; change: string };
const text = (more = {}) => ({ type: 'text', required: true, ...more });
const words = (breaks: Break[]) =>
  breaks.map(({ operation, side, member, change }) => `${operation} | ${side} | ${member} | ${change}`).sort();

const changes = async ({ call }: Pick<Fixtures, 'call'>, side: string, old: object, now: object) => {
  const describe = (member: object) => ({ 'GET /x': { request: {}, response: {}, [side]: { m: member } } });
  const breaks: Break[] = await call('findBreaks', describe(old), describe(now));
  return breaks.map(({ change }) => change).sort();
};

test('takes every integer for a number', async ({ call }) => {
  const [integer, number] = [
    { type: 'integer', required: true },
    { type: 'number', required: true },
  ];
  expect(await changes({ call }, 'request', integer, number), 'A request that takes any number now').toEqual([]);
  expect(await changes({ call }, 'request', number, integer), 'A request that takes integers only').toEqual(['type']);
  expect(await changes({ call }, 'response', number, integer), 'A response with integers only').toEqual([]);
  expect(await changes({ call }, 'response', integer, number), 'A response with any number now').toEqual(['type']);
});

test('notices a list of values that appears or goes', async ({ call }) => {
  const [free, listed] = [text(), text({ values: ['a', 'b'] })];
  expect(await changes({ call }, 'request', free, listed), 'A request with a new list').toEqual(['values']);
  expect(await changes({ call }, 'request', listed, free), 'A request whose list has gone').toEqual([]);
  expect(await changes({ call }, 'response', free, listed), 'A response with a new list').toEqual([]);
  expect(await changes({ call }, 'response', listed, free), 'A response whose list has gone').toEqual(['values']);
});

test('notices null in opposite directions', async ({ call }) => {
  const [never, maybe] = [text({ nullable: false }), text({ nullable: true })];
  expect(await changes({ call }, 'request', maybe, never)).toEqual(['null']);
  expect(await changes({ call }, 'response', never, maybe)).toEqual(['null']);
  expect(await changes({ call }, 'response', text(), never)).toEqual([]);
});

test('names several breaks of one member, and no values beside a type', async ({ call }) => {
  const old = text({ values: ['1', '2'], nullable: true, required: false });
  const now = { type: 'integer', required: true, values: ['3'] };
  expect(await changes({ call }, 'request', old, now)).toEqual(['null', 'required', 'type']);
  const other = text({ values: ['1', '9'], nullable: true, required: false });
  expect(await changes({ call }, 'response', text({ values: ['1'] }), other)).toEqual(['null', 'optional', 'values']);
});

test('takes members and operations of any name', async ({ call }) => {
  const before = { 'GET /constructor': { request: { toString: text() }, response: { constructor: text() } } };
  const after = { 'GET /constructor': { request: {}, response: {} } };
  expect(words(await call('findBreaks', before, after))).toEqual([
    'GET /constructor | request | toString | removed',
    'GET /constructor | response | constructor | removed',
  ]);
});

test('agrees with the reference on random descriptions', async ({ call, reference, random }) => {
  const member = () => ({
    type: random.pick(['text', 'text', 'integer', 'number', 'boolean']),
    required: random.bool(),
    ...(random.bool() && { values: ['a', 'b', 'c'].slice(random.int(0, 1), random.int(2, 3)) }),
    ...(random.bool() && { nullable: random.bool() }),
  });
  const side = () =>
    Object.fromEntries(
      random
        .shuffle(['id', 'title', 'price', 'status'])
        .slice(0, random.int(1, 4))
        .map((name) => [name, member()]),
    );
  const description = () =>
    Object.fromEntries(
      ['GET /books', 'POST /orders', 'PUT /me']
        .filter(() => random.int(0, 5) > 0)
        .map((name) => [name, { request: side(), response: side() }]),
    );
  for (let turn = 0; turn < 15; turn++) {
    const [before, after] = [description(), description()];
    const theirs = words(await call('findBreaks', before, after));
    expect({ before, after, breaks: theirs }).toEqual({
      before,
      after,
      breaks: words(await reference.call('findBreaks', before, after)),
    });
  }
});
