test('returns the path of a file inside the root', async ({ call }) => {
  expect(await call('resolveInside', '/srv/books', 'sql/slow-queries.epub')).toBe('/srv/books/sql/slow-queries.epub');
});

test('refuses a path that ends outside', async ({ call }) => {
  for (const requested of [
    '../../etc/passwd',
    '../secrets.json',
    'a/../../secrets.json',
    '../../../../../../etc/passwd',
  ]) {
    expect(await call('resolveInside', '/srv/books', requested)).toBeNull();
  }
});

test('goes up and down inside the root', async ({ call }) => {
  expect(await call('resolveInside', '/srv/books', 'sql/../http/caching.epub')).toBe('/srv/books/http/caching.epub');
  expect(await call('resolveInside', '/srv/books', './/sql/./a..b.epub')).toBe('/srv/books/sql/a..b.epub');
});

test('takes a path that begins with a slash as relative to the root', async ({ call }) => {
  expect(await call('resolveInside', '/srv/books', '/etc/passwd')).toBe('/srv/books/etc/passwd');
  expect(await call('resolveInside', '/srv/books', '/srv/books/a.epub')).toBe('/srv/books/srv/books/a.epub');
});

test('refuses the root itself', async ({ call }) => {
  for (const requested of ['', '.', '/', 'sql/..', '../books']) {
    expect(await call('resolveInside', '/srv/books', requested)).toBeNull();
  }
});
