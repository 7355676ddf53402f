// A seeded generator (mulberry32) that the drivers build inside.
const workload = ({ createLimiter }, capacity: number, refillMs: number, requests: number, seed: number) => {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const limiter = createLimiter(capacity, refillMs);
  const allowedAt: number[] = [];
  let now = 0;
  for (let i = 0; i < requests; i++) {
    // Bursts with pauses in between, some of them long enough to fill the bucket.
    const pause = random();
    now += pause < 0.7 ? 0 : Math.floor(random() * refillMs * (pause < 0.97 ? 2 : 3 * capacity));
    if (limiter.take('ada', now).allowed) allowedAt.push(now);
    // Another client must make no difference.
    limiter.take('ben', now);
  }
  let worst = 0;
  for (let i = 0; i < allowedAt.length; i++) {
    for (let j = i; j < allowedAt.length; j++) {
      const bound = capacity + Math.floor((allowedAt[j]! - allowedAt[i]!) / refillMs);
      worst = Math.max(worst, j - i + 1 - bound);
    }
  }
  return { allowed: allowedAt.length, worst };
};

test('never lets more through than capacity and refill allow, in any interval', async ({ evaluate, random }) => {
  for (const [capacity, refillMs] of [
    [5, 100],
    [10, 37],
    [1, 250],
  ] as const) {
    const { allowed, worst } = await evaluate(workload, capacity, refillMs, 1500, random.int(1, 1_000_000));
    expect(allowed, 'Requests that were allowed').toBeGreaterThan(50);
    expect(worst, `Requests beyond ${capacity} + T / ${refillMs} in the worst interval`).toBeLessThanOrEqual(0);
  }
});

test('lets exactly capacity and refill through under constant demand', async ({ evaluate }) => {
  const counts = await evaluate(({ createLimiter }) =>
    [
      [5, 100],
      [3, 7],
      [20, 33],
    ].map(([capacity, refillMs]) => {
      const limiter = createLimiter(capacity, refillMs);
      let allowed = 0;
      for (let now = 0; now <= 5000; now++) if (limiter.take('ada', now).allowed) allowed++;
      return allowed;
    }),
  );
  expect(counts).toEqual([5 + 50, 3 + 714, 20 + 151]);
});

test('never refuses a client that keeps to the rate', async ({ evaluate }) => {
  const refused = await evaluate(({ createLimiter }) => {
    const limiter = createLimiter(1, 1000);
    let now = 0;
    let count = 0;
    for (let i = 0; i < 3000; i++) {
      if (!limiter.take('ada', now).allowed) count++;
      now += 1000 + (i % 3);
    }
    return count;
  });
  expect(refused).toBe(0);
});

test('is exact after many small steps', async ({ evaluate }) => {
  const answers = await evaluate(({ createLimiter }) => {
    const limiter = createLimiter(1, 10);
    limiter.take('ada', 0);
    const seen: unknown[] = [];
    for (let now = 1; now <= 10; now++) seen.push(limiter.take('ada', now));
    return seen;
  });
  const waits = [9, 8, 7, 6, 5, 4, 3, 2, 1].map((ms) => ({ allowed: false, remaining: 0, retryAfterMs: ms }));
  expect(answers).toEqual([...waits, { allowed: true, remaining: 0, retryAfterMs: 0 }]);
});

test('takes a clock that is set back for one that stands still', async ({ evaluate }) => {
  const answers = await evaluate(({ createLimiter }) => {
    const limiter = createLimiter(2, 1000);
    return [10_000, 10_000, 4000, 10_400, 9000, 11_000].map((now) => limiter.take('ada', now));
  });
  expect(answers).toEqual([
    { allowed: true, remaining: 1, retryAfterMs: 0 },
    { allowed: true, remaining: 0, retryAfterMs: 0 },
    { allowed: false, remaining: 0, retryAfterMs: 1000 },
    { allowed: false, remaining: 0, retryAfterMs: 600 },
    { allowed: false, remaining: 0, retryAfterMs: 600 },
    { allowed: true, remaining: 0, retryAfterMs: 0 },
  ]);
});

test('changes no answer by forgetting', async ({ evaluate }) => {
  const answers = await evaluate(({ createLimiter }) => {
    const run = (sweeps: boolean) => {
      const limiter = createLimiter(3, 100);
      const seen: unknown[] = [];
      for (const now of [0, 0, 0, 50, 120, 130, 300, 301, 302, 600, 600, 600, 600]) {
        if (sweeps) limiter.sweep(now);
        seen.push(limiter.take('ada', now));
      }
      return seen;
    };
    return { with: run(true), without: run(false) };
  });
  expect(answers.with).toEqual(answers.without);
});

test('agrees with the reference on random requests', async ({ evaluate, reference, random }) => {
  const drive = ({ createLimiter }, capacity: number, refillMs: number, requests: [string, number][]) => {
    const limiter = createLimiter(capacity, refillMs);
    return requests.map(([key, now], index) => [limiter.take(key, now), index % 10 === 9 ? limiter.sweep(now) : null]);
  };
  const [capacity, refillMs] = [random.int(1, 6), random.int(3, 50)];
  let now = random.int(0, 1000);
  const requests = Array.from({ length: 150 }, (): [string, number] => {
    now += random.pick([0, 0, 1, random.int(0, 2 * refillMs), random.int(0, 4 * refillMs)]);
    return [random.pick(['ada', 'ben', 'toString']), now];
  });
  expect(await evaluate(drive, capacity, refillMs, requests)).toEqual(
    await reference.evaluate(drive, capacity, refillMs, requests),
  );
});
