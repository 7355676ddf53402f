test('refuses a neighbour whose name begins like the root', async ({ call }) => {
  expect(await call('resolveInside', '/srv/books', '../books-internal/prices.csv')).toBeNull();
  expect(await call('resolveInside', '/srv/books', '../booksecrets')).toBeNull();
});

test('ends inside after wandering outside', async ({ call }) => {
  expect(await call('resolveInside', '/srv/books', '../books/a.epub')).toBe('/srv/books/a.epub');
  expect(await call('resolveInside', '/srv/books', '../../../../srv/books/a.epub')).toBe('/srv/books/a.epub');
});

test('treats a name of four dots as a name', async ({ call }) => {
  expect(await call('resolveInside', '/srv/books', '....//....//etc/passwd')).toBe('/srv/books/..../..../etc/passwd');
  expect(await call('resolveInside', '/srv/books', '...')).toBe('/srv/books/...');
});

test('refuses backslashes, NUL characters and whatever is not a string', async ({ call }) => {
  for (const requested of ['..\\..\\secrets.json', 'a\\b', 'cover.png\u0000.exe', null, 7, ['a'], {}]) {
    expect(await call('resolveInside', '/srv/books', requested)).toBeNull();
  }
});

test('works for a root of one part and for a deep one', async ({ call }) => {
  expect(await call('resolveInside', '/data', '../data/a')).toBe('/data/a');
  expect(await call('resolveInside', '/a/b/c/d', '../../x')).toBeNull();
});

test('agrees with the reference on random paths', async ({ call, reference, random }) => {
  for (let round = 0; round < 40; round++) {
    const parts = Array.from({ length: random.int(1, 8) }, () =>
      random.pick(['..', '..', '.', '', 'srv', 'books', 'a', '...']),
    );
    const requested = parts.join('/');
    expect(await call('resolveInside', '/srv/books', requested)).toBe(
      await reference.call('resolveInside', '/srv/books', requested),
    );
  }
});
