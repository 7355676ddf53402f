type Entry = { time?: unknown; level?: unknown; message?: unknown; requestId?: unknown };
const at = (second: number) =>
  `2026-03-04T02:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}.000Z`;
const error = (second: number, message: string, requestId?: string | null): Entry => ({
  time: at(second),
  level: 'error',
  message,
  requestId,
});
const log = (...entries: (Entry | string)[]) =>
  entries.map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry)));

test('counts lines that are no entries and skips empty ones', async ({ call }) => {
  const broken = [
    '3',
    'null',
    '[]',
    '"error"',
    '{"time":"',
    '{"level":"error","message":"no time"}',
    '{"time":"2026-03-04T02:00:00.000Z","level":"error"}',
    '{"time":"2026-03-04T02:00:00.000Z","level":"error","message":42}',
    '{"time":1772589600,"level":"error","message":"x"}',
    '{"time":"2026-03-04T02:00:00.000Z","level":null,"message":"x"}',
    '    at handle (server.js:12:7)',
  ];
  expect(await call('triage', log('', ...broken, '   ', '\t'))).toEqual({ unreadable: broken.length, groups: [] });
});

test('has nothing to say about an empty log', async ({ call }) => {
  expect(await call('triage', [])).toEqual({ unreadable: 0, groups: [] });
});

test('counts entries without a request as lines and not as requests', async ({ call }) => {
  const lines = log(
    error(1, 'job failed'),
    error(2, 'job failed', null),
    error(3, 'job failed', 'r-1'),
    error(4, 'job failed', 'r-1'),
  );
  const { groups } = await call('triage', lines);
  expect(groups).toEqual([{ pattern: 'job failed', lines: 4, requests: 1, first: at(1), last: at(4) }]);
});

test('sorts equal numbers of requests by time and then by pattern', async ({ call }) => {
  const lines = log(
    error(50, 'late', 'a'),
    error(5, 'early', 'b'),
    error(9, 'b', 'c'),
    error(9, 'a', 'd'),
    error(2, 'none'),
  );
  const { groups } = await call('triage', lines);
  expect(groups.map(({ pattern }) => pattern)).toEqual(['early', 'a', 'b', 'late', 'none']);
});

test('replaces digits wherever they stand, and only what is a whole id', async ({ call }) => {
  const lines = log(error(1, 'utf8 of 10.4.0.17:5432 in 3f2504e0-4f89-41d3', 'a'), error(2, 'no digits', 'a'));
  const { groups } = await call('triage', lines);
  expect(groups.map(({ pattern }) => pattern)).toEqual([
    'utf<n> of <n>.<n>.<n>.<n>:<n> in <n>f<n>e<n>-<n>f<n>-<n>d<n>',
    'no digits',
  ]);
});

test('agrees with the reference on random logs', async ({ call, reference, random }) => {
  for (let turn = 0; turn < 3; turn++) {
    const hex = (length: number) => random.string(length, '0123456789abcdef');
    const lines = Array.from({ length: 150 }, () => {
      if (random.int(0, 14) === 0) return random.pick(['', 'panic', '{}', '[1]']);
      const id = [8, 4, 4, 4, 12].map(hex).join('-');
      const message = random.pick([
        `order ${random.int(1, 999)} failed`,
        `cart ${id} lost`,
        'no database',
        `shard${random.int(1, 9)} slow`,
      ]);
      const level = random.pick(['error', 'error', 'warn', 'info']);
      return JSON.stringify({
        time: at(random.int(0, 900)),
        level,
        message,
        requestId: random.pick([`r-${random.int(1, 40)}`, undefined]),
      });
    });
    expect(await call('triage', lines)).toEqual(await reference.call('triage', lines));
  }
});
