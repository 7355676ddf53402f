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

test('rounds the time to wait up', async ({ evaluate }) => {
  const { answers } = await evaluate(
    play,
    1,
    60,
    [0, 100, 59_100, 59_999].map((atMs) => [atMs + 5, 'ip:1']),
  );
  expect(answers).toEqual([allowed(0), refused(60), refused(1), refused(1)]);
});

test('never leaves a key without an expiry, wherever the process dies', async ({ evaluate }) => {
  const ttls = await evaluate(async ({ attempt }) => {
    const client = await require('redis').createClient().connect();
    const ttls: number[] = [];
    for (let lives = 1; lives <= 6; lives++) {
      await client.flushAll();
      let left = lives;
      // Everything that is asked of the client takes one life; a transaction is one as a whole.
      const mortal = new Proxy(client, {
        get: (target, name) => {
          const member = target[name];
          if (typeof member !== 'function') return member;
          return (...given) => (left-- > 0 ? member.apply(target, given) : new Promise(() => undefined));
        },
      });
      void Promise.resolve(attempt(mortal, 'ip:1', { limit: 2, windowSeconds: 60 })).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 1));
      for (const key of await client.keys('*')) ttls.push(await client.ttl(key));
    }
    return ttls;
  });
  expect(ttls.length).toBeGreaterThan(0);
  expect(ttls.filter((ttl) => ttl < 0)).toEqual([]);
});

test('keeps its keys below attempts:', async ({ evaluate }) => {
  const keys = await evaluate(async ({ attempt }) => {
    const client = await require('redis').createClient().connect();
    await client.flushAll();
    await attempt(client, 'ip:1', { limit: 2, windowSeconds: 60 });
    return client.keys('*');
  });
  expect(keys.filter((key) => !key.startsWith('attempts:'))).toEqual([]);
  expect(keys.length).toBeGreaterThan(0);
});

test('leaves nothing behind when the window is over', async ({ evaluate }) => {
  const left = await evaluate(async ({ attempt }) => {
    const client = await require('redis').createClient().connect();
    await client.flushAll();
    for (let index = 0; index < 5; index++) await attempt(client, 'ip:1', { limit: 2, windowSeconds: 10 });
    await new Promise((resolve) => setTimeout(resolve, 10_001));
    return client.dbSize();
  });
  expect(left).toBe(0);
});

test('agrees with the reference on random attempts', async ({ evaluate, reference, random }) => {
  const attempts = Array.from({ length: 40 }, () => [random.int(1, 400) * 500 + 7, random.pick(['ip:1', 'ip:2'])]);
  const limit = random.int(1, 4);
  const { answers } = await evaluate(play, limit, 30, attempts);
  expect(answers).toEqual((await reference.evaluate(play, limit, 30, attempts)).answers);
});
