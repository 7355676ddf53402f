type Request = { startMs: number; endMs: number };

export function report(requests: Request[], fromMs: number, toMs: number) {
  return {
    throughput: 0,
    meanMs: null,
    p50Ms: null,
    p99Ms: null,
    meanConcurrency: 0,
    maxConcurrency: 0,
  };
}
