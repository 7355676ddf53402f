const fail = (address: string, ...times: number[]) => times.map((atMs) => ({ address, atMs, ok: false }));
const success = (address: string, atMs: number) => ({ address, atMs, ok: true });
const byTime = <T extends { atMs: number }>(events: T[]) => [...events].sort((a, b) => a.atMs - b.atMs);

test('answers as in the example', async ({ call }) => {
  expect(await call('findBursts', fail('10.0.0.9', 100, 600, 1100, 1400), 3, 1000)).toEqual([
    { address: '10.0.0.9', atMs: 1400 },
  ]);
});

test('reports the failure that makes the limit full', async ({ call }) => {
  expect(await call('findBursts', fail('a', 0, 10, 20, 30, 40), 3, 1000)).toEqual([{ address: 'a', atMs: 20 }]);
});

test('does not count failures that are a whole window apart', async ({ call }) => {
  expect(await call('findBursts', fail('a', 0, 500, 1000), 3, 1000)).toEqual([]);
  expect(await call('findBursts', fail('a', 0, 500, 999), 3, 1000)).toEqual([{ address: 'a', atMs: 999 }]);
});

test('finds a burst that begins between two bounds of the clock', async ({ call }) => {
  expect(await call('findBursts', fail('a', 900, 950, 1050), 3, 1000)).toEqual([{ address: 'a', atMs: 1050 }]);
});

test('counts each address by itself', async ({ call }) => {
  const events = byTime([...fail('a', 0, 20), ...fail('b', 10, 30), ...fail('c', 15, 40, 50)]);
  expect(await call('findBursts', events, 3, 1000)).toEqual([{ address: 'c', atMs: 50 }]);
});

test('lets a success count for nothing and reset nothing', async ({ call }) => {
  const events = byTime([...fail('a', 0, 20, 40), success('a', 10), success('a', 30), ...fail('b', 5, 25)]);
  expect(await call('findBursts', events, 3, 1000)).toEqual([{ address: 'a', atMs: 40 }]);
});

test('reports each address once, in the order of the alarms', async ({ call }) => {
  const events = byTime([
    ...fail('z', 0, 100, 200, 9000, 9001, 9002),
    ...fail('a', 50, 300, 310, 320),
    ...fail('m', 60, 70),
  ]);
  expect(await call('findBursts', events, 2, 1000)).toEqual([
    { address: 'm', atMs: 70 },
    { address: 'z', atMs: 100 },
    { address: 'a', atMs: 300 },
  ]);
});
