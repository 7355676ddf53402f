test('answers every refusal as a problem document', async ({ request }) => {
  const answers = [
    await request('POST', '/readings/1/bookings', {
      body: 'email=ada',
      headers: { 'content-type': 'application/json' },
    }),
    await request('POST', '/readings/1/bookings', { json: {} }),
    await request('POST', '/readings/9/bookings', { json: { email: 'ada@shop.example' } }),
    await request('POST', '/readings/1/bookings', { json: { email: 'jun@shop.example' } }),
    await request('POST', '/readings/3/bookings', { json: { email: 'ada@shop.example' } }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([400, 422, 404, 409, 409]);
  for (const { headers, json, status } of answers) {
    expect(headers['content-type'], 'The type of a refusal').toMatch(/^application\/problem\+json\b/);
    expect(json).toMatchObject({ type: expect.any(String), title: expect.any(String), status });
  }
});

test('looks at the body before the reading', async ({ request }) => {
  expect((await request('POST', '/readings/9/bookings', { json: {} })).status).toBe(422);
});

test('tells who has booked already, also when the reading is sold out', async ({ request }) => {
  await request('POST', '/readings/2/bookings', { json: { email: 'ada@shop.example' } });
  const answer = await request('POST', '/readings/2/bookings', { json: { email: 'ada@shop.example' } });
  expect(answer.status).toBe(409);
  expect(answer.json).toMatchObject({ type: 'https://shop.example/problems/already-booked' });
});

test('books once when the same person asks twice at the same moment', async ({ request, db }) => {
  const send = () => request('POST', '/readings/1/bookings', { json: { email: 'ada@shop.example' } });
  const answers = await Promise.all([send(), send()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  const { rows } = await db.query('select count(*)::int as count from bookings where email = $1', ['ada@shop.example']);
  expect(rows).toEqual([{ count: 1 }]);
});

test('keeps an address with an apostrophe as it is', async ({ request, db }) => {
  const email = "o'hara@shop.example";
  const answer = await request('POST', '/readings/1/bookings', { json: { email } });
  expect(answer.status).toBe(201);
  expect((await db.query('select email from bookings where email = $1', [email])).rows).toEqual([{ email }]);
  expect(
    db.statements().filter(({ concatenated }) => concatenated),
    'Statements with the address in their text',
  ).toEqual([]);
});

test('never books more than the seats, whoever comes', async ({ request, db, random }) => {
  const seats = random.int(2, 4);
  const id = random.int(1000, 9999);
  await db.query('insert into readings (id, title, seats) values ($1, $2, $3)', [id, 'A random evening', seats]);
  const people = random.shuffle(['a', 'b', 'c', 'd', 'e']).map((name) => `${name}@shop.example`);
  const answers = await Promise.all(
    people.map((email) => request('POST', `/readings/${id}/bookings`, { json: { email } })),
  );
  expect(answers.filter(({ status }) => status === 201).length, `Seats sold of ${seats}`).toBe(seats);
  expect(answers.filter(({ status }) => status === 409).length, 'People who were told that it is sold out').toBe(
    5 - seats,
  );
  const { rows } = await db.query('select count(*)::int as count from bookings where reading_id = $1', [id]);
  expect(rows).toEqual([{ count: seats }]);
});
