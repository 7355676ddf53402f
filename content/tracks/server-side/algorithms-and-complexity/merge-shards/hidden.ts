/** Runs newest over shards whose calls take 10 ms each, and tells what came, how often each was asked, and when. */
const drive = async ({ newest }, shards, limit) => {
  const begin = Date.now();
  const asked = shards.map(() => 0);
  let afterTheEnd = 0;
  const cursors = shards.map((orders, shard) => ({
    async next() {
      const place = asked[shard]++;
      if (place > orders.length) afterTheEnd++;
      await new Promise((resolve) => setTimeout(resolve, 10));
      return place < orders.length ? { ...orders[place] } : null;
    },
  }));
  const orders = await newest(cursors, limit);
  return { ids: orders.map(({ id }) => id), orders, asked, afterTheEnd, ms: Date.now() - begin };
};

const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);
const shard = (...times: number[]) => times.map((atMs) => ({ id: `o${atMs}`, atMs }));

test('has no orders where no shard has any', async ({ evaluate }) => {
  expect((await evaluate(drive, [], 5)).orders).toEqual([]);
  expect((await evaluate(drive, [[], []], 5)).orders).toEqual([]);
});

test('takes a whole run from one shard', async ({ evaluate }) => {
  const seen = await evaluate(drive, [shard(5, 4), shard(99, 98, 97, 96, 95), shard(3)], 5);
  expect(seen.orders).toEqual(shard(99, 98, 97, 96, 95));
  expect(total(seen.asked), 'Calls of next for 5 orders of 3 cursors').toBeLessThanOrEqual(8);
});

test('knows an order from the beginning of time', async ({ evaluate }) => {
  expect((await evaluate(drive, [shard(0), shard(7)], 5)).orders).toEqual(shard(7, 0));
});

test('rejects with the error of a shard', async ({ evaluate }) => {
  const seen = await evaluate(async ({ newest }) => {
    const good = { next: async () => ({ id: 'a', atMs: 1 }) };
    let calls = 0;
    const bad = {
      next: async () => {
        if (++calls === 2) throw new Error('shard 7 is gone');
        return { id: 'b', atMs: 2 };
      },
    };
    try {
      return { orders: await newest([good, bad], 3) };
    } catch (error) {
      return { message: (error as Error).message };
    }
  });
  expect(seen).toEqual({ message: 'shard 7 is gone' });
});

test('agrees with the reference on random shards', async ({ evaluate, reference, random }) => {
  for (let turn = 0; turn < 6; turn++) {
    let next = 0;
    const shards = Array.from({ length: random.int(1, 7) }, () =>
      Array.from({ length: random.int(0, 12) }, () => ({
        id: `${random.string(2, 'abc')}-${next++}`,
        atMs: random.int(0, 9),
      })).sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? -1 : 1)),
    );
    const limit = random.int(1, 40);
    const [seen, ours] = [await evaluate(drive, shards, limit), await reference.evaluate(drive, shards, limit)];
    expect(seen.orders).toEqual(ours.orders);
    expect(total(seen.asked), `Calls of next for ${limit} orders of ${shards.length} cursors`).toBeLessThanOrEqual(
      limit + shards.length,
    );
    expect(seen.afterTheEnd, 'Calls of next after null').toBe(0);
  }
});
