test('takes any text for a password', async ({ request }) => {
  const ben = { email: 'ben@example.com', password: '{"$ne":""}' };
  expect((await request('POST', '/sign-in', { json: ben })).status, 'a password that looks like a condition').toBe(200);
});

test('resets to a password with signs of operators', async ({ request }) => {
  const json = { email: 'amira@example.com', code: 'k3w9', password: '$ne {$gt} [$regex]' };
  expect((await request('POST', '/reset', { json })).status).toBe(204);
  const { status } = await request('POST', '/sign-in', { json: { email: json.email, password: json.password } });
  expect(status, 'signing in with it').toBe(200);
});

test('finds titles with any characters', async ({ request }) => {
  const { json } = await request('GET', '/books', { query: { title: 'What $lt Means' } });
  expect(json.books).toEqual([{ title: 'What $lt Means', author: 'Ruth Bell', price: 2000 }]);
});

test('refuses what makes no sense, and changes nothing', async ({ request, files, planted }) => {
  const before = files.read('/srv/db/customers.json');
  const email = 'maren@example.com';
  for (const code of [null, {}, [], 7, true, undefined, '']) {
    const { status } = await request('POST', '/reset', { json: { email, code, password: 'x' } });
    expect(status, `a reset with the code ${JSON.stringify(code)}`).toBeGreaterThanOrEqual(400);
    const signIn = await request('POST', '/sign-in', { json: { email, password: code } });
    expect(signIn.status, `a sign-in with the password ${JSON.stringify(code)}`).toBeGreaterThanOrEqual(400);
  }
  expect(files.read('/srv/db/customers.json'), 'the customers').toBe(before);
  expect(before, 'the gift card in the database').toContain(planted.secret);
});

test('agrees with the reference on random questions', async ({ request, reference, random }) => {
  for (let turn = 0; turn < 10; turn++) {
    const query: Record<string, string> = {};
    if (random.bool()) query.author = random.pick(['Ines Mora', 'Tomas Lind', 'Nobody']);
    const operator = random.pick(['$lt', '$lte', '$gt', '$gte']);
    if (random.bool()) query[`price[${operator}]`] = String(random.pick([1800, 2000, 3900, random.int(0, 5000)]));
    const [seen, expected] = await Promise.all([
      request('GET', '/books', { query }),
      reference.request('GET', '/books', { query }),
    ]);
    expect(seen.json, `GET /books with ${JSON.stringify(query)}`).toEqual(expected.json);
  }
});
