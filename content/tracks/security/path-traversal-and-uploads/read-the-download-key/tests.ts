test('sends a book and a sample from a folder', async ({ request }) => {
  const book = await request('GET', '/downloads', { query: { file: 'slow-queries.epub' } });
  expect(book.status, 'the status for a book').toBe(200);
  expect(book.body, 'the text of the book').toBe('Slow Queries, the book');
  const sample = await request('GET', '/downloads', { query: { file: 'samples/slow-queries.txt' } });
  expect(sample.body, 'the text of the sample').toBe('Slow Queries, chapter one');
});

test('sends a cover as a picture', async ({ request }) => {
  const { status, headers, body } = await request('GET', '/covers/locks.svg');
  expect(status).toBe(200);
  expect(headers['content-type'], 'the type of the cover').toContain('image/svg+xml');
  expect(body).toBe('<svg><title>Locks and Keys</title></svg>');
});

test('answers 404 for what is not there', async ({ request }) => {
  const { status } = await request('GET', '/downloads', { query: { file: 'samples/unwritten.txt' } });
  expect(status, 'the status for a book that is not there').toBe(404);
  expect((await request('GET', '/covers/unwritten.svg')).status, 'the status for a cover that is not there').toBe(404);
});

test('opens links of old newsletters, which are encoded twice', async ({ request }) => {
  const cover = '<svg><title>Slow Queries</title></svg>';
  expect((await request('GET', '/covers/slow%20queries.svg')).body, 'encoded once').toBe(cover);
  expect((await request('GET', '/covers/slow%2520queries.svg')).body, 'encoded twice').toBe(cover);
});
