// Attempts come at moments in milliseconds after the begin of the test; those of the same moment at the same time.
const play = async ({ attempt }, limit, windowSeconds, attempts) => {
  const client = await require('redis').createClient().connect();
  await client.flushAll();
  const startMs = Date.now();
  type Answer = { allowed: boolean; remaining: number; retryAfterSeconds: number };
  const answers: Promise<Answer>[] = [];
  for (const moment of new Set<number>(attempts.map(([atMs]) => atMs).sort((a, b) => a - b))) {
    await new Promise((resolve) => setTimeout(resolve, startMs + moment - Date.now()));
    for (const [atMs, name] of attempts) {
      if (atMs === moment) answers.push(attempt(client, name, { limit, windowSeconds }));
    }
  }
  const given = await Promise.all(answers);
  const ttls: number[] = [];
  for await (const keys of client.scanIterator()) for (const key of keys) ttls.push(await client.ttl(key));
  return { answers: given, ttls };
};
const allowed = (remaining) => ({ allowed: true, remaining, retryAfterSeconds: 0 });
const refused = (retryAfterSeconds) => ({ allowed: false, remaining: 0, retryAfterSeconds });

test('allows so many attempts and says how many are left', async ({ evaluate }) => {
  const { answers } = await evaluate(
    play,
    3,
    60,
    [1, 2, 3, 4, 5].map(() => [10, 'ip:1']),
  );
  expect(answers.slice(0, 3)).toEqual([allowed(2), allowed(1), allowed(0)]);
  expect(answers.slice(3)).toEqual([refused(60), refused(60)]);
});

test('ends the window that long after the first attempt', async ({ evaluate }) => {
  const moments = [50_000, 60_000, 90_000, 109_000, 110_001, 110_002];
  const { answers } = await evaluate(
    play,
    1,
    60,
    moments.map((atMs) => [atMs, 'ip:1']),
  );
  expect(answers).toEqual([allowed(0), refused(50), refused(20), refused(1), allowed(0), refused(60)]);
});

test('counts each name on its own', async ({ evaluate }) => {
  const { answers } = await evaluate(
    play,
    1,
    60,
    ['ip:1', 'ip:2', 'ip:1'].map((name) => [10, name]),
  );
  expect(answers).toEqual([allowed(0), allowed(0), refused(60)]);
});

test('counts all attempts that arrive at the same moment', async ({ evaluate }) => {
  const { answers } = await evaluate(
    play,
    5,
    60,
    Array.from({ length: 30 }, () => [10, 'ip:1']),
  );
  expect(answers.filter((answer) => answer.allowed)).toHaveLength(5);
  expect(answers.filter((answer) => !answer.allowed)).toHaveLength(25);
});
