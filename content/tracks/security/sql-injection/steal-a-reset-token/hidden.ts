const titles = ({ json }: { json: { books: { title: string }[] } }) => json.books.map(({ title }) => title);

test('finds titles with an apostrophe', async ({ request }) => {
  const find = async (q: string) => titles(await request('GET', '/books', { query: { q } }));
  expect(await find("ada's"), 'one apostrophe').toEqual(["Ada's Notes"]);
  expect(await find("O'Hara's"), 'two apostrophes').toEqual(['O\'Hara\'s "Quoted" Works']);
});

test('finds what stands between any characters', async ({ request }) => {
  const find = async (q: string) => titles(await request('GET', '/books', { query: { q } }));
  expect(await find('Uptime; or, Never'), 'a semicolon').toEqual(['100% Uptime; or, Never Again']);
  expect(await find('Caching -- and'), 'two hyphens').toEqual(['Caching -- and Other Lies']);
  expect(await find('union select: a love'), 'words of SQL').toEqual(['Union Select: A Love Story']);
  expect(await find('order of things by group'), 'more words of SQL').toEqual(['The Order of Things by Group']);
  expect(await find('"quoted"'), 'double quotation marks').toEqual(['O\'Hara\'s "Quoted" Works']);
});

test('leaves the reset tokens as they are', async ({ request, db, planted }) => {
  await request('GET', '/books', { query: { q: 'locks' } });
  await request('GET', '/books/3');
  const { rows } = await db.query(`select reset_token from staff where email = 'admin@bookshop.test'`);
  expect(rows, 'the token in the table staff').toEqual([{ reset_token: planted.secret }]);
});

test('agrees with the reference on random searches', async ({ request, reference, random }) => {
  const all = ['Slow Queries', 'Locks and Keys', 'Union Select', 'Other Lies', 'The Order of Things', 'Love Story'];
  for (let turn = 0; turn < 12; turn++) {
    const title = random.pick(all);
    const from = random.int(0, title.length - 2);
    const q = title.slice(from, random.int(from + 1, title.length));
    const sort = random.pick(['title', 'author', 'price_cents', 'published_on']);
    const query = { q, sort, order: random.pick(['asc', 'desc']) };
    const expected = await reference.request('GET', '/books', { query });
    expect((await request('GET', '/books', { query })).json, `GET /books with ${JSON.stringify(query)}`).toEqual(
      expected.json,
    );
  }
});
