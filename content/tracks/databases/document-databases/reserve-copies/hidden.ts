// Each round is a list of calls that start at the same moment.
const play = async ({ reserve, release }, stock, rounds) => {
  const db = new (require('mongodb').MongoClient)('mongodb://localhost').db('bookshop');
  await db.dropDatabase();
  const books = db.collection('books');
  await books.insertOne({ _id: 'b-1', title: 'Slow Queries', stock, reserved: [] });
  await books.insertOne({ _id: 'b-2', title: 'Locks', stock: 100, reserved: [] });
  const answers: (string | boolean)[][] = [];
  for (const round of rounds) {
    answers.push(
      await Promise.all(
        round.map(([orderId, quantity, bookId = 'b-1']) =>
          quantity === 'release' ? release(db, bookId, orderId) : reserve(db, bookId, orderId, quantity),
        ),
      ),
    );
  }
  const book = await books.findOne({ _id: 'b-1' });
  const other = await books.findOne({ _id: 'b-2' });
  return { answers, book, other: [other.stock, other.reserved], count: await books.countDocuments() };
};

test('reserves once when the same order is sent twice at once', async ({ evaluate }) => {
  const { answers, book } = await evaluate(play, 9, [
    [
      ['o-1', 2],
      ['o-1', 2],
      ['o-1', 2],
    ],
  ]);
  expect(answers).toEqual([['reserved', 'reserved', 'reserved']]);
  expect([book.stock, book.reserved]).toEqual([7, [{ orderId: 'o-1', quantity: 2 }]]);
});

test('says reserved to an order that has the last copies', async ({ evaluate }) => {
  const { answers, book } = await evaluate(play, 2, [[['o-1', 2]], [['o-1', 2]], [['o-2', 1]]]);
  expect(answers).toEqual([['reserved'], ['reserved'], ['sold out']]);
  expect(book.stock).toBe(0);
});

test('gives back once when the release is sent twice at once', async ({ evaluate }) => {
  const { answers, book } = await evaluate(play, 5, [
    [['o-1', 2]],
    [
      ['o-1', 'release'],
      ['o-1', 'release'],
    ],
  ]);
  expect([...answers[1]].sort()).toEqual([false, true]);
  expect([book.stock, book.reserved]).toEqual([5, []]);
});

test('knows a book that is not there', async ({ evaluate }) => {
  const { answers, count } = await evaluate(play, 5, [[['o-1', 2, 'b-9']], [['o-1', 'release', 'b-9']]]);
  expect(answers).toEqual([['unknown book'], [false]]);
  expect(count).toBe(2);
});

test('lets an order reserve again after it was released', async ({ evaluate }) => {
  const { answers, book } = await evaluate(play, 2, [[['o-1', 2]], [['o-1', 'release']], [['o-1', 1]]]);
  expect(answers).toEqual([['reserved'], [true], ['reserved']]);
  expect([book.stock, book.reserved]).toEqual([1, [{ orderId: 'o-1', quantity: 1 }]]);
});

test('keeps the sum of stock and reservations at every moment', async ({ evaluate }) => {
  const sums = await evaluate(async ({ reserve, release }) => {
    const db = new (require('mongodb').MongoClient)('mongodb://localhost').db('bookshop');
    await db.dropDatabase();
    const books = db.collection('books');
    await books.insertOne({ _id: 'b-1', title: 'Slow Queries', stock: 9, reserved: [] });
    const seen = new Set<number>();
    for (const call of [() => reserve(db, 'b-1', 'o-1', 4), () => release(db, 'b-1', 'o-1')]) {
      let isOver = false;
      void call().then(() => (isOver = true));
      // Whoever else looks, looks in between.
      while (!isOver) {
        const { stock, reserved } = await books.findOne({ _id: 'b-1' });
        seen.add(reserved.reduce((sum: number, { quantity }) => sum + quantity, stock));
      }
    }
    return [...seen];
  });
  expect(sums).toEqual([9]);
});

test('agrees with the reference on random calls, one after another', async ({ evaluate, reference, random }) => {
  const rounds = Array.from({ length: 40 }, () => {
    const orderId = `o-${random.int(1, 8)}`;
    return [[orderId, random.int(1, 3) === 1 ? 'release' : random.int(1, 4)]];
  });
  expect(await evaluate(play, 9, rounds)).toEqual(await reference.evaluate(play, 9, rounds));
});

test('keeps the sum of stock and reservations in a random rush', async ({ evaluate, random }) => {
  const stock = random.int(5, 20);
  const rounds = Array.from({ length: 4 }, () =>
    Array.from({ length: 12 }, () => [`o-${random.int(1, 10)}`, random.int(1, 4) === 1 ? 'release' : random.int(1, 4)]),
  );
  const { book } = await evaluate(play, stock, rounds);
  const held = book.reserved.reduce((sum, { quantity }) => sum + quantity, 0);
  expect(book.stock + held).toBe(stock);
  expect(book.stock).toBeGreaterThanOrEqual(0);
  expect(new Set(book.reserved.map(({ orderId }) => orderId)).size).toBe(book.reserved.length);
});
