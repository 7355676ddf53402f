type Push = [tenant: string, cost: number];
type Pop = { tenant: string; cost: number; number: number } | null;

/** Each step pushes jobs, then pops so many. A job is `tenant cost number`, with the numbers of a tenant rising from 1. */
const play = {
  ts: ({ createFairQueue }, weights, steps) => {
    const queue = createFairQueue(weights);
    const pushed = new Map<string, number>();
    return steps.map(({ push, pop }) => {
      for (const [tenant, cost, times = 1] of push) {
        for (let i = 0; i < times; i++) {
          pushed.set(tenant, (pushed.get(tenant) ?? 0) + 1);
          queue.push(tenant, `${tenant} ${cost} ${pushed.get(tenant)}`, cost);
        }
      }
      return Array.from({ length: pop }, () => queue.pop() ?? null);
    });
  },
  py: `
    def drive(solution, weights, steps):
        queue = solution.create_fair_queue(weights)
        pushed = {}
        popped = []
        for step in steps:
            for tenant, cost, *times in step["push"]:
                for _ in range(times[0] if times else 1):
                    pushed[tenant] = pushed.get(tenant, 0) + 1
                    queue.push(tenant, f"{tenant} {cost} {pushed[tenant]}", cost)
            popped.append([queue.pop() for _ in range(step["pop"])])
        return popped
  `,
};

type Step = { push: (Push | [tenant: string, cost: number, times: number])[]; pop: number };

const parse = (job: string | null): Pop => {
  if (job === null) return null;
  const [tenant, cost, number] = job.split(' ');
  return { tenant, cost: +cost, number: +number };
};

/** The first thing that is wrong with what was popped, in words. */
function problem(weights: Record<string, number>, steps: Step[], popped: (string | null)[][], allowed = 30) {
  const waiting = new Map<string, number[]>();
  const nextOf = new Map<string, number>();
  // For each pair: how far one is ahead in a stretch in which both wait, and how far it was at least and at most.
  const leads = new Map<string, { now: number; least: number; most: number }>();

  for (const [i, { push, pop }] of steps.entries()) {
    for (const [tenant, cost, times = 1] of push) {
      waiting.set(tenant, [...(waiting.get(tenant) ?? []), ...Array(times).fill(cost)]);
    }
    for (let n = 0; n < pop; n++) {
      const busy = [...waiting].filter(([, jobs]) => jobs.length > 0).map(([tenant]) => tenant);
      const job = parse(popped[i][n]);
      if (job === null) {
        if (busy.length > 0) return `null in step ${i}, although ${busy.join(' and ')} had jobs waiting`;
        continue;
      }
      const { tenant, cost, number } = job;
      if (!busy.includes(tenant)) return `"${popped[i][n]}" in step ${i} was not waiting`;
      if (number !== (nextOf.get(tenant) ?? 1)) return `"${popped[i][n]}" in step ${i} was not the oldest of ${tenant}`;
      nextOf.set(tenant, number + 1);
      for (const a of waiting.keys()) {
        for (const b of waiting.keys()) {
          if (a >= b) continue;
          if (!busy.includes(a) || !busy.includes(b)) {
            leads.delete(`${a} ${b}`);
            continue;
          }
          const lead = leads.get(`${a} ${b}`) ?? { now: 0, least: 0, most: 0 };
          leads.set(`${a} ${b}`, lead);
          if (tenant === a) lead.now += cost / (weights[a] ?? 1);
          if (tenant === b) lead.now -= cost / (weights[b] ?? 1);
          lead.least = Math.min(lead.least, lead.now);
          lead.most = Math.max(lead.most, lead.now);
          const apart = lead.most - lead.least;
          if (apart > allowed + 1e-6)
            return `while ${a} and ${b} were both waiting, up to step ${i}, one got ${+apart.toFixed(2)} more per weight`;
        }
      }
      waiting.get(tenant)!.shift();
      // Whose last job this was has none waiting now: what comes later is another stretch.
      if (waiting.get(tenant)!.length === 0) {
        for (const pair of leads.keys()) if (pair.split(' ').includes(tenant)) leads.delete(pair);
      }
    }
  }
  return 'nothing';
}

test('is fair also while jobs are pushed one by one', async ({ evaluate }) => {
  // a has a few jobs waiting, b a long queue.
  const steps: Step[] = [
    {
      push: [
        ['b', 3, 400],
        ['a', 7, 3],
      ],
      pop: 0,
    },
    ...Array.from({ length: 120 }, (): Step => ({ push: [['a', 7]], pop: 2 })),
  ];
  const popped = await evaluate(play, { a: 2 }, steps);
  expect(problem({ a: 2 }, steps, popped)).toBe('nothing');
});

test('shares among many tenants', async ({ evaluate }) => {
  const tenants = Array.from({ length: 30 }, (_, i) => `t${i}`);
  const weights = Object.fromEntries(tenants.map((tenant, i) => [tenant, (i % 5) + 1]));
  const steps: Step[] = [{ push: tenants.map((tenant, i): Step['push'][0] => [tenant, (i % 10) + 1, 40]), pop: 600 }];
  const popped = await evaluate(play, weights, steps);
  expect(problem(weights, steps, popped)).toBe('nothing');
});

test('takes who was busy alone for as good as anybody, again and again', async ({ evaluate }) => {
  const steps = Array.from({ length: 8 }, (_, i): Step[] => [
    { push: [[`t${i}`, 10, 40]], pop: 40 },
    {
      push: [
        [`t${i}`, 10, 10],
        ['other', 10, 10],
      ],
      pop: 12,
    },
    { push: [], pop: 9 },
  ]).flat();
  const popped = await evaluate(play, {}, steps);
  expect(problem({}, steps, popped)).toBe('nothing');
});

test('returns any kind of job', async ({ evaluate }) => {
  const jobs = [{ id: 1 }, 'text', 0, [2]];
  const popped = await evaluate(
    {
      ts: ({ createFairQueue }, list) => {
        const queue = createFairQueue({});
        for (const job of list) queue.push('a', job, 1);
        return list.map(() => queue.pop());
      },
      py: `
        def drive(solution, jobs):
            queue = solution.create_fair_queue({})
            for job in jobs:
                queue.push("a", job, 1)
            return [queue.pop() for _ in jobs]
      `,
    },
    jobs,
  );
  expect(popped).toEqual(jobs);
});

test('keeps the rules under random load, as the reference does', async ({ evaluate, reference, random }) => {
  for (let round = 0; round < 10; round++) {
    const tenants = ['a', 'b', 'c', 'd', 'e'].slice(0, random.int(2, 5));
    const weights: Record<string, number> = {};
    for (const tenant of tenants) if (random.bool()) weights[tenant] = random.int(1, 5);
    const greatest = random.pick([1, 4, 10]);
    const steps = Array.from({ length: 120 }, (): Step => {
      const push = Array.from({ length: random.int(0, 4) }, (): Push => [
        random.pick(tenants),
        random.int(1, greatest),
      ]);
      return { push, pop: random.int(0, 3) };
    });
    steps.push({ push: [], pop: 50 });
    const given = JSON.stringify({ weights, steps });
    const popped = await evaluate(play, weights, steps);
    expect(problem(weights, steps, popped), given).toBe('nothing');
    // The reference keeps to the tighter bound of its theorem.
    expect(problem(weights, steps, await reference.evaluate(play, weights, steps), 20)).toBe('nothing');
  }
});
