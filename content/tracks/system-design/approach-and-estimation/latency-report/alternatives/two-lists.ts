type Request = { startMs: number; endMs: number };

/** The starts and the ends, each sorted, walked in step. */
export function report(requests: Request[], fromMs: number, toMs: number) {
  const ended: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let spent = 0;
  for (const { startMs, endMs } of requests) {
    if (fromMs <= endMs && endMs < toMs) ended.push(endMs - startMs);
    if (endMs <= fromMs || startMs >= toMs) continue;
    starts.push(startMs);
    ends.push(endMs);
    spent += Math.min(endMs, toMs) - Math.max(startMs, fromMs);
  }
  for (const list of [ended, starts, ends]) list.sort((a, b) => a - b);

  let maxConcurrency = 0;
  let gone = 0;
  starts.forEach((start, begun) => {
    while (ends[gone]! <= start) gone++;
    maxConcurrency = Math.max(maxConcurrency, begun + 1 - gone);
  });

  const rank = (p: number) => (ended.length > 0 ? ended[Math.ceil((p * ended.length) / 100) - 1]! : null);
  return {
    throughput: (ended.length * 1000) / (toMs - fromMs),
    meanMs: ended.length > 0 ? ended.reduce((a, b) => a + b) / ended.length : null,
    p50Ms: rank(50),
    p99Ms: rank(99),
    meanConcurrency: spent / (toMs - fromMs),
    maxConcurrency,
  };
}
