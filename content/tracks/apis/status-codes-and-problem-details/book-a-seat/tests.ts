test('books a seat', async ({ request, db }) => {
  const answer = await request('POST', '/readings/1/bookings', { json: { email: 'ada@shop.example' } });
  expect(answer.status).toBe(201);
  const { rows } = await db.query('select id from bookings where reading_id = 1 and email = $1', ['ada@shop.example']);
  expect(rows.length, 'Rows of this booking').toBe(1);
  const id = rows[0]?.id;
  expect(answer.json).toEqual({ id, reading: 1, email: 'ada@shop.example' });
  expect(answer.headers.location).toBe(`/bookings/${id}`);
});

test('refuses a body without an address', async ({ request, db }) => {
  for (const json of [{}, { email: 7 }, { email: 'ada' }, null]) {
    const answer = await request('POST', '/readings/1/bookings', { json });
    expect(answer.status).toBe(422);
    expect(answer.json).toMatchObject({ type: 'https://shop.example/problems/validation', status: 422 });
  }
  expect((await db.query('select count(*)::int as count from bookings')).rows).toEqual([{ count: 2 }]);
});

test('answers 404 for a reading that is not there', async ({ request }) => {
  for (const id of ['4', '0', 'abc', '99999999999']) {
    const answer = await request('POST', `/readings/${id}/bookings`, { json: { email: 'ada@shop.example' } });
    expect(answer.status, `Booking reading ${id}`).toBe(404);
    expect(answer.json).toMatchObject({ type: 'https://shop.example/problems/unknown-reading', status: 404 });
  }
});

test('tells when all seats are taken', async ({ request }) => {
  expect((await request('POST', '/readings/2/bookings', { json: { email: 'ada@shop.example' } })).status).toBe(201);
  const answer = await request('POST', '/readings/2/bookings', { json: { email: 'bob@shop.example' } });
  expect(answer.status).toBe(409);
  expect(answer.json).toMatchObject({ type: 'https://shop.example/problems/sold-out', status: 409 });
});

test('tells who has booked already', async ({ request }) => {
  const answer = await request('POST', '/readings/1/bookings', { json: { email: 'jun@shop.example' } });
  expect(answer.status).toBe(409);
  expect(answer.json).toMatchObject({ type: 'https://shop.example/problems/already-booked', status: 409 });
});

test('sells the last seat once when two ask at the same moment', async ({ request, db }) => {
  const answers = await Promise.all([
    request('POST', '/readings/2/bookings', { json: { email: 'ada@shop.example' } }),
    request('POST', '/readings/2/bookings', { json: { email: 'bob@shop.example' } }),
  ]);
  expect(answers.map(({ status }) => status).sort(), 'The two answers').toEqual([201, 409]);
  const { rows } = await db.query('select count(*)::int as count from bookings where reading_id = 2');
  expect(rows, 'Bookings of a reading with one seat').toEqual([{ count: 1 }]);
});
