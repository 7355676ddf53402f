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

test('keeps the order of one tenant, and returns null when nothing waits', async ({ evaluate }) => {
  const steps: Step[] = [
    {
      push: [
        ['a', 5],
        ['a', 1],
        ['a', 9],
      ],
      pop: 2,
    },
    { push: [['a', 1]], pop: 3 },
    { push: [['a', 2]], pop: 2 },
  ];
  const popped = await evaluate(play, {}, steps);
  expect(popped).toEqual([
    ['a 5 1', 'a 1 2'],
    ['a 9 3', 'a 1 4', null],
    ['a 2 5', null],
  ]);
});

test('lets a newcomer through before most of a long queue', async ({ evaluate }) => {
  const steps: Step[] = [
    { push: [['a', 10, 500]], pop: 100 },
    { push: [['b', 10]], pop: 10 },
  ];
  const popped = await evaluate(play, {}, steps);
  expect(popped[1].indexOf('b 10 1'), `Jobs of a before the one of b, in ${popped[1]}`).toBeLessThanOrEqual(3);
  expect(popped[1]).toContain('b 10 1');
});

test('shares by cost, not by the number of jobs', async ({ evaluate }) => {
  const steps: Step[] = [
    {
      push: [
        ['large', 10, 100],
        ['small', 1, 400],
      ],
      pop: 300,
    },
  ];
  const popped = await evaluate(play, {}, steps);
  expect(problem({}, steps, popped)).toBe('nothing');
});

test('shares by weight', async ({ evaluate }) => {
  const weights = { gold: 5, silver: 2 };
  const steps: Step[] = [
    {
      push: [
        ['gold', 4, 200],
        ['silver', 4, 200],
        ['free', 4, 200],
      ],
      pop: 250,
    },
  ];
  const popped = await evaluate(play, weights, steps);
  expect(problem(weights, steps, popped)).toBe('nothing');
});

test('lets nobody save up while they are idle', async ({ evaluate }) => {
  const steps: Step[] = [
    {
      push: [
        ['late', 1],
        ['busy', 5, 300],
      ],
      pop: 200,
    },
    {
      push: [
        ['late', 5, 100],
        ['new', 5, 100],
      ],
      pop: 90,
    },
  ];
  const popped = await evaluate(play, {}, steps);
  expect(problem({}, steps, popped)).toBe('nothing');
});

test('makes nobody pay for having used an empty queue', async ({ evaluate }) => {
  const steps: Step[] = [
    { push: [['early', 10, 100]], pop: 100 },
    {
      push: [
        ['early', 10, 50],
        ['new', 10, 50],
      ],
      pop: 60,
    },
  ];
  const popped = await evaluate(play, {}, steps);
  expect(problem({}, steps, popped)).toBe('nothing');
});
