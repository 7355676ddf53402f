const ask = ({ request }: Pick<Fixtures, 'request'>, first: unknown, fields: unknown) =>
  request('POST', '/query', { json: { first, fields } });

const rows = async ({ db }: Pick<Fixtures, 'db'>, text: string, values: unknown[] = []) =>
  (await db.query(text, values)).rows;

test('follows circles up to four relations deep, one statement each', async (fixtures) => {
  const fields = {
    id: true,
    authors: { id: true, books: { id: true, authors: { id: true, books: { title: true } } } },
  };
  const answer = await ask(fixtures, 50, fields);
  expect(answer.status).toBe(200);
  expect(fixtures.db.statements().length, 'Statements').toBeLessThanOrEqual(5);
  const expected = await ask(fixtures.reference, 50, fields);
  expect(answer.json).toEqual(expected.json);
});

test('refuses relations that are five deep, and fields that every object has', async (fixtures) => {
  const five = { authors: { books: { authors: { books: { authors: { name: true } } } } } };
  for (const fields of [
    five,
    { constructor: true },
    { toString: {} },
    { authors: { hasOwnProperty: true } },
    { authors: [] },
    { authors: null },
    { title: false },
    { title: 1 },
    null,
    [],
    'title',
    undefined,
  ]) {
    expect((await ask(fixtures, 5, fields)).status, JSON.stringify(fields)).toBe(400);
  }
  for (const first of [1.5, -1, null, true, [5], undefined]) {
    expect((await ask(fixtures, first, { title: true })).status, `first: ${JSON.stringify(first)}`).toBe(400);
  }
  expect(fixtures.db.statements(), 'Statements').toEqual([]);
});

test('keeps the number of statements however many rows there are', async (fixtures) => {
  await fixtures.db.query(
    `insert into reviews (book_id, customer_id, rating, created_at)
     select b.id, c.id, 3, now() from books b cross join customers c on conflict do nothing`,
  );
  const answer = await ask(fixtures, 50, {
    reviews: { rating: true, customer: { name: true } },
    authors: { name: true },
  });
  expect(answer.status).toBe(200);
  expect(fixtures.db.statements().length, 'Statements').toBeLessThanOrEqual(4);
});

test('gives empty lists where there is nothing, and null for a body without words', async (fixtures) => {
  const [book] = await rows(fixtures, 'select id from books order by id limit 1');
  await fixtures.db.query('delete from reviews where book_id = $1', [book!.id]);
  await fixtures.db.query('delete from book_authors where book_id = $1', [book!.id]);
  const [first] = (await ask(fixtures, 1, { authors: { name: true }, reviews: { body: true } })).json.data.books;
  expect(first).toEqual({ authors: [], reviews: [] });
  const [customer] = await rows(fixtures, 'select id from customers order by id limit 1');
  await fixtures.db.query(
    "insert into reviews (book_id, customer_id, rating, body, created_at) values ($1, $2, 4, null, '2026-01-01Z')",
    [book!.id, customer!.id],
  );
  const [second] = (await ask(fixtures, 1, { reviews: { body: true, customer: { id: true } } })).json.data.books;
  expect(second).toEqual({ reviews: [{ body: null, customer: { id: customer!.id } }] });
});

test('gives empty objects for empty selections', async (fixtures) => {
  expect((await ask(fixtures, 2, {})).json).toEqual({ data: { books: [{}, {}] } });
  const [book] = (await ask(fixtures, 1, { authors: {} })).json.data.books;
  const [count] = await rows(
    fixtures,
    'select count(*)::int as n from book_authors where book_id = (select min(id) from books)',
  );
  expect(book).toEqual({ authors: Array.from({ length: count!.n }, () => ({})) });
});

test('gives authors in the order of their positions, also against that of their ids', async (fixtures) => {
  const [book] = await rows(fixtures, 'select id from books order by id limit 1');
  await fixtures.db.query('delete from book_authors where book_id = $1', [book!.id]);
  const authors = await rows(fixtures, 'select id from authors order by id desc limit 3');
  for (const [i, author] of authors.entries()) {
    await fixtures.db.query('insert into book_authors (book_id, author_id, position) values ($1, $2, $3)', [
      book!.id,
      author.id,
      i + 1,
    ]);
  }
  const [answer] = (await ask(fixtures, 1, { authors: { id: true } })).json.data.books;
  expect(answer).toEqual({ authors });
});

test('writes no value of the request into a statement', async (fixtures) => {
  await Promise.all([
    ask(fixtures, 17, { title: true }),
    ask(fixtures, 23, { title: true, reviews: { rating: true } }),
  ]);
  expect(fixtures.db.statements().filter((one) => one.concatenated)).toEqual([]);
});

test('agrees with the reference on random queries', async (fixtures) => {
  const { random, reference } = fixtures;
  const types: Record<string, { plain: string[]; to: Record<string, string> }> = {
    book: { plain: ['id', 'title', 'price'], to: { authors: 'author', reviews: 'review' } },
    author: { plain: ['id', 'name'], to: { books: 'book' } },
    review: { plain: ['id', 'rating', 'body'], to: { customer: 'customer' } },
    customer: { plain: ['id', 'name'], to: {} },
  };
  const fieldsOf = (type: string, depth: number): object =>
    Object.fromEntries([
      ...types[type]!.plain.filter(() => random.bool()).map((name) => [name, true]),
      ...Object.entries(types[type]!.to)
        .filter(() => depth > 0 && random.int(1, 3) > 1)
        .map(([name, to]) => [name, fieldsOf(to, depth - 1)]),
    ]);
  for (let turn = 0; turn < 4; turn++) {
    const fields = fieldsOf('book', 3);
    const first = random.int(1, 20);
    const [theirs, ours] = [await ask(fixtures, first, fields), await ask(reference, first, fields)];
    expect(theirs.json, JSON.stringify({ first, fields })).toEqual(ours.json);
  }
});
