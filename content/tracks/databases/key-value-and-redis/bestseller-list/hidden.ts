const play = async ({ recordSale, bestsellers, placeOf }, sales, count, asked: string[] = []) => {
  const client = await require('redis').createClient().connect();
  await client.flushAll();
  await Promise.all(sales.map(([isbn, copies]) => recordSale(client, isbn, copies)));
  const list = await bestsellers(client, count);
  const places: (number | null)[] = [];
  for (const isbn of asked) places.push(await placeOf(client, isbn));
  return { list, places };
};

test('lists ties by their ISBN, also where the list is cut', async ({ evaluate }) => {
  const sales = ['b-5', 'b-2', 'b-4', 'b-3', 'b-1'].map((isbn) => [isbn, isbn === 'b-3' ? 8 : 4]);
  const { list } = await evaluate(play, sales, 3);
  expect(list.map(({ place, isbn }) => `${place} ${isbn}`)).toEqual(['1 b-3', '2 b-1', '2 b-2']);
});

test('leaves out what was returned altogether', async ({ evaluate }) => {
  const sales = [
    ['b-1', 2],
    ['b-2', 1],
    ['b-1', -2],
    ['b-3', 1],
    ['b-3', -3],
  ];
  const { list, places } = await evaluate(play, sales, 10, ['b-1', 'b-2', 'b-3']);
  expect(list).toEqual([{ place: 1, isbn: 'b-2', copies: 1 }]);
  expect(places).toEqual([null, 1, null]);
});

test('counts a return that comes before its sale', async ({ evaluate }) => {
  const { list, places } = await evaluate(
    play,
    [
      ['b-1', -1],
      ['b-1', 3],
    ],
    10,
    ['b-1'],
  );
  expect([list, places]).toEqual([[{ place: 1, isbn: 'b-1', copies: 2 }], [1]]);
});

test('answers with an empty list where nothing was sold', async ({ evaluate }) => {
  expect(await evaluate(play, [], 10, ['b-1'])).toEqual({ list: [], places: [null] });
});

test('keeps the list in Redis and nowhere else', async ({ evaluate }) => {
  const lists = await evaluate(async ({ recordSale, bestsellers }) => {
    const { createClient } = require('redis');
    const [one, two] = [await createClient().connect(), await createClient().connect()];
    await one.flushAll();
    await recordSale(one, 'b-1', 2);
    const seen = await bestsellers(two, 5);
    await one.flushAll();
    return [seen, await bestsellers(two, 5)];
  });
  expect(lists).toEqual([[{ place: 1, isbn: 'b-1', copies: 2 }], []]);
});

test('agrees with the reference on random sales', async ({ evaluate, reference, random }) => {
  const isbns = Array.from({ length: 12 }, (_, index) => `b-${index + 1}`);
  const sales = Array.from({ length: 40 }, () => [random.pick(isbns), random.pick([1, 1, 2, 3, -1])]);
  const count = random.int(1, 12);
  expect(await evaluate(play, sales, count, isbns)).toEqual(await reference.evaluate(play, sales, count, isbns));
});
