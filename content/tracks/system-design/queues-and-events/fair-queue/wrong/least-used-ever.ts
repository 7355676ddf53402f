// caught by: lets nobody save up while they are idle
type Job = { start: number; job: unknown };
type Tenant = { lastFinish: number; jobs: Job[] };

/** Start-time fair queueing. */
export function createFairQueue(weights: Record<string, number>) {
  const tenants = new Map<string, Tenant>();
  let clock = 0;

  return {
    push(name: string, job: unknown, cost: number) {
      const tenant = tenants.get(name) ?? { lastFinish: 0, jobs: [] };
      tenants.set(name, tenant);
      const start = tenant.lastFinish;
      tenant.lastFinish = start + cost / (weights[name] ?? 1);
      tenant.jobs.push({ start, job });
    },

    pop(): unknown {
      let next: Tenant | undefined;
      for (const tenant of tenants.values()) {
        if (tenant.jobs.length > 0 && (next === undefined || tenant.jobs[0].start < next.jobs[0].start)) next = tenant;
      }
      if (next === undefined) return null;
      const { start, job } = next.jobs.shift()!;
      clock = start;
      return job;
    },
  };
}
