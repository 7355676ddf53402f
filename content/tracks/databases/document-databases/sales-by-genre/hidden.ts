const report = async ({ salesByGenre }, orders, from, to) => {
  const db = new (require('mongodb').MongoClient)('mongodb://localhost').db('bookshop');
  await db.dropDatabase();
  for (const { placedAt, ...order } of orders) {
    await db.collection('orders').insertOne({ ...order, placedAt: new Date(placedAt) });
  }
  return salesByGenre(db, new Date(from), new Date(to));
};
const march = ['2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z'] as const;
const line = (genre, unitCents, quantity) => ({ isbn: `b-${unitCents}`, genre, unitCents, quantity });

test('takes the beginning of the time and leaves out its end', async ({ evaluate }) => {
  const times = [
    '2026-02-28T23:59:59.999Z',
    '2026-03-01T00:00:00Z',
    '2026-03-31T23:59:59.999Z',
    '2026-04-01T00:00:00Z',
  ];
  const orders = times.map((placedAt, index) => {
    return { _id: index, status: 'paid', placedAt, lines: [line('crime', 10 ** index, 1)] };
  });
  expect(await evaluate(report, orders, ...march)).toEqual([{ genre: 'crime', orders: 2, copies: 2, cents: 110 }]);
});

test('counts a line without a genre as other', async ({ evaluate }) => {
  const at = '2026-03-10T12:00:00Z';
  const nameless = { isbn: 'b-9', unitCents: 100, quantity: 1 };
  const orders = [
    { _id: 1, status: 'paid', placedAt: at, lines: [nameless, line(null, 200, 1), line('other', 400, 1)] },
    { _id: 2, status: 'paid', placedAt: at, lines: [nameless] },
  ];
  expect(await evaluate(report, orders, ...march)).toEqual([{ genre: 'other', orders: 2, copies: 4, cents: 800 }]);
});

test('answers with an empty list where nothing was sold', async ({ evaluate }) => {
  const orders = [{ _id: 1, status: 'paid', placedAt: '2026-03-10T12:00:00Z', lines: [] }];
  expect(await evaluate(report, orders, ...march)).toEqual([]);
  expect(await evaluate(report, [], ...march)).toEqual([]);
});

test('agrees with the reference on random orders', async ({ evaluate, reference, random }) => {
  const orders = Array.from({ length: 60 }, (_, index) => ({
    _id: index,
    status: random.pick(['paid', 'shipped', 'open', 'cancelled']),
    placedAt: `2026-0${random.int(2, 4)}-${random.int(10, 28)}T08:00:00Z`,
    lines: Array.from({ length: random.int(0, 4) }, () =>
      line(random.pick(['crime', 'travel', 'poetry', null, 'other']), random.int(1, 9) * 100, random.int(1, 5)),
    ),
  }));
  expect(await evaluate(report, orders, ...march)).toEqual(await reference.evaluate(report, orders, ...march));
});
