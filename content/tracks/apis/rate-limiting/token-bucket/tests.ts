// Asks one limiter for each [key, time] in turn.
const ask = ({ createLimiter }, capacity: number, refillMs: number, requests: [string, number][]) => {
  const limiter = createLimiter(capacity, refillMs);
  return requests.map(([key, now]) => limiter.take(key, now));
};
const yes = (remaining: number) => ({ allowed: true, remaining, retryAfterMs: 0 });
const no = (retryAfterMs: number) => ({ allowed: false, remaining: 0, retryAfterMs });

test('answers the example', async ({ evaluate }) => {
  const requests: [string, number][] = [
    ['ada', 0],
    ['ada', 0],
    ['ada', 400],
    ['ada', 1000],
    ['ben', 1000],
  ];
  expect(await evaluate(ask, 2, 1000, requests)).toEqual([yes(1), yes(0), no(600), yes(0), yes(1)]);
});

test('lets a full bucket through at once and no more', async ({ evaluate }) => {
  const requests = Array.from({ length: 7 }, (): [string, number] => ['ada', 5000]);
  expect(await evaluate(ask, 5, 200, requests)).toEqual([yes(4), yes(3), yes(2), yes(1), yes(0), no(200), no(200)]);
});

test('takes nothing for a request that is refused', async ({ evaluate }) => {
  const requests: [string, number][] = [
    ['ada', 0],
    ['ada', 100],
    ['ada', 500],
    ['ada', 999],
    ['ada', 1000],
  ];
  expect(await evaluate(ask, 1, 1000, requests)).toEqual([yes(0), no(900), no(500), no(1), yes(0)]);
});

test('never holds more than its capacity', async ({ evaluate }) => {
  const requests: [string, number][] = [
    ['ada', 0],
    ['ada', 1_000_000],
    ['ada', 1_000_000],
    ['ada', 1_000_000],
  ];
  expect(await evaluate(ask, 2, 1000, requests)).toEqual([yes(1), yes(1), yes(0), no(1000)]);
});

test('counts a half-filled token on', async ({ evaluate }) => {
  // A token lasts 1000 ms; half of one is there at 1500 and must not be lost by the request at 1500.
  const requests: [string, number][] = [
    ['ada', 0],
    ['ada', 0],
    ['ada', 1500],
    ['ada', 2000],
    ['ada', 2400],
    ['ada', 3000],
  ];
  expect(await evaluate(ask, 2, 1000, requests)).toEqual([yes(1), yes(0), yes(0), yes(0), no(600), yes(0)]);
});

test('keeps a bucket for each key', async ({ evaluate }) => {
  const requests: [string, number][] = [
    ['ada', 0],
    ['ada', 0],
    ['constructor', 0],
    ['ada', 0],
    ['constructor', 0],
  ];
  expect(await evaluate(ask, 1, 1000, requests)).toEqual([yes(0), no(1000), yes(0), no(1000), no(1000)]);
});

test('forgets the keys whose buckets are full', async ({ evaluate }) => {
  const counts = await evaluate(({ createLimiter }) => {
    const limiter = createLimiter(2, 1000);
    const empty = limiter.sweep(0);
    limiter.take('ada', 0);
    limiter.take('ada', 0);
    limiter.take('ada', 1000);
    limiter.take('ben', 1000);
    return [
      empty,
      limiter.sweep(1000),
      limiter.sweep(1999),
      limiter.sweep(2000),
      limiter.sweep(2999),
      limiter.sweep(3000),
    ];
  });
  expect(counts).toEqual([0, 2, 2, 1, 1, 0]);
});
