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

test('answers as in the example', async ({ evaluate }) => {
  const shards = [
    [
      { id: 'a', atMs: 90 },
      { id: 'd', atMs: 40 },
    ],
    [
      { id: 'b', atMs: 70 },
      { id: 'c', atMs: 60 },
    ],
  ];
  const seen = await evaluate(drive, shards, 3);
  expect(seen.orders).toEqual([shards[0][0], shards[1][0], shards[1][1]]);
});

test('merges shards of different lengths', async ({ evaluate }) => {
  const seen = await evaluate(drive, [shard(9, 8, 1), shard(), shard(7), shard(6, 5, 4, 3, 2)], 100);
  expect(seen.orders).toEqual(shard(9, 8, 7, 6, 5, 4, 3, 2, 1));
});

test('puts orders of the same time in order of their ids', async ({ evaluate }) => {
  const at = (...ids: string[]) => ids.map((id) => ({ id, atMs: 5 }));
  const seen = await evaluate(drive, [at('c', 'f'), at('b', 'e'), at('a', 'd')], 5);
  expect(seen.ids).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('asks no more often than limit plus the number of cursors', async ({ evaluate }) => {
  const shards = Array.from({ length: 8 }, (_, i) =>
    shard(...Array.from({ length: 60 }, (_, row) => 1000 - row * 8 - i)),
  );
  const seen = await evaluate(drive, shards, 20);
  expect(seen.orders).toEqual(shard(...Array.from({ length: 20 }, (_, i) => 1000 - i)));
  expect(total(seen.asked), 'Calls of next for 20 orders of 8 cursors').toBeLessThanOrEqual(28);
});

test('does not ask a cursor again that has given null', async ({ evaluate }) => {
  const seen = await evaluate(drive, [shard(5), shard(9, 4, 3, 2), shard()], 10);
  expect(seen.orders).toEqual(shard(9, 5, 4, 3, 2));
  expect(seen.afterTheEnd, 'Calls of next after null').toBe(0);
});

test('makes the first calls side by side', async ({ evaluate }) => {
  const shards = Array.from({ length: 20 }, (_, i) => shard(100 - i));
  const seen = await evaluate(drive, shards, 1);
  expect(seen.orders).toEqual(shard(100));
  expect(seen.ms, 'Milliseconds for one order of 20 cursors, 10 ms each call').toBeLessThanOrEqual(20);
});
