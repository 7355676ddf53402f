// A seeded generator (mulberry32) that the driver builds inside; Math.random would give another result each time.
const shares = ({ choose }, servers, loads, choices, seed) => {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const counts: Record<string, number> = {};
  for (let i = 0; i < choices; i++) {
    const name = choose(servers, (name: string) => loads[name], random);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

const fleet = (names: string) => [...names].map((name) => ({ name, healthy: true }));

test('returns the less busy one of two', async ({ evaluate }) => {
  expect(await evaluate(shares, fleet('ab'), { a: 4, b: 1 }, 100, 1)).toEqual({ b: 100 });
  expect(await evaluate(shares, fleet('ab'), { a: 1, b: 4 }, 100, 2)).toEqual({ a: 100 });
});

test('never returns the busiest of all', async ({ evaluate }) => {
  const counts = await evaluate(shares, fleet('abc'), { a: 1, b: 9, c: 2 }, 500, 3);
  expect(counts.b ?? 0).toBe(0);
});

test('does not always return the least busy of all', async ({ evaluate }) => {
  const counts = await evaluate(shares, fleet('abcd'), { a: 1, b: 2, c: 3, d: 4 }, 500, 4);
  expect(Object.keys(counts).sort()).toEqual(['a', 'b', 'c']);
});

test('sends nothing to an unhealthy server', async ({ evaluate }) => {
  const servers = [{ name: 'x', healthy: false }, ...fleet('ab'), { name: 'y', healthy: false }];
  expect(await evaluate(shares, servers, { x: 0, y: 0, a: 4, b: 1 }, 100, 5)).toEqual({ b: 100 });
});

test('returns the only healthy server, and null without one', async ({ evaluate }) => {
  const results = await evaluate(({ choose }) => {
    const a = { name: 'a', healthy: true };
    const b = { name: 'b', healthy: false };
    const ask = (servers) =>
      choose(
        servers,
        () => 3,
        () => 0.999,
      );
    return [ask([a]), ask([b, a]), ask([b]), ask([])];
  });
  expect(results).toEqual(['a', 'a', null, null]);
});

test('asks for the load of at most two servers, none of them unhealthy', async ({ evaluate }) => {
  const asked = await evaluate(({ choose }) => {
    const servers = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, healthy: name !== 'c' }));
    return [0, 0.2, 0.4, 0.6, 0.8, 0.99].map((start) => {
      const names = new Set<string>();
      let next = start;
      const random = () => {
        next = (next + 0.37) % 1;
        return next;
      };
      choose(servers, (name: string) => names.add(name).size, random);
      return { count: names.size, unhealthy: names.has('c') };
    });
  });
  for (const { count, unhealthy } of asked) {
    expect(count).toBeLessThanOrEqual(2);
    expect(unhealthy).toBe(false);
  }
});
