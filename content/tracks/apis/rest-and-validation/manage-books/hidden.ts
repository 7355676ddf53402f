const pointers = (answer: { json: { errors?: { pointer: string }[] } }) =>
  (answer.json?.errors ?? []).map(({ pointer }) => pointer).sort();

test('answers a body that is no JSON with 400', async ({ request }) => {
  for (const [method, path] of [
    ['POST', '/books'],
    ['PATCH', '/books/7'],
  ] as const) {
    const answer = await request(method, path, { body: '{"title":', headers: { 'content-type': 'application/json' } });
    expect(answer.status, `${method} with half a document`).toBe(400);
    expect(answer.headers['content-type'], 'The type of a refusal').toMatch(/^application\/problem\+json\b/);
    expect(answer.json).toMatchObject({ type: 'https://shop.example/problems/malformed', status: 400 });
  }
});

test('answers a body that is no object with 422 and the pointer #', async ({ request }) => {
  for (const json of [[], null, 'title', 7]) {
    const answer = await request('POST', '/books', { json });
    expect(answer.status, `POST with ${JSON.stringify(json)}`).toBe(422);
    expect(pointers(answer), `The errors of ${JSON.stringify(json)}`).toEqual(['#']);
  }
});

test('takes the ISBN away with null, and neither title nor price', async ({ request }) => {
  const gone = await request('PATCH', '/books/7', { json: { isbn: null } });
  expect(gone.status).toBe(200);
  expect(gone.json).toEqual({ id: 7, isbn: null, title: 'Two Generals', price: '12.50', stock: 20 });
  const answer = await request('PATCH', '/books/7', { json: { title: null, price: null } });
  expect(answer.status).toBe(422);
  expect(pointers(answer)).toEqual(['#/price', '#/title']);
  const unchanged = await request('PATCH', '/books/8', { json: {} });
  expect(unchanged.status).toBe(200);
  expect(unchanged.json).toMatchObject({ id: 8, isbn: '9780000000108', title: 'Rollback', price: '14.00' });
});

test('holds to the limits of each member', async ({ request }) => {
  const bad = [
    { title: '', price: '1.00' },
    { title: 'x'.repeat(201), price: '1.00' },
    { title: 7, price: '1.00' },
    { title: 'x', price: '1' },
    { title: 'x', price: '-1.00' },
    { title: 'x', price: '123456789.00' },
    { title: 'x', price: '1.005' },
    { title: 'x', price: '1,00' },
    { title: 'x', price: '1.00', isbn: '' },
    { title: 'x', price: '1.00', isbn: 9780000000999 },
    { title: 'x', price: '1.00', isbn: '97800000009990' },
  ];
  for (const json of bad) {
    const { status, json: body } = await request('POST', '/books', { json });
    expect({ status, count: body?.errors?.length }, `POST ${JSON.stringify(json).slice(0, 60)}`).toEqual({
      status: 422,
      count: 1,
    });
  }
  for (const json of [
    { title: 'x'.repeat(200), price: '99999999.99' },
    { title: "O'Hara's 100% Guide", price: '0.00', isbn: '9780000000999' },
  ]) {
    const answer = await request('POST', '/books', { json });
    expect(answer.status, `POST ${JSON.stringify(json).slice(0, 60)}`).toBe(201);
    expect(answer.json).toMatchObject(json);
  }
});

test('gives an ISBN to one book only, also at the same moment', async ({ request, db }) => {
  const taken = await request('POST', '/books', { json: { title: 'Copy', price: '1.00', isbn: '9780000000107' } });
  expect(taken.status).toBe(409);
  expect(taken.json).toMatchObject({ type: 'https://shop.example/problems/isbn-taken', status: 409 });
  expect((await request('PATCH', '/books/8', { json: { isbn: '9780000000107' } })).status).toBe(409);
  const send = (title: string) => request('POST', '/books', { json: { title, price: '1.00', isbn: '9780000000555' } });
  const answers = await Promise.all([send('One'), send('Two')]);
  expect(answers.map(({ status }) => status).sort(), 'The two answers').toEqual([201, 409]);
  const { rows } = await db.query("select count(*)::int as count from books where isbn = '9780000000555'");
  expect(rows).toEqual([{ count: 1 }]);
});

test('keeps both of two patches that arrive at the same moment', async ({ request, db }) => {
  const answers = await Promise.all([
    request('PATCH', '/books/7', { json: { title: 'Three Generals' } }),
    request('PATCH', '/books/7', { json: { price: '13.00' } }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const { rows } = await db.query('select isbn, title, price from books where id = 7');
  expect(rows).toEqual([{ isbn: '9780000000107', title: 'Three Generals', price: '13.00' }]);
});

test('answers 404 for a patch or a deletion of a book that is not there', async ({ request }) => {
  expect((await request('PATCH', '/books/999', { json: { price: '1.00' } })).status).toBe(404);
  expect((await request('DELETE', '/books/999')).status).toBe(404);
  expect((await request('DELETE', '/books/abc')).status).toBe(404);
});

test('writes nothing that was sent into the text of a statement', async ({ request, db }) => {
  await request('POST', '/books', { json: { title: "O'Hara's Log", price: '13.37' } });
  await request('PATCH', '/books/7', { json: { title: "O'Neill's Log" } });
  expect(
    db.statements().filter(({ concatenated }) => concatenated),
    'Statements with a value of the request in their text',
  ).toEqual([]);
});

test('refuses any random member that is none of the three', async ({ request, db, random }) => {
  const name = `x${random.string(6)}`;
  const price = `${random.int(1, 99)}.${random.int(10, 99)}`;
  const answer = await request('POST', '/books', { json: { title: 'Random', price, [name]: 1 } });
  expect(answer.status).toBe(422);
  expect(pointers(answer)).toEqual([`#/${name}`]);
  const good = await request('POST', '/books', { json: { title: 'Random', price } });
  expect(good.status).toBe(201);
  expect((await db.query("select price from books where title = 'Random'")).rows).toEqual([{ price }]);
});
