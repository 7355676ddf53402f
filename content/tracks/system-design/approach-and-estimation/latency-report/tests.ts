const spans = (...list: [number, number][]) => list.map(([startMs, endMs]) => ({ startMs, endMs }));

test('answers as in the example', async ({ call }) => {
  const answer = await call('report', spans([0, 100], [50, 150], [150, 250]), 0, 200);
  expect(answer).toEqual({
    throughput: 10,
    meanMs: 100,
    p50Ms: 100,
    p99Ms: 100,
    meanConcurrency: 1.25,
    maxConcurrency: 2,
  });
});

test('counts for throughput and latency what ended in the window, wherever it began', async ({ call }) => {
  // Ended before, at its beginning, within, at its end, after.
  const requests = spans([100, 900], [400, 1000], [1200, 1400], [1900, 2000], [1950, 2100]);
  const answer = await call('report', requests, 1000, 2000);
  expect(answer.throughput).toBe(2);
  expect(answer.meanMs).toBe(400);
});

test('returns a percentile that occurred', async ({ call }) => {
  const durations = [40, 10, 30, 20];
  const answer = await call('report', spans(...durations.map((d): [number, number] => [0, d])), 0, 1000);
  expect([answer.p50Ms, answer.p99Ms]).toEqual([20, 40]);
});

test('says null for latencies when nothing ended', async ({ call }) => {
  const answer = await call('report', spans([0, 5000]), 1000, 2000);
  expect(answer).toEqual({
    throughput: 0,
    meanMs: null,
    p50Ms: null,
    p99Ms: null,
    meanConcurrency: 1,
    maxConcurrency: 1,
  });
});

test('counts a request for the part of the window in which it was under way', async ({ call }) => {
  const requests = spans([0, 1500], [1250, 1500], [1500, 9000], [0, 1000], [2000, 3000]);
  const answer = await call('report', requests, 1000, 2000);
  expect(answer.meanConcurrency).toBe(1.25);
});

test('does not count requests together that only touch', async ({ call }) => {
  const requests = spans([0, 100], [200, 300], [100, 200]);
  expect((await call('report', requests, 0, 300)).maxConcurrency).toBe(1);
});

test('counts for the maximum only moments of the window', async ({ call }) => {
  const requests = spans([0, 100], [10, 100], [20, 400], [500, 600], [500, 600], [500, 600]);
  expect((await call('report', requests, 100, 500)).maxConcurrency).toBe(1);
  expect((await call('report', requests, 700, 800)).maxConcurrency).toBe(0);
});
