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

test('counts exactly while there are enough counters', async ({ evaluate }) => {
  expect(await evaluate(play, 3, [...'abacaba'], 3)).toEqual([
    { key: 'a', atLeast: 4, atMost: 4 },
    { key: 'b', atLeast: 2, atMost: 2 },
    { key: 'c', atLeast: 1, atMost: 1 },
  ]);
  expect(await evaluate(play, 5, [], 3)).toEqual([]);
});

test('returns as many as are asked for', async ({ evaluate }) => {
  expect(await evaluate(play, 5, [...'abacaba'], 1)).toEqual([{ key: 'a', atLeast: 4, atMost: 4 }]);
});

test('keeps the true number between its bounds, and the bounds together', async ({ evaluate }) => {
  const { hottest, ...seen } = await evaluate(judge, {
    counters: 20,
    requests: 5000,
    different: 400,
    skew: 4,
    seed: 7,
  });
  expect(seen).toEqual(right);
  expect(hottest).toBeGreaterThan(0);
});

test('does not miss a key that comes late', async ({ evaluate }) => {
  const keys = [...Array.from({ length: 60 }, (_, i) => `once-${i}`), ...Array(40).fill('late')];
  const top = await evaluate(play, 4, keys, 4);
  const late = top.find(({ key }) => key === 'late');
  expect(late, 'asked for 40 times of 100, with four counters').toBeDefined();
  expect(late.atLeast).toBeLessThanOrEqual(40);
  expect(late.atMost).toBeGreaterThanOrEqual(40);
  expect(late.atMost - late.atLeast).toBeLessThanOrEqual(25);
});

test('does not miss a key that came early', async ({ evaluate }) => {
  const keys = [...Array(40).fill('early'), ...Array.from({ length: 60 }, (_, i) => `once-${i}`)];
  const top = await evaluate(play, 4, keys, 4);
  expect(top.map(({ key }) => key)).toContain('early');
});
