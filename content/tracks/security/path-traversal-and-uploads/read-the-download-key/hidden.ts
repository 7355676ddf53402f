test('sends files whose names have dots and spaces', async ({ request }) => {
  const read = async (file: string) => (await request('GET', '/downloads', { query: { file } })).body;
  expect(await read('wait..what.epub'), 'a name with two dots').toBe('Wait.. What, the book');
  expect(await read('samples/2026/locks and keys.txt'), 'a name with spaces, two folders down').toBe(
    'Locks and Keys, chapter one',
  );
});

test('leaves the key where the shop needs it', async ({ request, files, planted }) => {
  await request('GET', '/downloads', { query: { file: 'slow-queries.epub' } });
  await request('GET', '/downloads', { query: { file: '../config/download.key' } });
  expect(files.read('/srv/shop/config/download.key'), 'what is in /srv/shop/config/download.key').toBe(planted.secret);
  expect(files.read('/srv/shop/books-private/download.key.bak'), 'what is in the copy').toBe(planted.secret);
});

test('agrees with the reference on random names', async ({ request, reference, random }) => {
  for (let turn = 0; turn < 8; turn++) {
    const file = `${random.pick(['', 'samples/'])}${random.pick(['one', 'two', 'three', 'four'])}.txt`;
    const [seen, expected] = await Promise.all([
      request('GET', '/downloads', { query: { file } }),
      reference.request('GET', '/downloads', { query: { file } }),
    ]);
    expect(seen.status, `the status for ${file}`).toBe(expected.status);
    if (expected.status === 200) expect(seen.body, `the text of ${file}`).toBe(expected.body);
  }
});
