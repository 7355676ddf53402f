const passwords = { ada: 'lighthouse-77', ben: 'green tea & toast', cleo: 'pässwört', dan: '42 stocktakers' };
const problem = (name: string, status: number) => ({ type: `https://tasks.example/problems/${name}`, status });

async function signIn(request: Fixtures['request'], name: keyof typeof passwords) {
  const json = { email: `${name}@shop.example`, password: passwords[name] };
  const answer = await request('POST', '/sessions', { json });
  expect(answer.status, `Signing in as ${name}`).toBe(201);
  return { authorization: `Bearer ${answer.json.token}` };
}

test('a viewer reads, and changes nothing', async ({ request, db }) => {
  const headers = await signIn(request, 'cleo');
  expect((await request('GET', '/tasks/1', { headers })).json).toMatchObject({ id: 1, board: 1 });
  for (const [method, path, json] of [
    ['POST', '/boards/1/tasks', { title: 'Mine' }],
    ['PATCH', '/tasks/1', { title: 'Mine' }],
    ['DELETE', '/tasks/1', undefined],
    ['PUT', '/boards/1/members/3', { role: 'owner' }],
    ['DELETE', '/boards/1/members/2', undefined],
  ] as const) {
    const answer = await request(method, path, { headers, ...(json && { json }) });
    expect(answer.status, `${method} ${path} by a viewer`).toBe(403);
    expect(answer.json).toMatchObject(problem('forbidden', 403));
  }
  expect((await db.query("select id from tasks where title = 'Mine'")).rows, 'Tasks that were changed').toEqual([]);
});

test('an editor makes and changes tasks, and removes those they made', async ({ request }) => {
  const headers = await signIn(request, 'ben');
  expect((await request('PATCH', '/tasks/1', { headers, json: { status: 'done' } })).status).toBe(200);
  const made = await request('POST', '/boards/1/tasks', { headers, json: { title: 'Order chairs' } });
  expect(made.status).toBe(201);
  expect((await request('DELETE', `/tasks/${made.json.id}`, { headers })).status, 'A task of their own').toBe(204);
  expect((await request('DELETE', '/tasks/1', { headers })).status, 'A task of Ada’s').toBe(403);
  expect((await request('GET', '/tasks/1', { headers })).status).toBe(200);
});

test('an owner removes every task of the board', async ({ request }) => {
  const headers = await signIn(request, 'ada');
  expect((await request('DELETE', '/tasks/2', { headers })).status, 'A task of Ben’s').toBe(204);
});

test('for somebody who is no member there is nothing', async ({ request }) => {
  const headers = await signIn(request, 'dan');
  const missing = await request('GET', '/tasks/77', { headers });
  for (const [method, path, json] of [
    ['GET', '/tasks/1', undefined],
    ['PATCH', '/tasks/1', { status: 'done' }],
    ['DELETE', '/tasks/1', undefined],
    ['POST', '/boards/1/tasks', { title: 'x' }],
    ['GET', '/boards/1/members', undefined],
    ['PUT', '/boards/1/members/4', { role: 'owner' }],
    ['DELETE', '/boards/1/members/4', undefined],
  ] as const) {
    const answer = await request(method, path, { headers, ...(json && { json }) });
    expect(answer.status, `${method} ${path} by somebody else`).toBe(404);
    expect(answer.json, `${method} ${path}, compared with a task that does not exist`).toEqual(missing.json);
  }
});

test('shows who is on the board', async ({ request }) => {
  const headers = await signIn(request, 'cleo');
  const answer = await request('GET', '/boards/1/members', { headers });
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual([
    { person: 1, name: 'Ada', role: 'owner' },
    { person: 2, name: 'Ben', role: 'editor' },
    { person: 3, name: 'Cleo', role: 'viewer' },
  ]);
});

test('an owner adds somebody, changes their role and removes them', async ({ request }) => {
  const [ada, dan] = [await signIn(request, 'ada'), await signIn(request, 'dan')];
  const added = await request('PUT', '/boards/1/members/4', { headers: ada, json: { role: 'viewer' } });
  expect([added.status, added.json]).toEqual([200, { person: 4, role: 'viewer' }]);
  expect((await request('PATCH', '/tasks/1', { headers: dan, json: { status: 'done' } })).status).toBe(403);
  await request('PUT', '/boards/1/members/4', { headers: ada, json: { role: 'editor' } });
  expect((await request('PATCH', '/tasks/1', { headers: dan, json: { status: 'done' } })).status).toBe(200);
  expect((await request('DELETE', '/boards/1/members/4', { headers: ada })).status).toBe(204);
  expect((await request('GET', '/tasks/1', { headers: dan })).status, 'After Dan was removed').toBe(404);
});

test('a board keeps its last owner', async ({ request, db }) => {
  const headers = await signIn(request, 'ada');
  for (const answer of [
    await request('DELETE', '/boards/1/members/1', { headers }),
    await request('PUT', '/boards/1/members/1', { headers, json: { role: 'editor' } }),
  ]) {
    expect(answer.status).toBe(409);
    expect(answer.json).toMatchObject(problem('last-owner', 409));
  }
  const { rows } = await db.query("select person_id from members where board_id = 1 and role = 'owner'");
  expect(rows, 'Owners of the board').toEqual([{ person_id: 1 }]);
});
