const ask = ({ request }: Pick<Fixtures, 'request'>, first: unknown, fields: unknown) =>
  request('POST', '/query', { json: { first, fields } });

const rows = async ({ db }: Pick<Fixtures, 'db'>, text: string, values: unknown[] = []) =>
  (await db.query(text, values)).rows;

test('gives the plain fields that were asked for, and no others', async (fixtures) => {
  const expected = await rows(fixtures, 'select title, price from books order by id limit 3');
  const answer = await ask(fixtures, 3, { title: true, price: true });
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({ data: { books: expected } });
});

test('nests authors by their position and reviews by their id', async (fixtures) => {
  const answer = await ask(fixtures, 20, { id: true, authors: { name: true }, reviews: { id: true, rating: true } });
  expect(answer.status).toBe(200);
  for (const book of answer.json.data.books) {
    const authors = await rows(
      fixtures,
      'select a.name from book_authors ba join authors a on a.id = ba.author_id where book_id = $1 order by position',
      [book.id],
    );
    const reviews = await rows(fixtures, 'select id, rating from reviews where book_id = $1 order by id', [book.id]);
    expect(book, `Book ${book.id}`).toEqual({ id: book.id, authors, reviews });
  }
});

test('sends one statement for the books and one for each relation', async (fixtures) => {
  const before = fixtures.db.statements().length;
  const fields = { title: true, authors: { name: true }, reviews: { rating: true, customer: { name: true } } };
  expect((await ask(fixtures, 50, fields)).status).toBe(200);
  const sent = fixtures.db.statements().slice(before);
  expect(sent.length, 'Statements for books, authors, reviews and customers').toBeLessThanOrEqual(4);
});

test('does not query what was not asked for', async (fixtures) => {
  const before = fixtures.db.statements().length;
  expect((await ask(fixtures, 50, { title: true })).status).toBe(200);
  expect(fixtures.db.statements().slice(before), 'Statements for titles alone').toHaveLength(1);
});

test('refuses a query that is not valid, without a statement', async (fixtures) => {
  const bad: [unknown, unknown][] = [
    [0, { title: true }],
    [51, { title: true }],
    ['5', { title: true }],
    [5, { isbn: true }],
    [5, { authors: true }],
    [5, { title: { name: true } }],
    [5, { reviews: { customer: { email: true } } }],
  ];
  for (const [first, fields] of bad) {
    expect((await ask(fixtures, first, fields)).status, JSON.stringify({ first, fields })).toBe(400);
  }
  expect(fixtures.db.statements(), 'Statements').toEqual([]);
});
