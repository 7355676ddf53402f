// Orders come with their date as a text, because only JSON reaches a driver.
const report = async ({ salesByGenre }, orders, from, to) => {
  const db = new (require('mongodb').MongoClient)('mongodb://localhost').db('bookshop');
  await db.dropDatabase();
  for (const { placedAt, ...order } of orders) {
    await db.collection('orders').insertOne({ ...order, placedAt: new Date(placedAt) });
  }
  return salesByGenre(db, new Date(from), new Date(to));
};
const march = ['2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z'] as const;
const at = '2026-03-10T12:00:00Z';
const line = (genre, unitCents, quantity) => ({ isbn: `b-${unitCents}`, genre, unitCents, quantity });

test('adds up copies and cents for each genre', async ({ evaluate }) => {
  const orders = [
    { _id: 1, status: 'paid', placedAt: at, lines: [line('crime', 1100, 2), line('travel', 900, 1)] },
    { _id: 2, status: 'shipped', placedAt: at, lines: [line('crime', 500, 3)] },
  ];
  expect(await evaluate(report, orders, ...march)).toEqual([
    { genre: 'crime', orders: 2, copies: 5, cents: 3700 },
    { genre: 'travel', orders: 1, copies: 1, cents: 900 },
  ]);
});

test('counts an order once, however many lines of the genre it has', async ({ evaluate }) => {
  const orders = [
    {
      _id: 1,
      status: 'paid',
      placedAt: at,
      lines: [line('crime', 1000, 1), line('crime', 700, 1), line('crime', 700, 1)],
    },
    { _id: 2, status: 'paid', placedAt: at, lines: [line('crime', 600, 1)] },
  ];
  expect(await evaluate(report, orders, ...march)).toEqual([{ genre: 'crime', orders: 2, copies: 4, cents: 3000 }]);
});

test('leaves out orders that are neither paid nor shipped', async ({ evaluate }) => {
  const orders = ['open', 'cancelled', 'refunded', 'paid'].map((status, index) => {
    return { _id: index, status, placedAt: at, lines: [line('crime', 1000, 1)] };
  });
  expect(await evaluate(report, orders, ...march)).toEqual([{ genre: 'crime', orders: 1, copies: 1, cents: 1000 }]);
});

test('puts the largest amount first, and ties in the order of their names', async ({ evaluate }) => {
  const orders = [
    {
      _id: 1,
      status: 'paid',
      placedAt: at,
      lines: [line('travel', 300, 1), line('crime', 100, 3), line('poetry', 500, 1)],
    },
    { _id: 2, status: 'paid', placedAt: at, lines: [line('atlas', 300, 1)] },
  ];
  const genres = (await evaluate(report, orders, ...march)).map(({ genre }) => genre);
  expect(genres).toEqual(['poetry', 'atlas', 'crime', 'travel']);
});
