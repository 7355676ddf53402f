const spans = (...list: [number, number][]) => list.map(([startMs, endMs]) => ({ startMs, endMs }));

test('returns number 99 of 100 for p99, and number 100 of 101', async ({ call }) => {
  const p99Of = async (count: number) => {
    const list = Array.from({ length: count }, (_, i): [number, number] => [0, ((i * 37) % count) + 1]);
    return (await call('report', spans(...list), 0, 1000)).p99Ms;
  };
  expect(await p99Of(100)).toBe(99);
  expect(await p99Of(101)).toBe(100);
});

test('sorts durations as numbers', async ({ call }) => {
  const answer = await call('report', spans([0, 9], [0, 10], [0, 100]), 0, 1000);
  expect([answer.p50Ms, answer.p99Ms]).toEqual([10, 100]);
});

test("follows Little's law when every request lies in the window", async ({ call, random }) => {
  const requests = Array.from({ length: 400 }, () => {
    const startMs = 5000 + random.int(0, 8000);
    return { startMs, endMs: startMs + random.int(1, 1500) };
  });
  const answer = await call('report', requests, 5000, 15_000);
  expect(answer.throughput).toBe(40);
  expect(answer.meanConcurrency).toBeCloseTo((answer.throughput * answer.meanMs) / 1000, 6);
});

test('leaves the list as it was', async ({ evaluate }) => {
  const kept = await evaluate({
    ts: ({ report }) => {
      const requests = [
        { startMs: 50, endMs: 90 },
        { startMs: 0, endMs: 200 },
        { startMs: 20, endMs: 30 },
      ];
      const before = JSON.stringify(requests);
      report(requests, 25, 100);
      return JSON.stringify(requests) === before;
    },
    py: `
      def drive(solution):
          requests = [{"startMs": 50, "endMs": 90}, {"startMs": 0, "endMs": 200}, {"startMs": 20, "endMs": 30}]
          before = repr(requests)
          solution.report(requests, 25, 100)
          return repr(requests) == before
    `,
  });
  expect(kept).toBe(true);
});

test('reads 20,000 lines in time', async ({ evaluate }) => {
  const answer = await evaluate({
    ts: ({ report }) => {
      const requests = Array.from({ length: 20_000 }, (_, i) => ({ startMs: (i * 7919) % 20_000, endMs: 40_000 + i }));
      return report(requests, 0, 100_000);
    },
    py: `
      def drive(solution):
          requests = [{"startMs": i * 7919 % 20000, "endMs": 40000 + i} for i in range(20000)]
          return solution.report(requests, 0, 100000)
    `,
  });
  expect([answer.throughput, answer.maxConcurrency]).toEqual([200, 20_000]);
});

test('agrees with the reference on a random log', async ({ call, reference, random }) => {
  for (let i = 0; i < 5; i++) {
    const requests = Array.from({ length: random.int(0, 300) }, () => {
      const startMs = random.int(0, 2000);
      return { startMs, endMs: startMs + random.int(1, 400) };
    });
    const { meanMs, meanConcurrency, throughput, ...exact } = await call('report', requests, 500, 1500);
    const expected = await reference.call('report', requests, 500, 1500);
    expect(exact).toEqual({
      p50Ms: expected.p50Ms,
      p99Ms: expected.p99Ms,
      maxConcurrency: expected.maxConcurrency,
    });
    expect(throughput).toBeCloseTo(expected.throughput, 6);
    expect(meanConcurrency).toBeCloseTo(expected.meanConcurrency, 6);
    if (expected.meanMs === null) expect(meanMs).toBeNull();
    else expect(meanMs).toBeCloseTo(expected.meanMs, 6);
  }
});
