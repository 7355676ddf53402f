const problem = (name: string, status: number) => ({ type: `https://links.example/problems/${name}`, status });

test('refuses codes that are none', async ({ request }) => {
  for (const code of ['ab', 'x'.repeat(31), 'a b', 'ümlaut', 'a/b', 'links', '', null, 12345, 'abc\n']) {
    const answer = await request('POST', '/links', { json: { url: 'https://shop.example/', code } });
    expect(answer.status, `code: ${JSON.stringify(code)}`).toBe(422);
    expect(answer.json.errors).toEqual([{ pointer: '/code', detail: expect.any(String) }]);
  }
  for (const code of ['abc', 'x'.repeat(30), '-_-', '123', 'Links']) {
    expect(
      (await request('POST', '/links', { json: { url: 'https://shop.example/', code } })).status,
      `code: ${code}`,
    ).toBe(201);
  }
});

test('refuses addresses that do not fit into a field of HTTP', async ({ request }) => {
  for (const url of [
    'https://shop.example/a b',
    ' https://shop.example/',
    'https://shop.example/a\r\nSet-Cookie: a=b',
    'https://shop.example/\u0000',
    'https://shop.example/Übersicht',
    'https://shop.example/日本',
  ]) {
    const answer = await request('POST', '/links', { json: { url, code: 'a-new-one' } });
    expect(answer.status, `url: ${JSON.stringify(url)}`).toBe(422);
    expect(answer.json.errors).toEqual([{ pointer: '/url', detail: expect.any(String) }]);
  }
});

test('gives a code once when two ask at the same moment', async ({ request, random }) => {
  const code = `race-${random.string(5)}`;
  const answers = await Promise.all(
    ['https://a.example/', 'https://b.example/', 'https://c.example/'].map((url) =>
      request('POST', '/links', { json: { url, code } }),
    ),
  );
  expect(answers.map(({ status }) => status).sort(), 'The three answers').toEqual([201, 409, 409]);
  const winner = answers.find(({ status }) => status === 201)!;
  expect((await request('GET', `/links/${code}`)).json, 'The link afterwards').toEqual(winner.json);
});

test('keeps an address byte for byte', async ({ request, db, random }) => {
  const url = `https://shop.example?q=O'Hara+${random.string(8)}&x=%7E~'';--`;
  const made = await request('POST', '/links', { json: { url } });
  expect(made.status).toBe(201);
  expect(made.json.url).toBe(url);
  expect((await request('GET', `/${made.json.code}`)).headers.location).toBe(url);
  expect(
    db.statements().filter(({ concatenated }) => concatenated),
    'Statements with the address in their text',
  ).toEqual([]);
});

test('an address may name the service without leading to it', async ({ request }) => {
  for (const url of [
    'https://shop.example/s.shop.example',
    'https://s.shop.example.evil.test/',
    'https://xs.shop.example/',
  ]) {
    expect((await request('POST', '/links', { json: { url } })).status, url).toBe(201);
  }
  expect(
    (await request('POST', '/links', { json: { url: 'https://s.shop.example:8443/a' } })).status,
    'With a port',
  ).toBe(422);
});

test('answers 404 where there is no link', async ({ request }) => {
  for (const [method, path] of [
    ['GET', '/nothing'],
    ['GET', '/SPRING'],
    ['GET', '/links/nothing'],
    ['PATCH', '/links/nothing'],
    ['DELETE', '/links/nothing'],
  ] as const) {
    const answer = await request(method, path, method === 'PATCH' ? { body: '{' } : {});
    expect(answer.status, `${method} ${path}`).toBe(404);
    expect(answer.json).toMatchObject(problem('not-found', 404));
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json\b/);
  }
});

test('a change names the address and nothing else', async ({ request }) => {
  const wrong = await request('PATCH', '/links/map', { json: { url: 'https://shop.example/', code: 'spring' } });
  expect(wrong.status).toBe(422);
  expect(wrong.json.errors).toEqual([{ pointer: '/code', detail: expect.any(String) }]);
  expect(
    (await request('PATCH', '/links/map', { json: { url: 'https://s.shop.example/map' } })).status,
    'A link to itself',
  ).toBe(422);
  expect((await request('PATCH', '/links/map', { json: {} })).json.errors).toEqual([
    { pointer: '/url', detail: expect.any(String) },
  ]);
  expect((await request('GET', '/map')).headers.location, 'The link after it').toBe(
    'https://maps.example/@52.5,13.4,17z',
  );
});

test('tells a body that is no JSON from one that is no object', async ({ request }) => {
  const malformed = await request('POST', '/links', { body: 'url=x', headers: { 'content-type': 'application/json' } });
  expect([malformed.status, malformed.json]).toEqual([400, expect.objectContaining(problem('malformed', 400))]);
  for (const json of [[], 'https://shop.example/', null]) {
    const answer = await request('POST', '/links', { json });
    expect([answer.status, answer.json.errors]).toEqual([422, [{ pointer: '', detail: expect.any(String) }]]);
  }
});
