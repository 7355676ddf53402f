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
const untouched = { other: [100, []], count: 2 };

test('takes the copies out of the stock and notes the order', async ({ evaluate }) => {
  const { answers, book, ...rest } = await evaluate(play, 7, [[['o-1', 2]], [['o-2', 5]]]);
  expect(answers).toEqual([['reserved'], ['reserved']]);
  expect(book).toEqual({
    _id: 'b-1',
    title: 'Slow Queries',
    stock: 0,
    reserved: [
      { orderId: 'o-1', quantity: 2 },
      { orderId: 'o-2', quantity: 5 },
    ],
  });
  expect(rest).toEqual(untouched);
});

test('says sold out, and changes nothing, when too few are left', async ({ evaluate }) => {
  const { answers, book } = await evaluate(play, 3, [[['o-1', 2]], [['o-2', 2]], [['o-3', 1]]]);
  expect(answers).toEqual([['reserved'], ['sold out'], ['reserved']]);
  expect(book.stock).toBe(0);
  expect(book.reserved.map(({ orderId }) => orderId)).toEqual(['o-1', 'o-3']);
});

test('sells no copy twice when many orders arrive at once', async ({ evaluate }) => {
  const rush = Array.from({ length: 12 }, (_, index) => [`o-${index}`, 2]);
  const { answers, book } = await evaluate(play, 7, [rush]);
  expect(answers[0].filter((answer) => answer === 'reserved')).toHaveLength(3);
  expect(answers[0].filter((answer) => answer === 'sold out')).toHaveLength(9);
  expect([book.stock, book.reserved.length]).toEqual([1, 3]);
});

test('reserves once when the same order is sent again', async ({ evaluate }) => {
  const { answers, book } = await evaluate(play, 9, [[['o-1', 2]], [['o-2', 1]], [['o-1', 2]], [['o-1', 2]]]);
  expect(answers.flat()).toEqual(['reserved', 'reserved', 'reserved', 'reserved']);
  expect([book.stock, book.reserved.length]).toEqual([6, 2]);
});

test('gives the copies back and forgets the reservation', async ({ evaluate }) => {
  const rounds = [[['o-1', 2]], [['o-2', 3]], [['o-1', 'release']], [['o-1', 'release']]];
  const { answers, book, ...rest } = await evaluate(play, 7, rounds);
  expect(answers).toEqual([['reserved'], ['reserved'], [true], [false]]);
  expect([book.stock, book.reserved]).toEqual([4, [{ orderId: 'o-2', quantity: 3 }]]);
  expect(rest).toEqual(untouched);
});
