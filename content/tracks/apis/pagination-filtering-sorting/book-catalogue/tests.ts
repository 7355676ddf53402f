test('lists the cheapest books first', async ({ request, db }) => {
  const answer = await request('GET', '/books?limit=5');
  expect(answer.status).toBe(200);
  const { rows } = await db.query('select id, title, price from books order by price, id limit 5');
  expect(answer.json.items).toEqual(rows);
});

test('goes on where the page before ended', async ({ request, db }) => {
  const first = await request('GET', '/books?limit=3');
  expect(first.status).toBe(200);
  expect(first.json.next, 'The next of a page that is not the last').toEqual(expect.any(String));
  const second = await request('GET', '/books', { query: { limit: 3, after: first.json.next } });
  expect(second.status).toBe(200);
  const { rows } = await db.query('select id from books order by price, id limit 3 offset 3');
  expect(second.json.items.map((book: { id: number }) => book.id)).toEqual(rows.map(({ id }) => id));
});

test('ends with the last page', async ({ request, db }) => {
  const [{ count } = { count: 0 }] = (await db.query('select count(*)::int as count from books')).rows;
  const answer = await request('GET', '/books', { query: { limit: Number(count) } });
  expect(answer.status).toBe(200);
  expect(answer.json.items).toHaveLength(Number(count));
  expect(answer.json.next).toBe(null);
  expect(answer.headers.link, 'The Link field of the last page').toBe(undefined);
});

test('finds titles whatever their case', async ({ request }) => {
  const { status, json } = await request('GET', '/books?q=SLOW%20queries');
  expect(status).toBe(200);
  expect(json.items.map((book: { title: string }) => book.title)).toEqual(expect.arrayContaining(['Slow Queries']));
});

test('links to the next page', async ({ request, db }) => {
  for (const id of [1, 2, 3]) {
    await db.query('insert into books (id, title, price) values ($1, $2, $3)', [9000 + id, `Fish & Chips? ${id}`, id]);
  }
  const first = await request('GET', '/books', { query: { limit: 2, q: 'fish & chips?' } });
  expect(first.status).toBe(200);
  const [, target = ''] = /<([^>]*)>\s*;\s*rel="?next"?/.exec(first.headers.link ?? '') ?? [];
  expect(target, 'The target of the Link field').not.toBe('');
  const { pathname, search } = new URL(target, 'http://localhost/books');
  const second = await request('GET', pathname + search);
  expect(second.status).toBe(200);
  expect(second.json.items.map((book: { id: number }) => book.id)).toEqual([9003]);
});

test('refuses a limit that is no whole number from 1 to 100', async ({ request }) => {
  for (const limit of ['0', '101', '-1', '1.5', 'ten', '']) {
    expect((await request('GET', '/books', { query: { limit } })).status, `limit=${limit}`).toBe(400);
  }
  expect((await request('GET', '/books?limit=100')).status).toBe(200);
});
