// Each call comes `atMs` after the begin and its load takes `loadMs`; what is told are the loads and the answers.
const play = async ({ cached }, calls, times, before = {}) => {
  const client = await require('redis').createClient().connect();
  await client.flushAll();
  for (const [key, [value, PX]] of Object.entries(before as Record<string, [string, number]>)) {
    await client.set(key, value, { PX });
  }
  const begin = Date.now();
  const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const loads: string[] = [];
  const started: Promise<{ got: ReturnType<typeof JSON.parse>; ms: number }>[] = [];
  for (const atMs of new Set<number>(calls.map(([at]) => at))) {
    if (atMs > 0) await sleep(begin + atMs - Date.now());
    for (const [at, key, loadMs, value] of calls) {
      if (at !== atMs) continue;
      const load = async () => {
        loads.push(`${key} at ${Date.now() - begin}`);
        await sleep(loadMs);
        if (value === 'fails') throw new Error(`no ${key}`);
        return value;
      };
      const answer = cached(client, key, load, times).catch((error) => `rejected: ${error.message}`);
      started.push(answer.then((got) => ({ got, ms: Date.now() - begin })));
    }
  }
  const answers = await Promise.all(started);
  const [locks, kept] = [await client.keys('lock:*'), await client.keys('cache:*')];
  return { loads, answers, locks, kept };
};
const times = { ttlMs: 10_000, lockMs: 1000 };

test('gives the lock back as soon as the value is stored', async ({ evaluate }) => {
  const { locks, kept } = await evaluate(play, [[0, 'top', 40, 1]], times);
  expect([locks, kept]).toEqual([[], ['cache:top']]);
});

test('looks again every 50 ms', async ({ evaluate }) => {
  const { answers } = await evaluate(
    play,
    [
      [0, 'top', 120, 1],
      [10, 'top', 40, 2],
      [30, 'top', 40, 3],
    ],
    times,
  );
  expect(answers.map(({ got }) => got)).toEqual([1, 1, 1]);
  expect(answers[1].ms).toBeLessThanOrEqual(170);
  expect(answers[2].ms).toBeLessThanOrEqual(170);
});

test('lets somebody who waits try when the first load failed', async ({ evaluate }) => {
  const { loads, answers } = await evaluate(
    play,
    [
      [0, 'top', 60, 'fails'],
      [10, 'top', 40, 'second'],
    ],
    times,
  );
  expect(answers.map(({ got }) => got)).toEqual(['rejected: no top', 'second']);
  expect(loads).toHaveLength(2);
  expect(answers[1].ms).toBeLessThanOrEqual(150);
});

test('goes on when the holder of the lock has died', async ({ evaluate }) => {
  const dead = { 'lock:top': ['somebody', 400] };
  const { loads, answers } = await evaluate(play, [[0, 'top', 40, 'mine']], times, dead);
  expect(loads).toHaveLength(1);
  expect(answers[0].got).toBe('mine');
  expect(answers[0].ms).toBeGreaterThanOrEqual(440);
  expect(answers[0].ms).toBeLessThanOrEqual(490);
});

test('takes a lock that ends by itself', async ({ evaluate }) => {
  const ttl = await evaluate(async ({ cached }) => {
    const client = await require('redis').createClient().connect();
    await client.flushAll();
    void cached(client, 'top', () => new Promise(() => undefined), { ttlMs: 1000, lockMs: 700 });
    await new Promise((resolve) => setTimeout(resolve, 1));
    return client.pTTL('lock:top');
  });
  expect(ttl).toBeGreaterThan(0);
  expect(ttl).toBeLessThanOrEqual(700);
});

test('does not take the lock from whoever has it by now', async ({ evaluate }) => {
  // The first load outlives its lock; the second has taken it by then, and the third comes while the second is loading.
  const calls = [
    [0, 'top', 500, 'first'],
    [10, 'top', 350, 'second'],
    [640, 'top', 40, 'third'],
  ];
  const { loads, answers } = await evaluate(play, calls, { ttlMs: 100, lockMs: 400 });
  expect(loads).toHaveLength(2);
  expect(answers.map(({ got }) => got)).toEqual(['first', 'second', 'second']);
});

test('keeps a value that is null', async ({ evaluate }) => {
  const { loads, answers } = await evaluate(
    play,
    [
      [0, 'none', 40, null],
      [100, 'none', 40, 1],
    ],
    times,
  );
  expect(answers.map(({ got }) => got)).toEqual([null, null]);
  expect(loads).toHaveLength(1);
});

test('does not let different keys wait for each other', async ({ evaluate }) => {
  const { answers } = await evaluate(
    play,
    [
      [0, 'a', 500, 1],
      [0, 'b', 40, 2],
    ],
    times,
  );
  expect(answers).toEqual([
    { got: 1, ms: 500 },
    { got: 2, ms: 40 },
  ]);
});

test('agrees with the reference on random values and moments', async ({ evaluate, reference, random }) => {
  const calls = Array.from({ length: 20 }, (_, index) => [
    random.int(0, 30) * 500,
    random.pick(['a', 'b']),
    random.pick([20, 40, 140]),
    { value: index },
  ]).sort(([a], [b]) => (a as number) - (b as number));
  const short = { ttlMs: 2100, lockMs: 1000 };
  const [mine, right] = [await evaluate(play, calls, short), await reference.evaluate(play, calls, short)];
  expect(mine.loads).toEqual(right.loads);
  expect(mine.answers.map(({ got }) => got)).toEqual(right.answers.map(({ got }) => got));
});
