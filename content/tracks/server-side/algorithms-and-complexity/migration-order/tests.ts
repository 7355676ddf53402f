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

test('answers as in the example', async ({ call }) => {
  const migrations = make({ reviews: ['books', 'users'], books: ['users'], users: [] });
  expect(await call('planOrder', migrations)).toEqual({ order: ['users', 'books', 'reviews'] });
});

test('puts each after all that it needs', async ({ call }) => {
  const migrations = make({
    report: ['sales', 'bursts'],
    sales: ['import'],
    bursts: ['import', 'users'],
    import: ['users'],
    users: [],
    cities: [],
  });
  const plan = await call('planOrder', migrations);
  expect(problemOfOrder(migrations, plan), `What is wrong with ${JSON.stringify(plan)}`).toBe('none');
});

test('shows the cycle and only the cycle', async ({ call }) => {
  const migrations = make({ carts: ['reviews'], reviews: ['books', 'users'], books: ['users', 'reviews'], users: [] });
  const plan = await call('planOrder', migrations);
  expect(problemOfCycle(migrations, plan), `What is wrong with ${JSON.stringify(plan)}`).toBe('none');
});

test('lists a cycle in the direction of needs', async ({ call }) => {
  const migrations = make({ a: ['b'], b: ['c'], c: ['d'], d: ['a'] });
  const plan = await call('planOrder', migrations);
  expect(problemOfCycle(migrations, plan), `What is wrong with ${JSON.stringify(plan)}`).toBe('none');
});

test('takes a migration that needs itself for a cycle of one', async ({ call }) => {
  expect(await call('planOrder', make({ users: [], books: ['books'] }))).toEqual({ cycle: ['books'] });
});

test('does not mind the same need twice', async ({ call }) => {
  expect(await call('planOrder', make({ books: ['users', 'users'], users: [] }))).toEqual({
    order: ['users', 'books'],
  });
});

test('refuses a need that does not exist and names both', async ({ throws, language }) => {
  const error = await throws('planOrder', make({ books: ['authors'], users: [] }));
  expect(error.message).toContain('books');
  expect(error.message).toContain('authors');
  if (language === 'python') expect(error.name).toBe('ValueError');
});
