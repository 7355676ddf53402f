// Feeds keys, drawn with a skew (0: all alike) from `different` keys, and compares what `top` says with the truth.
const judge = ({ createHotKeys }, { counters, requests, different, skew, seed, sorted = false }) => {
  let state = seed;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const stream = Array.from({ length: requests }, () => `customer-${Math.floor(different * random() ** (1 + skew))}`);
  if (sorted) stream.sort();
  const truth = new Map<string, number>();
  const hot = createHotKeys(counters);
  for (const key of stream) {
    truth.set(key, (truth.get(key) ?? 0) + 1);
    hot.add(key);
  }
  const top = hot.top(counters);
  const names = top.map(({ key }) => key);
  const bound = requests / counters;
  return {
    outOfBounds: top.filter(
      ({ key, atLeast, atMost }) => !(atLeast <= (truth.get(key) ?? 0) && (truth.get(key) ?? 0) <= atMost),
    ),
    tooWide: top.filter(({ atLeast, atMost }) => !(atMost - atLeast <= bound)),
    missing: [...truth].filter(([key, count]) => count > bound && !names.includes(key)).map(([key]) => key),
    tooMany: Math.max(0, top.length - counters),
    repeated: names.length - new Set(names).size,
    falling: top.every(({ atMost }, i) => i === 0 || atMost <= top[i - 1].atMost),
    hottest: truth.size === 0 ? 0 : [...truth.values()].filter((count) => count > bound).length,
  };
};

const right = { outOfBounds: [], tooWide: [], missing: [], tooMany: 0, repeated: 0, falling: true };
const play = ({ createHotKeys }, counters, keys, k) => {
  const hot = createHotKeys(counters);
  for (const key of keys) hot.add(key);
  return hot.top(k);
};

test('keeps its promises for random requests of every skew', async ({ evaluate, random }) => {
  for (const skew of [0, 1, 3, 8]) {
    for (const sorted of [false, true]) {
      const given = {
        counters: random.int(1, 40),
        requests: 3000,
        different: random.int(2, 600),
        skew,
        sorted,
        seed: random.int(1, 1e9),
      };
      const { hottest, ...seen } = await evaluate(judge, given);
      expect({ given, ...seen }).toEqual({ given, ...right });
    }
  }
});

test('works with a single counter', async ({ evaluate }) => {
  const top = await evaluate(play, 1, [...'aabbb'], 1);
  for (const { key, atLeast, atMost } of top) {
    const truth = key === 'a' ? 2 : 3;
    expect(atLeast <= truth && truth <= atMost && atMost - atLeast <= 5).toBe(true);
  }
  expect(top.length).toBeLessThanOrEqual(1);
});

test('remembers no more than it has counters for', async ({ evaluate }) => {
  const seen = await evaluate(({ createHotKeys }) => {
    const hot = createHotKeys(50);
    for (let i = 0; i < 20_000; i++) {
      hot.add(`key-${i}`);
      if (i % 10 === 0) hot.add('hot');
    }
    const [first] = hot.top(50);
    return [first.key, hot.top(1000).length <= 50, first.atLeast <= 2000 && first.atMost >= 2000];
  });
  expect(seen).toEqual(['hot', true, true]);
});

test('knows keys that look like properties', async ({ evaluate }) => {
  const top = await evaluate(
    play,
    10,
    ['constructor', '__proto__', 'constructor', 'toString', '__proto__', 'constructor'],
    3,
  );
  expect(top.map(({ key, atLeast, atMost }) => [key, atLeast, atMost])).toEqual([
    ['constructor', 3, 3],
    ['__proto__', 2, 2],
    ['toString', 1, 1],
  ]);
});

test('finds every key that must be found, as the reference does', async ({ evaluate, reference, random }) => {
  for (let round = 0; round < 5; round++) {
    const keys = Array.from(
      { length: 600 },
      () => `k${Math.min(random.int(0, 80), random.int(0, 80), random.int(0, 80))}`,
    );
    const must = [...new Set(keys)].filter((key) => keys.filter((other) => other === key).length > 600 / 25);
    const known = (top: { key: string }[]) => must.filter((key) => top.some((entry) => entry.key === key));
    expect(known(await evaluate(play, 25, keys, 25))).toEqual(known(await reference.evaluate(play, 25, keys, 25)));
  }
});
