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

test('writes one line of JSON for each entry', async ({ evaluate }) => {
  const entries: Entry[] = [
    [[], 'info', 'shop is open'],
    [[], 'error', 'two\nlines', { order: 81, note: 'a\r\nb' }],
  ];
  const lines = await evaluate(play, 'info', entries);
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(/[\r\n]/.test(line), `Whether ${JSON.stringify(line)} has a line break`).toBe(false);
  expect(lines.map((line) => parse(line))).toEqual([
    { time, level: 'info', message: 'shop is open' },
    { time, level: 'error', message: 'two\nlines', order: 81, note: 'a\r\nb' },
  ]);
});

test('writes nothing below its level', async ({ evaluate }) => {
  const entries = ['debug', 'info', 'warn', 'error'].map((level): Entry => [[], level, level]);
  const seen: Record<string, string[]> = {};
  for (const level of ['debug', 'info', 'warn', 'error']) {
    seen[level] = (await evaluate(play, level, entries)).map((line) => parse(line).level);
  }
  expect(seen).toEqual({
    debug: ['debug', 'info', 'warn', 'error'],
    info: ['info', 'warn', 'error'],
    warn: ['warn', 'error'],
    error: ['error'],
  });
});

test('adds the fields of a child, and the nearer ones win', async ({ evaluate }) => {
  const entries = [info({ c: 3 }, { a: 1, b: 1, c: 1 }, { b: 2, c: 2 })];
  const [line] = await evaluate(play, 'info', entries);
  expect(parse(line)).toEqual({ time, level: 'info', message: 'm', a: 1, b: 2, c: 3 });
});

test('redacts at any depth', async ({ evaluate }) => {
  const entries = [
    info(
      { user: { name: 'ada', password: 'x1' }, tries: [{ token: 'x2' }, [{ secret: { deep: 'x3' } }]] },
      { cookie: 'x4' },
    ),
  ];
  const [line] = await evaluate(play, 'info', entries);
  expect(parse(line)).toMatchObject({
    user: { name: 'ada', password: '[redacted]' },
    tries: [{ token: '[redacted]' }, [{ secret: '[redacted]' }]],
    cookie: '[redacted]',
  });
});

test('redacts names however they are written', async ({ evaluate }) => {
  const names = [
    'PASSWORD',
    'access_token',
    'Api-Key',
    'apiKey',
    'Authorization',
    'Set-Cookie',
    'CARD_NUMBER',
    '__Secret',
  ];
  const [line] = await evaluate(play, 'info', [info(Object.fromEntries(names.map((name) => [name, 'x'])))]);
  const seen = parse(line);
  for (const name of names) expect(seen[name], `The value of ${name}`).toBe('[redacted]');
});

test('redacts whole names only', async ({ evaluate }) => {
  const fields = { tokensUsed: 412, passwordChangedAt: 'monday', secretary: 'Ben', cookies: 3 };
  const [line] = await evaluate(play, 'info', [info(fields)]);
  expect(parse(line)).toMatchObject(fields);
});

test('writes an error with its stack and its cause', async ({ evaluate }) => {
  const [plain, chained] = (await evaluate(play, 'info', [info({ error: '!error' }), info({ list: ['!cause'] })])).map(
    (line) => parse(line),
  );
  expect(plain.error).toMatchObject({ name: 'RangeError', message: 'no label' });
  expect(typeof plain.error.stack).toBe('string');
  expect('cause' in plain.error, 'Whether an error without a cause has one').toBe(false);
  expect(chained.list[0]).toMatchObject({
    name: 'Error',
    message: 'outer',
    cause: { name: 'TypeError', message: 'inner' },
  });
});
