test('deletes a book that is not there without complaint', async ({ request }) => {
  const answer = await request('DELETE', '/wishes/12');
  expect(answer.status).toBe(204);
  expect(answer.body).toBe('');
  await request('PUT', '/wishes/12');
  expect((await request('DELETE', '/wishes/12')).status).toBe(204);
  expect((await request('DELETE', '/wishes/12')).status).toBe(204);
  expect((await request('PUT', '/wishes/12')).status).toBe(201);
});

test('answers a book that is no number with 404', async ({ request }) => {
  for (const book of ['abc', '0', '007', '-1', '1.5', '7a', '1234567890', '%37%20']) {
    expect((await request('PUT', `/wishes/${book}`)).status, `PUT /wishes/${book}`).toBe(404);
  }
  expect((await request('DELETE', '/wishes/abc')).status).toBe(404);
  expect((await request('POST', '/wishes/abc')).status, 'POST /wishes/abc, which is no resource').toBe(404);
  expect((await request('PUT', '/wishes/999999999')).status).toBe(201);
  expect((await request('GET', '/wishes')).json).toEqual({ books: [999999999] });
});

test('answers HEAD like GET without a body', async ({ request }) => {
  const answer = await request('HEAD', '/wishes');
  expect(answer.status).toBe(200);
  expect(answer.body).toBe('');
});

test('refuses every other method on both resources', async ({ request }) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect((await request(method, '/wishes')).status, `${method} /wishes`).toBe(405);
  }
  for (const method of ['GET', 'HEAD', 'POST', 'PATCH']) {
    expect((await request(method, '/wishes/7')).status, `${method} /wishes/7`).toBe(405);
  }
  expect((await request('GET', '/wishes')).json).toEqual({ books: [] });
});

test('ends with the same list as the reference after random requests', async ({ request, reference, random }) => {
  for (let turn = 0; turn < 25; turn++) {
    const method = random.pick(['PUT', 'PUT', 'DELETE']);
    const path = `/wishes/${random.int(1, 6)}`;
    const [theirs, ours] = [await request(method, path), await reference.request(method, path)];
    expect(theirs.status, `${method} ${path}`).toBe(ours.status);
  }
  expect((await request('GET', '/wishes')).json).toEqual((await reference.request('GET', '/wishes')).json);
});
