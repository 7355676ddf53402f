test('refuses other addresses with 400, and asks nobody', async ({ request, upstream }) => {
  for (const url of [
    'https://attacker.test/cover.svg',
    'http://169.254.169.254/latest/meta-data/iam/security-credentials/',
    'http://10.0.0.7:9200/_search',
    'https://covers.nordlys.test:8443/admin',
    'http://covers.nordlys.test/slow-queries.svg',
    'https://covers.nordlys.test.attacker.test/cover.svg',
    'cover.svg',
  ]) {
    const { status } = await request('POST', '/books/7/cover', { json: { url } });
    expect(status, `the status of an import from ${url}`).toBe(400);
  }
  expect(
    upstream.calls().map(({ url }) => url),
    'the requests that the importer has sent',
  ).toEqual([]);
});

test('follows no redirect to another origin', async ({ request, upstream }) => {
  const url = 'https://img.harbour-books.test/out?to=http%3A%2F%2F2852039166';
  expect((await request('POST', '/books/7/cover', { json: { url } })).status).toBe(502);
  expect(
    upstream.calls().map((call) => call.url),
    'the requests that the importer has sent',
  ).toEqual([url]);
});

test('answers 502 for a redirect that never ends', async ({ request }) => {
  const { status } = await request('POST', '/books/7/cover', { json: { url: 'https://img.harbour-books.test/c/19' } });
  expect(status).toBe(502);
});

test('agrees with the reference on random books', async ({ request, reference, random }) => {
  const json = { url: 'https://covers.nordlys.test/random.svg' };
  for (let turn = 0; turn < 3; turn++) {
    const path = `/books/${random.int(1, 9999)}/cover`;
    await request('POST', path, { json });
    await reference.request('POST', path, { json });
    expect((await request('GET', path)).body, `the body of GET ${path}`).toBe(
      (await reference.request('GET', path)).body,
    );
  }
});
