test('imports a cover and sends it with its type', async ({ request }) => {
  const imported = await request('POST', '/books/7/cover', {
    json: { url: 'https://covers.nordlys.test/slow-queries.svg' },
  });
  expect(imported.status, 'the status of the import').toBe(201);
  const cover = await request('GET', '/books/7/cover');
  expect(cover.status, 'the status of the cover').toBe(200);
  expect(cover.headers['content-type'], 'the type of the cover').toContain('image/svg+xml');
  expect(cover.body).toBe('<svg>Slow Queries</svg>');
});

test('follows the short addresses of Harbour', async ({ request }) => {
  const { status } = await request('POST', '/books/8/cover', { json: { url: 'https://img.harbour-books.test/c/17' } });
  expect(status, 'the status of the import of /c/17').toBe(201);
  expect((await request('GET', '/books/8/cover')).body).toBe('<svg>Locks</svg>');
  const twice = await request('POST', '/books/9/cover', { json: { url: 'https://img.harbour-books.test/c/18' } });
  expect(twice.status, 'the status of the import of /c/18, which redirects to /c/17').toBe(201);
});

test('answers 502 for a cover that the publisher no longer has, and keeps nothing', async ({ request }) => {
  const { status } = await request('POST', '/books/7/cover', { json: { url: 'https://covers.nordlys.test/gone.svg' } });
  expect(status).toBe(502);
  expect((await request('GET', '/books/7/cover')).status, 'the status of the cover').toBe(404);
});
