/**
 * Plays entries [path of children, level, message, fields] and returns the lines. Fields may hold, as texts, what JSON cannot:
 * '!error', '!cause', '!self', '!bigint'.
 */
const play = ({ createLogger }, level, entries) => {
  const lines: string[] = [];
  const root = createLogger({ level, write: (line) => lines.push(line), now: () => 1_772_589_600_000 });
  const build = (value, top) => {
    if (value === '!error') return new RangeError('no label');
    if (value === '!cause') return new Error('outer', { cause: new TypeError('inner') });
    if (value === '!self') return top;
    if (value === '!bigint') return 90071992547409931n;
    if (typeof value !== 'object' || value === null) return value;
    const copy: any = Array.isArray(value) ? [] : {};
    for (const [name, item] of Object.entries(value)) copy[name] = build(item, top ?? copy);
    return copy;
  };
  for (const [children, method, message, fields] of entries) {
    let logger = root;
    for (const bound of children) logger = logger.child(build(bound, undefined));
    if (fields === undefined) logger[method](message);
    else logger[method](message, build(fields, undefined));
  }
  return lines;
};
/** What a line says, or what it is when it is no JSON object. */
function parse(line: string): any {
  try {
    return Object(JSON.parse(line));
  } catch {
    return { 'this is no JSON': line };
  }
}
const time = '2026-03-04T02:00:00.000Z';
type Entry = [children: object[], level: string, message: string, fields?: object];
const info = (fields: object, ...children: object[]): Entry => [children, 'info', 'm', fields];

test('never throws, whatever lies in the fields', async ({ evaluate }) => {
  const entries = [
    info({ id: '!bigint', self: '!self', deep: [{ up: '!self' }] }),
    info({ list: [null, true, 1.5, ''] }),
  ];
  const [odd, plain] = (await evaluate(play, 'info', entries)).map((line) => parse(line));
  expect(odd.id).toBe('90071992547409931');
  expect(JSON.stringify([odd.self, odd.deep]), 'Where the fields contain themselves').toContain('[circular]');
  expect(plain.list).toEqual([null, true, 1.5, '']);
});

test('writes the place where an object lies within itself as circular', async ({ evaluate }) => {
  const line = await evaluate(({ createLogger }) => {
    let written = '';
    const order: Record<string, unknown> = { id: 81 };
    order.lines = [{ title: 'Slow Queries', order }];
    createLogger({ level: 'info', write: (text) => (written = text), now: () => 0 }).info('m', { order });
    return written;
  });
  expect(parse(line).order).toEqual({ id: 81, lines: [{ title: 'Slow Queries', order: '[circular]' }] });
});

test('survives errors that cause each other', async ({ evaluate }) => {
  const line = await evaluate(({ createLogger }) => {
    let written = '';
    const [a, b] = [new Error('a'), new Error('b')];
    a.cause = b;
    b.cause = a;
    createLogger({ level: 'info', write: (text) => (written = text), now: () => 0 }).error('m', { error: a });
    return written;
  });
  expect(parse(line).error).toMatchObject({ message: 'a', cause: { message: 'b', cause: '[circular]' } });
});

test('writes what merely occurs twice two times', async ({ evaluate }) => {
  const line = await evaluate(({ createLogger }) => {
    let written = '';
    const city = { name: 'Oslo' };
    createLogger({ level: 'info', write: (text) => (written = text), now: () => 0 }).info('m', {
      from: city,
      to: city,
      all: [city, city],
    });
    return written;
  });
  const city = { name: 'Oslo' };
  expect(parse(line)).toMatchObject({ from: city, to: city, all: [city, city] });
});

test('keeps its own time, level and message', async ({ evaluate }) => {
  const entries: Entry[] = [
    [[{ level: 'debug' }], 'error', 'm', { time: 'never', level: 'info', message: 'nothing', a: 1 }],
  ];
  const [line] = await evaluate(play, 'info', entries);
  expect(parse(line)).toEqual({ time, level: 'error', message: 'm', a: 1 });
});

test('keeps the fields of children apart', async ({ evaluate }) => {
  const lines = await evaluate(({ createLogger }) => {
    const written: string[] = [];
    const root = createLogger({ level: 'info', write: (text) => written.push(text), now: () => 0 });
    const [one, two] = [root.child({ requestId: 'r-1' }), root.child({ user: 7 })];
    one.info('m');
    two.info('m', { only: 'here' });
    two.info('m');
    root.info('m');
    return written;
  });
  const fields = lines.map((line) => {
    const { time: _, level: __, message: ___, ...rest } = parse(line);
    return rest;
  });
  expect(fields).toEqual([{ requestId: 'r-1' }, { user: 7, only: 'here' }, { user: 7 }, {}]);
});

test('leaves what was passed in as it was', async ({ evaluate }) => {
  const after = await evaluate(({ createLogger }) => {
    const fields = { user: { password: 'x' }, level: 'mine', list: [{ token: 'y' }] };
    const bound = { cookie: 'z' };
    createLogger({ level: 'info', write: () => {}, now: () => 0 })
      .child(bound)
      .info('m', fields);
    return { fields, bound };
  });
  expect(after).toEqual({
    fields: { user: { password: 'x' }, level: 'mine', list: [{ token: 'y' }] },
    bound: { cookie: 'z' },
  });
});

test('agrees with the reference on random fields', async ({ evaluate, reference, random }) => {
  const names = ['id', 'password', 'Token', 'api_key', 'user', 'tokens', 'set-cookie', 'level', 'note', 'cardNumber'];
  const make = (depth: number): unknown => {
    const kind = random.int(0, depth > 3 ? 2 : 5);
    if (kind < 2) return random.pick(['x', 7, null, true, '!bigint']);
    if (kind === 2) return random.string(3);
    if (kind === 3) return Array.from({ length: random.int(0, 3) }, () => make(depth + 1));
    return makeFields(depth + 1);
  };
  const makeFields = (depth: number): object =>
    Object.fromEntries(Array.from({ length: random.int(0, 4) }, () => [random.pick(names), make(depth)]));
  const entries = Array.from({ length: 30 }, (): Entry => {
    const children = Array.from({ length: random.int(0, 2) }, () => makeFields(1));
    return [children, random.pick(['debug', 'info', 'warn', 'error']), 'm', makeFields(0)];
  });
  const [theirs, ours] = [await evaluate(play, 'info', entries), await reference.evaluate(play, 'info', entries)];
  expect(theirs.map((line) => parse(line))).toEqual(ours.map((line) => parse(line)));
});
