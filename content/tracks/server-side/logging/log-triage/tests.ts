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

test('answers as in the example', async ({ call }) => {
  const lines = log(
    error(9, 'order 81 has no address', 'r-2'),
    error(3, 'order 7 has no address', 'r-1'),
    'Segmentation fault',
  );
  expect(await call('triage', lines)).toEqual({
    unreadable: 1,
    groups: [{ pattern: 'order <n> has no address', lines: 2, requests: 2, first: at(3), last: at(9) }],
  });
});

test('looks at errors alone', async ({ call }) => {
  const lines = log(
    { time: at(1), level: 'info', message: 'order 1 created' },
    { time: at(2), level: 'warn', message: 'order 1 tried again' },
    error(3, 'order 1 failed', 'r'),
  );
  const { unreadable, groups } = await call('triage', lines);
  expect(unreadable).toBe(0);
  expect(groups.map((group) => group.pattern)).toEqual(['order <n> failed']);
});

test('replaces ids before numbers', async ({ call }) => {
  const lines = log(
    error(1, 'cart 3f2504e0-4f89-41d3-9a0c-0305e82c3301 lost after 250 ms', 'a'),
    error(2, 'cart 9C858901-8A57-4791-81FE-4C455B099BC9 lost after 31 ms', 'b'),
  );
  const { groups } = await call('triage', lines);
  expect(groups.map(({ pattern, lines }) => [pattern, lines])).toEqual([['cart <id> lost after <n> ms', 2]]);
});

test('puts first what hit most requests, not what wrote most lines', async ({ call }) => {
  const lines = log(
    ...[1, 2, 3, 4, 5].map((second) => error(second, `retry ${second} of payment`, 'r-1')),
    error(6, 'no address', 'r-2'),
    error(7, 'no address', 'r-3'),
  );
  const { groups } = await call('triage', lines);
  expect(groups.map(({ pattern, lines, requests }) => [pattern, lines, requests])).toEqual([
    ['no address', 2, 2],
    ['retry <n> of payment', 5, 1],
  ]);
});

test('finds the first and the last time in any order', async ({ call }) => {
  const lines = log(error(40, 'x', 'a'), error(7, 'x', 'b'), error(95, 'x', 'c'), error(60, 'x', 'd'));
  const { groups } = await call('triage', lines);
  expect(groups).toEqual([{ pattern: 'x', lines: 4, requests: 4, first: at(7), last: at(95) }]);
});
