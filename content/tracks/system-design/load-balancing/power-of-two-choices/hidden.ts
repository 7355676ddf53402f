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

// Requests on 100 servers; the loads that choose sees are refreshed every so many requests.
const simulate = ({ choose }, requests, refreshEvery, seed) => {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const servers = Array.from({ length: 100 }, (_, i) => ({ name: `s${i}`, healthy: true }));
  const loads = new Map(servers.map(({ name }) => [name, 0]));
  let known = new Map(loads);
  let burst = new Map<string, number>();
  let worstBurst = 0;
  for (let i = 0; i < requests; i++) {
    if (i % refreshEvery === 0) {
      known = new Map(loads);
      burst = new Map();
    }
    const name = choose(servers, (name: string) => known.get(name), random);
    loads.set(name, (loads.get(name) ?? 0) + 1);
    burst.set(name, (burst.get(name) ?? 0) + 1);
    worstBurst = Math.max(worstBurst, burst.get(name)!);
  }
  return { fullest: Math.max(...loads.values()), worstBurst };
};

test('draws every pair with the same probability', async ({ evaluate, random }) => {
  const loads = { a: 3, b: 1, c: 5, d: 2, e: 4 };
  const counts = await evaluate(shares, fleet('abcde'), loads, 20_000, random.int(1, 1_000_000));
  // Of the ten pairs the least busy server wins four, then three, two, one and none.
  // Six deviations: with five, a right solution would fail about once in 200,000 submissions, over both tests.
  const wins = { b: 4, d: 3, a: 2, e: 1, c: 0 };
  for (const [name, pairs] of Object.entries(wins)) {
    const share = pairs / 10;
    const sixDeviations = 6 * Math.sqrt(20_000 * share * (1 - share));
    expect(Math.abs((counts[name] ?? 0) - 20_000 * share), `${name} got ${counts[name] ?? 0}`).toBeLessThanOrEqual(
      sixDeviations,
    );
  }
});

test('favours nobody when all loads are equal', async ({ evaluate, random }) => {
  const loads = { a: 2, b: 2, c: 2, d: 2 };
  const counts = await evaluate(shares, fleet('abcd'), loads, 20_000, random.int(1, 1_000_000));
  const sixDeviations = 6 * Math.sqrt(20_000 * 0.25 * 0.75);
  for (const name of Object.keys(loads)) {
    expect(Math.abs((counts[name] ?? 0) - 5000), `${name} got ${counts[name] ?? 0}`).toBeLessThanOrEqual(sixDeviations);
  }
});

test('keeps the fullest of 100 servers within 6 of the average after 10,000 requests', async ({ evaluate, random }) => {
  const { fullest } = await evaluate(simulate, 10_000, 1, random.int(1, 1_000_000));
  expect(fullest).toBeLessThanOrEqual(106);
});

test('does not send a burst to one server when the loads it sees are old', async ({ evaluate, random }) => {
  const { worstBurst } = await evaluate(simulate, 5000, 100, random.int(1, 1_000_000));
  // No server is drawn in more than 2 of 100 choices: by the binomial tails, 16 in any of 50 rounds has 6 in 10^8.
  expect(worstBurst).toBeLessThanOrEqual(15);
});

test('leaves the list as it was', async ({ evaluate }) => {
  const names = await evaluate(({ choose }) => {
    const servers = ['a', 'b', 'c', 'd'].map((name) => ({ name, healthy: true }));
    let next = 0;
    const random = () => {
      next = (next + 0.37) % 1;
      return next;
    };
    for (let i = 0; i < 20; i++) choose(servers, () => 1, random);
    return servers.map(({ name }) => name);
  });
  expect(names).toEqual(['a', 'b', 'c', 'd']);
});

test('agrees with the reference wherever two healthy servers are left', async ({ evaluate, reference, random }) => {
  for (let i = 0; i < 10; i++) {
    const names = random.shuffle([...'abcdefgh']);
    const healthy = names.slice(0, random.int(0, 2));
    const servers = random.shuffle(names).map((name) => ({ name, healthy: healthy.includes(name) }));
    const loads = Object.fromEntries(random.shuffle(names).map((name, load) => [name, load]));
    const counts = await evaluate(shares, servers, loads, 20, i + 1);
    expect({ healthy, loads, counts }).toEqual({
      healthy,
      loads,
      counts: await reference.evaluate(shares, servers, loads, 20, i + 1),
    });
  }
});
