type Migration = { name: string; needs: string[] };
type Plan = { order?: string[]; cycle?: string[] };

/** What is wrong with an order, or nothing. */
function problemOfOrder(migrations: Migration[], plan: Plan) {
  if (!Array.isArray(plan?.order)) return 'no list under the key order';
  if ('cycle' in plan) return 'both an order and a cycle';
  const place = new Map(plan.order.map((name, i) => [name, i]));
  if (place.size !== plan.order.length) return 'a name stands there twice';
  if (place.size !== migrations.length) return `${place.size} names for ${migrations.length} migrations`;
  for (const { name, needs } of migrations) {
    if (!place.has(name)) return `${name} is missing`;
    for (const need of needs)
      if (place.get(need)! > place.get(name)!) return `${name} comes before ${need}, which it needs`;
  }
  return 'none';
}

/** What is wrong with a cycle, or nothing. */
function problemOfCycle(migrations: Migration[], plan: Plan) {
  if (!Array.isArray(plan?.cycle) || plan.cycle.length === 0) return 'no list of names under the key cycle';
  if ('order' in plan) return 'both an order and a cycle';
  const { cycle } = plan;
  if (new Set(cycle).size !== cycle.length) return 'a name stands there twice';
  for (const [i, name] of cycle.entries()) {
    const next = cycle[(i + 1) % cycle.length];
    if (!migrations.find((one) => one.name === name)?.needs.includes(next)) return `${name} does not need ${next}`;
  }
  return 'none';
}

const make = (needs: Record<string, string[]>) => Object.entries(needs).map(([name, list]) => ({ name, needs: list }));

test('has an empty order for no migrations', async ({ call }) => {
  expect(await call('planOrder', [])).toEqual({ order: [] });
});

test('plans a long chain in time', async ({ evaluate, language }) => {
  const seen = await evaluate({
    ts: ({ planOrder }) => {
      const count = 80_000;
      const migrations = Array.from({ length: count }, (_, i) => ({
        name: `m${i}`,
        needs: i + 1 < count ? [`m${i + 1}`] : [],
      }));
      const { order } = planOrder(migrations);
      return { length: order.length, ends: [order[0], order[count / 2], order[count - 1]] };
    },
    py: `
      def drive(solution):
          count = 20_000
          migrations = [{"name": f"m{i}", "needs": [f"m{i + 1}"] if i + 1 < count else []} for i in range(count)]
          order = solution.plan_order(migrations)["order"]
          return {"length": len(order), "ends": [order[0], order[count // 2], order[count - 1]]}
    `,
  });
  const count = language === 'python' ? 20_000 : 80_000;
  expect(seen).toEqual({ length: count, ends: [`m${count - 1}`, `m${count / 2 - 1}`, 'm0'] });
});

test('plans a migration that many need in time', async ({ evaluate, language }) => {
  const count = language === 'python' ? 20_000 : 80_000;
  const seen = await evaluate(
    {
      ts: ({ planOrder }, many) => {
        const migrations = Array.from({ length: many }, (_, i) => ({ name: `m${i}`, needs: ['root'] }));
        const { order } = planOrder([...migrations, { name: 'root', needs: [] }]);
        return { length: order.length, first: order[0] };
      },
      py: `
        def drive(solution, many):
            migrations = [{"name": f"m{i}", "needs": ["root"]} for i in range(many)]
            order = solution.plan_order([*migrations, {"name": "root", "needs": []}])["order"]
            return {"length": len(order), "first": order[0]}
      `,
    },
    count,
  );
  expect(seen).toEqual({ length: count + 1, first: 'root' });
});

test('refuses a missing need although there is a cycle', async ({ throws }) => {
  const error = await throws('planOrder', make({ a: ['b'], b: ['a'], reviews: ['readers'] }));
  expect(error.message).toContain('reviews');
  expect(error.message).toContain('readers');
});

test('leaves the migrations as they are', async ({ evaluate }) => {
  const migrations = make({ c: ['b', 'a'], b: ['a'], a: [] });
  const after = await evaluate(
    {
      ts: ({ planOrder }, list) => {
        planOrder(list);
        return list;
      },
      py: `
        def drive(solution, migrations):
            solution.plan_order(migrations)
            return migrations
      `,
    },
    migrations,
  );
  expect(after).toEqual(migrations);
});

test('agrees with the reference on random migrations', async ({ call, reference, random }) => {
  for (let turn = 0; turn < 12; turn++) {
    const names = random.shuffle(Array.from({ length: random.int(2, 14) }, (_, i) => `m${i}`));
    // Needs among the names before it, and now and then one that may close a cycle.
    const migrations = random.shuffle(
      names.map((name, i) => {
        const needs = Array.from({ length: i === 0 ? 0 : random.int(0, 3) }, () => random.pick(names.slice(0, i)));
        if (random.int(0, 14) === 0) needs.push(random.pick(names));
        return { name, needs };
      }),
    );
    const [plan, ours]: Plan[] = [await call('planOrder', migrations), await reference.call('planOrder', migrations)];
    const problem = ours.order ? problemOfOrder(migrations, plan) : problemOfCycle(migrations, plan);
    expect(problem, `What is wrong with ${JSON.stringify(plan)} for ${JSON.stringify(migrations)}`).toBe('none');
  }
});
