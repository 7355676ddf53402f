const titles = ({ json }: { json: { books: { title: string }[] } }) => json.books.map(({ title }) => title);

test('lists every book, sorted by its title', async ({ request }) => {
  const response = await request('GET', '/books');
  expect(response.status, 'the status of GET /books').toBe(200);
  expect(response.json.books).toHaveLength(8);
  expect(response.json.books[0]).toEqual({
    id: 4,
    title: '100% Uptime; or, Never Again',
    author: 'Ines Mora',
    price_cents: 1800,
  });
});

test('finds a part of a title in any case', async ({ request }) => {
  expect(titles(await request('GET', '/books', { query: { q: 'OCKS' } }))).toEqual(['Locks and Keys']);
  expect(titles(await request('GET', '/books', { query: { q: 'no such book' } }))).toEqual([]);
});

test('sorts by each column, in both directions', async ({ request }) => {
  const first = async (sort: string, order: string) =>
    titles(await request('GET', '/books', { query: { sort, order } }))[0];
  expect(await first('price_cents', 'asc'), 'the cheapest').toBe('Union Select: A Love Story');
  expect(await first('price_cents', 'desc'), 'the dearest').toBe('O\'Hara\'s "Quoted" Works');
  expect(await first('published_on', 'desc'), 'the newest').toBe('The Order of Things by Group');
  expect(await first('author', 'desc'), 'the last author').toBe('Locks and Keys');
});

test('shows one book by its id', async ({ request }) => {
  const { status, json } = await request('GET', '/books/3');
  expect(status).toBe(200);
  expect(json).toEqual({ id: 3, title: 'Locks and Keys', author: 'Tomas Lind', price_cents: 4200 });
  expect((await request('GET', '/books/999')).status, 'the status for an id that no book has').toBe(404);
});
