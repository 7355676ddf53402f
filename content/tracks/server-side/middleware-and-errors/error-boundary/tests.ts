const log = 'https://log.shop.test/errors';
const problems = 'https://shop.example/problems/';
const uuid = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const mediaType = (answer: { headers: Record<string, string> }) => answer.headers['content-type']?.split(';')[0];

test('answers as before when all is well', async ({ request }) => {
  expect((await request('GET', '/books/1/stock')).json).toEqual({ copies: 4 });
  const order = await request('POST', '/orders', { json: { book: 1, quantity: 3 } });
  expect(order.status).toBe(201);
  expect(order.json).toEqual({ book: 1, quantity: 3 });
  expect((await request('GET', '/books/1/stock')).json).toEqual({ copies: 1 });
  expect((await request('GET', '/customers/ada/label')).json).toEqual({ city: 'London' });
});

test('answers as problem documents', async ({ request, upstream }) => {
  upstream.reply('POST', log, { status: 202 });
  const book = await request('GET', '/books/9/stock');
  expect(book.status).toBe(404);
  expect(book.json).toMatchObject({ type: `${problems}unknown-book`, title: 'There is no such book.', status: 404 });
  expect(mediaType(book)).toBe('application/problem+json');
  const bug = await request('GET', '/customers/ben/label');
  expect(bug.status).toBe(500);
  expect(bug.json).toMatchObject({ type: 'about:blank', title: 'Internal Server Error', status: 500 });
  expect(bug.json.instance).toMatch(uuid);
  expect(mediaType(bug)).toBe('application/problem+json');
});

test('tells the failures of an order apart', async ({ request }) => {
  const seen: unknown[] = [];
  for (const json of [
    { book: 1, quantity: 0 },
    { book: 2, quantity: 1 },
    { book: 3, quantity: 1 },
  ]) {
    const answer = await request('POST', '/orders', { json });
    seen.push([answer.status, answer.json?.type]);
  }
  expect(seen).toEqual([
    [422, `${problems}invalid-quantity`],
    [409, `${problems}out-of-stock`],
    [404, `${problems}unknown-book`],
  ]);
});

test('answers a body that is no JSON with 400', async ({ request, upstream }) => {
  const answer = await request('POST', '/orders', {
    body: '{"book": 1,',
    headers: { 'content-type': 'application/json' },
  });
  expect(answer.status).toBe(400);
  expect(answer.json).toMatchObject({ type: `${problems}malformed`, status: 400 });
  expect(typeof answer.json.title).toBe('string');
  expect(mediaType(answer)).toBe('application/problem+json');
  expect(upstream.calls()).toHaveLength(0);
});

test('answers an unknown route with a problem document', async ({ request }) => {
  const answer = await request('GET', '/nowhere');
  expect(answer.status).toBe(404);
  expect(answer.json).toMatchObject({ type: 'about:blank', title: 'Not Found', status: 404 });
  expect(mediaType(answer)).toBe('application/problem+json');
});

test('says nothing of the error to the client', async ({ request, upstream }) => {
  upstream.reply('POST', log, { status: 202 });
  for (const path of ['/confirm', '/customers/ben/label', '/settings']) {
    const answer = await request('GET', path);
    expect(answer.status, `GET ${path}`).toBe(500);
    const all = JSON.stringify([answer.headers, answer.body]);
    for (const word of [
      'Error:',
      'RangeError',
      'TypeError',
      'SyntaxError',
      'confirm the address',
      'ECONNREFUSED',
      '10.4.0',
      'city',
      '(reading',
      'JSON.parse',
      'solution.ts',
      'stack',
    ]) {
      expect(all.includes(word), `Whether the answer to GET ${path} shows "${word}"`).toBe(false);
    }
  }
});

test('reports a bug under the id that the client got', async ({ request, upstream, clock }) => {
  upstream.reply('POST', log, { status: 202 });
  const answer = await request('GET', '/confirm');
  await clock.advance(1000);
  expect(upstream.calls()).toHaveLength(1);
  const { json } = upstream.calls()[0];
  expect({ ...json, stack: typeof json.stack }).toEqual({
    id: answer.json.instance.replace('urn:uuid:', ''),
    method: 'GET',
    path: '/confirm',
    name: 'RangeError',
    message: 'cannot confirm the address',
    stack: 'string',
    cause: 'connect ECONNREFUSED 10.4.0.17:5432',
  });
});
