const orders = [1, 2, 3, 4].map((id) => ({ id, placedAt: id * 100 }));

test('goes on where it was when the last order of a page is removed', async ({ evaluate }) => {
  const ids = await evaluate(({ page }, orders) => {
    const first = page(orders, { limit: 2 });
    const left = orders.filter((order) => order.id !== 3);
    return page(left, { limit: 2, after: first.next }).items.map((order) => order.id);
  }, orders);
  expect(ids).toEqual([2, 1]);
});

test('goes on to an older order with a higher id', async ({ evaluate }) => {
  const ids = await evaluate(({ page }) => {
    const backdated = [
      { id: 1, placedAt: 300 },
      { id: 9, placedAt: 100 },
    ];
    const { next } = page(backdated, { limit: 1 });
    return page(backdated, { limit: 1, after: next }).items.map((order) => order.id);
  });
  expect(ids).toEqual([9]);
});

test('hands out no cursor when the last page is exactly full', async ({ evaluate }) => {
  const next = await evaluate(({ page }, orders) => {
    const first = page(orders, { limit: 2 });
    return [first.next === null, page(orders, { limit: 2, after: first.next }).next, page(orders, { limit: 4 }).next];
  }, orders);
  expect(next).toEqual([false, null, null]);
});

test('returns an empty last page for no orders', async ({ call }) => {
  expect(await call('page', [], { limit: 10 })).toEqual({ items: [], next: null });
});

test('returns an empty last page when everything after the cursor is gone', async ({ evaluate }) => {
  const result = await evaluate(({ page }, orders) => {
    const { next } = page(orders, { limit: 2 });
    return page(orders.slice(2), { limit: 2, after: next });
  }, orders);
  expect(result).toEqual({ items: [], next: null });
});

test('makes cursors that can stand in a URL', async ({ evaluate }) => {
  const next = await evaluate(({ page }, orders) => {
    const real = orders.map((order) => ({ ...order, placedAt: order.placedAt + 1_790_000_000_000 }));
    return page(real, { limit: 2 }).next;
  }, orders);
  expect(next).toMatch(/^[A-Za-z0-9._~-]+$/);
});

test('leaves the table as it was', async ({ evaluate }) => {
  const left = await evaluate(({ page }, orders) => {
    const before = JSON.stringify(orders);
    page(orders, { limit: 2 });
    return JSON.stringify(orders) === before;
  }, orders);
  expect(left).toBe(true);
});

test('refuses a limit that is not an integer from 1 to 100 with 400', async ({ throws, call }) => {
  for (const limit of [-1, 101, 2.5, '10', null]) {
    const error = await throws('page', orders, { limit });
    expect({ limit, status: error.status }).toEqual({ limit, status: 400 });
  }
  expect((await call('page', orders, { limit: 100 })).items.length).toBe(4);
});

test('refuses a cursor that it has not made with 400', async ({ evaluate, throws }) => {
  const next = await evaluate(({ page }, orders) => page(orders, { limit: 2 }).next, orders);
  for (const after of ['', ' ', '%%%', 'not a cursor', `${next}!`]) {
    const error = await throws('page', orders, { limit: 2, after });
    expect({ after, status: error.status }).toEqual({ after, status: 400 });
  }
});

test('keeps what else an order holds', async ({ call }) => {
  const order = { id: 1, placedAt: 0, total: '12.50' };
  expect((await call('page', [order], { limit: 1 })).items).toEqual([order]);
});

test('gives every order that stays exactly once during a random walk, as the reference does', async ({
  evaluate,
  reference,
  random,
}) => {
  const steps = Array.from({ length: 30 }, (_, i) => ({
    add: Array.from({ length: random.int(0, 3) }, (_, n) => ({ id: 100 + i * 3 + n, placedAt: random.int(0, 12) })),
    remove: random.int(1, 60),
    removeLast: random.int(0, 3) === 0,
  }));
  const table = random.shuffle(Array.from({ length: 60 }, (_, i) => ({ id: i + 1, placedAt: random.int(0, 12) })));
  const walk = ({ page }, start, steps, limit) => {
    let table = start;
    let after: string | undefined;
    const seen: number[] = [];
    for (const { add, remove, removeLast } of steps) {
      const { items, next } = page(table, after === undefined ? { limit } : { limit, after });
      seen.push(...items.map((order) => order.id));
      if (next === null) break;
      after = next;
      const gone = removeLast ? items.at(-1)?.id : remove;
      table = [...table.filter((order) => order.id !== gone), ...add];
    }
    return seen;
  };
  const limit = random.int(3, 7);
  expect(await evaluate(walk, table, steps, limit)).toEqual(await reference.evaluate(walk, table, steps, limit));
});
