test('turns a value into a placeholder and keeps it unchanged', async ({ evaluate }) => {
  const query = await evaluate(({ sql }) => {
    const { text, values } = sql`select * from books where title = ${"x' or 'a' = 'a"} and price < ${20}`;
    return { text, values };
  });
  expect(query).toEqual({
    text: 'select * from books where title = $1 and price < $2',
    values: ["x' or 'a' = 'a", 20],
  });
});

test('returns a query without values as it was written', async ({ evaluate }) => {
  const query = await evaluate(({ sql }) => {
    const { text, values } = sql`select count(*) from books`;
    return { text, values };
  });
  expect(query).toEqual({ text: 'select count(*) from books', values: [] });
});

test('numbers placeholders through nested fragments', async ({ evaluate }) => {
  const query = await evaluate(({ sql }) => {
    const cheap = sql`price < ${20}`;
    const { text, values } = sql`select * from books where year = ${2024} and ${cheap} limit ${5}`;
    return { text, values };
  });
  expect(query).toEqual({
    text: 'select * from books where year = $1 and price < $2 limit $3',
    values: [2024, 20, 5],
  });
});

test('joins fragments with a separator', async ({ evaluate }) => {
  const query = await evaluate(({ sql, join }) => {
    const wanted = [sql`price < ${20}`, sql`title ilike ${'%lock%'}`, sql`in_print`];
    const { text, values } = sql`select id from books where ${join(wanted, ' and ')} limit ${10}`;
    return { text, values };
  });
  expect(query).toEqual({
    text: 'select id from books where price < $1 and title ilike $2 and in_print limit $3',
    values: [20, '%lock%', 10],
  });
});

test('refuses undefined and accepts null', async ({ evaluate }) => {
  const seen = await evaluate(({ sql }) => {
    let refused = 'accepted';
    try {
      sql`select ${undefined}`;
    } catch (error) {
      refused = error instanceof TypeError ? 'TypeError' : 'another error';
    }
    return { refused, values: sql`select ${null}`.values };
  });
  expect(seen).toEqual({ refused: 'TypeError', values: [null] });
});
