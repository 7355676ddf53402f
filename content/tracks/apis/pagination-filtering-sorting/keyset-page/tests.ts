const orders = [
  { id: 4, placedAt: 300 },
  { id: 1, placedAt: 100 },
  { id: 3, placedAt: 200 },
  { id: 2, placedAt: 200 },
  { id: 5, placedAt: 250 },
];

test('starts at the newest', async ({ call }) => {
  const { items } = await call('page', orders, { limit: 2 });
  expect(items).toEqual([
    { id: 4, placedAt: 300 },
    { id: 5, placedAt: 250 },
  ]);
});

test('walks through all orders, newest first', async ({ evaluate }) => {
  const ids = await evaluate(({ page }, orders) => {
    const seen: number[][] = [];
    let after: string | undefined;
    for (let i = 0; i < 9; i++) {
      const { items, next } = page(orders, after === undefined ? { limit: 2 } : { limit: 2, after });
      seen.push(items.map((order) => order.id));
      if (next === null) break;
      after = next;
    }
    return seen;
  }, orders);
  expect(ids).toEqual([[4, 5], [3, 2], [1]]);
});

test('puts the higher id first among orders of the same time', async ({ call }) => {
  const tied = [9, 11, 10].map((id) => ({ id, placedAt: 500 }));
  const { items } = await call('page', tied, { limit: 3 });
  expect(items.map((order) => order.id)).toEqual([11, 10, 9]);
});

test('goes on inside a group of orders of the same time', async ({ evaluate }) => {
  const ids = await evaluate(({ page }) => {
    const tied = [1, 2, 3, 4, 5].map((id) => ({ id, placedAt: 500 }));
    const first = page(tied, { limit: 2 });
    const second = page(tied, { limit: 2, after: first.next });
    return [first, second].map(({ items }) => items.map((order) => order.id));
  });
  expect(ids).toEqual([
    [5, 4],
    [3, 2],
  ]);
});

test('is not disturbed by new orders between two pages', async ({ evaluate }) => {
  const ids = await evaluate(({ page }, orders) => {
    const first = page(orders, { limit: 2 });
    const second = page([{ id: 6, placedAt: 400 }, ...orders, { id: 7, placedAt: 400 }], {
      limit: 2,
      after: first.next,
    });
    return second.items.map((order) => order.id);
  }, orders);
  expect(ids).toEqual([3, 2]);
});

test('refuses a limit of 0 with 400', async ({ throws }) => {
  expect(await throws('page', orders, { limit: 0 })).toMatchObject({ status: 400 });
});
