const problem = (name: string, status: number) => ({ type: `https://tasks.example/problems/${name}`, status });

test('makes a task', async ({ request, db }) => {
  const answer = await request('POST', '/boards/1/tasks', { json: { title: 'Order chairs', due: '2027-03-05' } });
  expect(answer.status).toBe(201);
  const { rows } = await db.query("select id from tasks where title = 'Order chairs' and board_id = 1");
  expect(rows.length, 'Rows of the new task').toBe(1);
  const id = rows[0]?.id;
  expect(answer.json).toEqual({ id, board: 1, title: 'Order chairs', status: 'open', due: '2027-03-05' });
  expect(answer.headers.location).toBe(`/tasks/${id}`);
});

test('shows a task', async ({ request }) => {
  const dated = await request('GET', '/tasks/2');
  expect(dated.status).toBe(200);
  expect(dated.json).toEqual({ id: 2, board: 1, title: 'Print the posters', status: 'doing', due: '2027-02-20' });
  expect((await request('GET', '/tasks/3')).json, 'A task without a day').toMatchObject({ due: null });
});

test('changes what is named and leaves the rest', async ({ request }) => {
  const answer = await request('PATCH', '/tasks/1', { json: { status: 'done' } });
  expect(answer.status).toBe(200);
  const task = { id: 1, board: 1, title: 'Book the room for March', status: 'done', due: '2027-03-01' };
  expect(answer.json).toEqual(task);
  expect((await request('GET', '/tasks/1')).json).toEqual(task);
});

test('takes the day of a task away', async ({ request }) => {
  expect((await request('PATCH', '/tasks/1', { json: { due: null } })).json).toMatchObject({
    due: null,
    status: 'open',
  });
  expect((await request('GET', '/tasks/1')).json).toMatchObject({ due: null, title: 'Book the room for March' });
});

test('removes a task', async ({ request }) => {
  expect((await request('DELETE', '/tasks/1')).status).toBe(204);
  const again = await request('DELETE', '/tasks/1');
  expect(again.status, 'Removing it a second time').toBe(404);
  expect(again.json).toMatchObject(problem('not-found', 404));
});

test('answers 404 where there is nothing', async ({ request }) => {
  for (const id of ['77', '0', '-1', 'one', '1.5', '99999999999']) {
    for (const [method, path] of [
      ['GET', `/tasks/${id}`],
      ['PATCH', `/tasks/${id}`],
      ['DELETE', `/tasks/${id}`],
      ['POST', `/boards/${id}/tasks`],
    ] as const) {
      const answer = await request(
        method,
        path,
        method === 'PATCH' || method === 'POST' ? { json: { title: 'x' } } : {},
      );
      expect(answer.status, `${method} ${path}`).toBe(404);
      expect(answer.json, `${method} ${path}`).toMatchObject(problem('not-found', 404));
    }
  }
});

test('names every wrong field', async ({ request, db }) => {
  const answer = await request('POST', '/boards/1/tasks', { json: { title: ' ', due: '2027-02-30', board: 2 } });
  expect(answer.status).toBe(422);
  expect(answer.json).toMatchObject(problem('validation', 422));
  const errors = answer.json.errors as { pointer: string; detail: string }[];
  expect(errors.map(({ pointer }) => pointer).sort(), 'The pointers of the errors').toEqual([
    '/board',
    '/due',
    '/title',
  ]);
  for (const { detail } of errors) expect(detail).toEqual(expect.any(String));
  expect((await db.query('select count(*)::int as count from tasks')).rows, 'Tasks after it').toEqual([{ count: 4 }]);
});
