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

test('loads what is missing, and then answers from the cache', async ({ evaluate }) => {
  const { loads, answers, kept } = await evaluate(
    play,
    [
      [0, 'top', 40, ['b-1']],
      [100, 'top', 40, ['b-2']],
    ],
    times,
  );
  expect(answers).toEqual([
    { got: ['b-1'], ms: 40 },
    { got: ['b-1'], ms: 100 },
  ]);
  expect(loads).toEqual(['top at 0']);
  expect(kept).toEqual(['cache:top']);
});

test('loads once when many miss at the same moment', async ({ evaluate }) => {
  const { loads, answers } = await evaluate(
    play,
    Array.from({ length: 30 }, (_, index) => [0, 'top', 40, index]),
    times,
  );
  expect(loads).toEqual(['top at 0']);
  expect(new Set(answers.map(({ got }) => got)).size).toBe(1);
});

test('waits for a slow load and does not start another', async ({ evaluate }) => {
  const { loads, answers } = await evaluate(
    play,
    [
      [0, 'top', 720, 'slow'],
      [10, 'top', 40, 'other'],
    ],
    times,
  );
  expect(loads).toEqual(['top at 0']);
  expect(answers[1].got).toBe('slow');
});

test('loads again when the value has expired', async ({ evaluate }) => {
  const { loads, answers } = await evaluate(
    play,
    [
      [0, 'top', 40, 1],
      [10_030, 'top', 40, 2],
      [10_041, 'top', 40, 3],
    ],
    times,
  );
  expect(answers.map(({ got }) => got)).toEqual([1, 1, 3]);
  expect(loads).toEqual(['top at 0', 'top at 10041']);
});

test('gives the lock back when load fails, and stores nothing', async ({ evaluate }) => {
  const { answers, locks, kept } = await evaluate(play, [[0, 'top', 40, 'fails']], times);
  expect(answers[0].got).toBe('rejected: no top');
  expect([locks, kept]).toEqual([[], []]);
});
