const fail = (address: string, ...times: number[]) => times.map((atMs) => ({ address, atMs, ok: false }));

test('has nothing to say about an empty log', async ({ call }) => {
  expect(await call('findBursts', [], 1, 1000)).toEqual([]);
});

test('reports the first failure when the limit is 1', async ({ call }) => {
  expect(await call('findBursts', [...fail('a', 0, 5), ...fail('b', 7)], 1, 1000)).toEqual([
    { address: 'a', atMs: 0 },
    { address: 'b', atMs: 7 },
  ]);
});

test('counts failures of the same moment', async ({ call }) => {
  expect(await call('findBursts', fail('a', 3, 3, 3), 3, 1)).toEqual([{ address: 'a', atMs: 3 }]);
});

test('knows addresses that are names of the language', async ({ call }) => {
  const events = [...fail('__proto__', 1, 2), ...fail('constructor', 3, 4)];
  expect(await call('findBursts', events, 2, 10)).toEqual([
    { address: '__proto__', atMs: 2 },
    { address: 'constructor', atMs: 4 },
  ]);
});

test('leaves the events as they are', async ({ evaluate }) => {
  const events = fail('a', 1, 2, 3);
  const after = await evaluate(
    {
      ts: ({ findBursts }, list) => {
        findBursts(list, 2, 100);
        return list;
      },
      py: `
        def drive(solution, events):
            solution.find_bursts(events, 2, 100)
            return events
      `,
    },
    events,
  );
  expect(after).toEqual(events);
});

test('goes through a log that one address has filled in time', async ({ evaluate, language }) => {
  // The window never holds more than limit - 1 failures, except at the end, where one more comes at the same moment.
  const seen = await evaluate({
    ts: ({ findBursts }) => {
      const limit = 10_000;
      const events = Array.from({ length: 200_000 }, (_, i) => ({ address: '10.0.0.9', atMs: i, ok: false }));
      events.push({ ...events[events.length - 1] });
      return findBursts(events, limit, limit - 1);
    },
    py: `
      def drive(solution):
          limit = 5_000
          events = [{"address": "10.0.0.9", "atMs": i, "ok": False} for i in range(40_000)]
          events.append(dict(events[-1]))
          return solution.find_bursts(events, limit, limit - 1)
    `,
  });
  expect(seen).toEqual([{ address: '10.0.0.9', atMs: language === 'python' ? 39_999 : 199_999 }]);
});

test('agrees with the reference on random logs', async ({ call, reference, random }) => {
  for (let turn = 0; turn < 5; turn++) {
    let atMs = 0;
    const events = Array.from({ length: 300 }, () => ({
      address: random.pick(['a', 'b', 'c', 'd', 'e']),
      atMs: (atMs += random.int(0, 40)),
      ok: random.int(0, 3) === 0,
    }));
    const [limit, windowMs] = [random.int(2, 9), random.int(50, 700)];
    expect(await call('findBursts', events, limit, windowMs)).toEqual(
      await reference.call('findBursts', events, limit, windowMs),
    );
  }
});
