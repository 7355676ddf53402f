// All sales are recorded at the same moment.
const play = async ({ recordSale, bestsellers, placeOf }, sales, count, asked: string[] = []) => {
  const client = await require('redis').createClient().connect();
  await client.flushAll();
  await Promise.all(sales.map(([isbn, copies]) => recordSale(client, isbn, copies)));
  const list = await bestsellers(client, count);
  const places: (number | null)[] = [];
  for (const isbn of asked) places.push(await placeOf(client, isbn));
  return { list, places };
};

test('puts the book with the most copies first', async ({ evaluate }) => {
  const { list } = await evaluate(
    play,
    [
      ['b-1', 2],
      ['b-2', 5],
      ['b-3', 3],
    ],
    10,
  );
  expect(list).toEqual([
    { place: 1, isbn: 'b-2', copies: 5 },
    { place: 2, isbn: 'b-3', copies: 3 },
    { place: 3, isbn: 'b-1', copies: 2 },
  ]);
});

test('adds up sales that arrive at the same moment', async ({ evaluate }) => {
  const { list } = await evaluate(
    play,
    Array.from({ length: 20 }, () => ['b-1', 2]),
    10,
  );
  expect(list).toEqual([{ place: 1, isbn: 'b-1', copies: 40 }]);
});

test('lets ties share a place and skips the next', async ({ evaluate }) => {
  const { list } = await evaluate(
    play,
    [
      ['b-4', 1],
      ['b-3', 5],
      ['b-2', 5],
      ['b-1', 9],
    ],
    10,
  );
  expect(list.map(({ place, isbn }) => `${place} ${isbn}`)).toEqual(['1 b-1', '2 b-2', '2 b-3', '4 b-4']);
});

test('tells the place of one book, ties included', async ({ evaluate }) => {
  const sales = [
    ['b-4', 1],
    ['b-3', 5],
    ['b-2', 5],
    ['b-1', 9],
  ];
  const { places } = await evaluate(play, sales, 1, ['b-1', 'b-2', 'b-3', 'b-4', 'b-5']);
  expect(places).toEqual([1, 2, 2, 4, null]);
});
