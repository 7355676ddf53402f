export function createFairQueue(weights: Record<string, number>) {
  const jobs: unknown[] = [];

  return {
    push(tenant: string, job: unknown, cost: number) {
      jobs.push(job);
    },
    pop(): unknown {
      return jobs.shift() ?? null;
    },
  };
}
