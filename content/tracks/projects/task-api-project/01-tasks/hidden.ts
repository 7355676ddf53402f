const problem = (name: string, status: number) => ({ type: `https://tasks.example/problems/${name}`, status });

test('cuts the white space around a title, and counts without it', async ({ request }) => {
  const long = 'x'.repeat(200);
  const made = await request('POST', '/boards/1/tasks', { json: { title: `  ${long}\n` } });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({ title: long, due: null });
  expect((await request('PATCH', '/tasks/1', { json: { title: '\t Chairs ' } })).json).toMatchObject({
    title: 'Chairs',
  });
  expect((await request('POST', '/boards/1/tasks', { json: { title: `${long}y` } })).status, '201 characters').toBe(
    422,
  );
});

test('takes only days that exist', async ({ request }) => {
  for (const due of [
    '2027-02-29',
    '2027-13-01',
    '2027-1-5',
    '5 March 2027',
    '2027-03-01T00:00:00Z',
    '',
    20270301,
    false,
  ]) {
    const answer = await request('POST', '/boards/1/tasks', { json: { title: 'x', due } });
    expect(answer.status, `due: ${JSON.stringify(due)}`).toBe(422);
    expect(answer.json.errors, `due: ${JSON.stringify(due)}`).toEqual([
      { pointer: '/due', detail: expect.any(String) },
    ]);
  }
  const leap = await request('POST', '/boards/1/tasks', { json: { title: 'x', due: '2028-02-29' } });
  expect(leap.json).toMatchObject({ due: '2028-02-29' });
});

test('knows three states', async ({ request }) => {
  for (const status of ['open', 'doing', 'done']) {
    expect((await request('PATCH', '/tasks/1', { json: { status } })).json).toMatchObject({ status });
  }
  for (const status of ['DONE', 'closed', null, 1]) {
    const answer = await request('PATCH', '/tasks/1', { json: { status } });
    expect(answer.status, `status: ${JSON.stringify(status)}`).toBe(422);
    expect(answer.json.errors).toEqual([{ pointer: '/status', detail: expect.any(String) }]);
  }
});

test('a new task cannot say what only a change may', async ({ request }) => {
  const answer = await request('POST', '/boards/1/tasks', { json: { title: 'x', status: 'done' } });
  expect(answer.status).toBe(422);
  expect(answer.json.errors).toEqual([{ pointer: '/status', detail: expect.any(String) }]);
});

test('no field of the table can be set from outside', async ({ request, db }) => {
  for (const [field, value] of [
    ['id', 9],
    ['board', 2],
    ['board_id', 2],
    ['created_by', 4],
  ] as const) {
    const answer = await request('PATCH', '/tasks/1', { json: { title: 'Mine', [field]: value } });
    expect(answer.status, `With ${field}`).toBe(422);
    expect(answer.json.errors).toEqual([{ pointer: `/${field}`, detail: expect.any(String) }]);
  }
  const { rows } = await db.query('select title, board_id, created_by from tasks where id = 1');
  expect(rows, 'The task after it').toEqual([{ title: 'Book the room for March', board_id: 1, created_by: 1 }]);
});

test('tells a body that is no JSON from one that is no object', async ({ request }) => {
  const headers = { 'content-type': 'application/json' };
  for (const [method, path] of [
    ['POST', '/boards/1/tasks'],
    ['PATCH', '/tasks/1'],
  ] as const) {
    for (const body of ['', '{"title":', 'title=x']) {
      const answer = await request(method, path, { body, headers });
      expect(answer.status, `${method} with ${body || 'nothing'}`).toBe(400);
      expect(answer.json).toMatchObject(problem('malformed', 400));
    }
    for (const json of [null, [], 'x', 7]) {
      const answer = await request(method, path, { json });
      expect(answer.status, `${method} with ${JSON.stringify(json)}`).toBe(422);
      expect(answer.json.errors).toEqual([{ pointer: '', detail: expect.any(String) }]);
    }
  }
});

test('looks for the task before it reads the body', async ({ request }) => {
  const headers = { 'content-type': 'application/json' };
  expect((await request('PATCH', '/tasks/77', { body: 'no JSON', headers })).status).toBe(404);
  expect((await request('POST', '/boards/77/tasks', { json: {} })).status).toBe(404);
});

test('answers every refusal as a problem document', async ({ request }) => {
  for (const answer of [
    await request('GET', '/tasks/77'),
    await request('PATCH', '/tasks/1', { json: { status: 'gone' } }),
    await request('POST', '/boards/1/tasks', { body: '{', headers: { 'content-type': 'application/json' } }),
  ]) {
    expect(answer.headers['content-type'], 'The type of a refusal').toMatch(/^application\/problem\+json\b/);
    expect(answer.json).toMatchObject({ type: expect.any(String), title: expect.any(String), status: answer.status });
  }
});

test('an empty change changes nothing', async ({ request }) => {
  const before = (await request('GET', '/tasks/2')).json;
  const answer = await request('PATCH', '/tasks/2', { json: {} });
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual(before);
});

test('keeps every character of a title', async ({ request, db, random }) => {
  const title = `O'Hara's "${random.string(6)}" \\ 100%; drop table tasks`;
  const made = await request('POST', '/boards/2/tasks', { json: { title } });
  expect(made.status).toBe(201);
  const changed = await request('PATCH', `/tasks/${made.json.id}`, { json: { due: '2027-04-01' } });
  expect(changed.json).toEqual({ id: made.json.id, board: 2, title, status: 'open', due: '2027-04-01' });
  expect(
    db.statements().filter(({ concatenated }) => concatenated),
    'Statements with the title in their text',
  ).toEqual([]);
});
