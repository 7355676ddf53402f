type Tenant = { weight: number; credit: number; jobs: { job: unknown; cost: number }[] };

export function createFairQueue(weights: Record<string, number>) {
  const tenants = new Map<string, Tenant>();
  /** Those with jobs, in the order of their turns. The first has got its credit for this visit. */
  const round: Tenant[] = [];
  const visit = () => {
    if (round.length > 0) round[0].credit += 10 * round[0].weight;
  };

  return {
    push(name: string, job: unknown, cost: number) {
      let tenant = tenants.get(name);
      if (!tenant) tenants.set(name, (tenant = { weight: weights[name] ?? 1, credit: 0, jobs: [] }));
      tenant.jobs.push({ job, cost });
      if (tenant.jobs.length > 1) return;
      round.push(tenant);
      if (round.length === 1) visit();
    },

    pop() {
      if (round.length === 0) return null;
      while (round[0].credit < round[0].jobs[0].cost) {
        round.push(round.shift()!);
        visit();
      }
      const [tenant] = round;
      const { job, cost } = tenant.jobs.shift()!;
      tenant.credit -= cost;
      if (tenant.jobs.length === 0) {
        tenant.credit = 0;
        round.shift();
        visit();
      }
      return job;
    },
  };
}
