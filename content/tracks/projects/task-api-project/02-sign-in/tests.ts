const ada = { email: 'ada@shop.example', password: 'lighthouse-77' };
const problem = (name: string, status: number) => ({ type: `https://tasks.example/problems/${name}`, status });

/** The fields of a request from whoever has these credentials. */
async function signIn(request: Fixtures['request'], credentials = ada) {
  const answer = await request('POST', '/sessions', { json: credentials });
  expect(answer.status, `Signing in as ${credentials.email}`).toBe(201);
  expect(answer.json.token, 'The token').toEqual(expect.any(String));
  return { authorization: `Bearer ${answer.json.token}` };
}

test('who signs in can do everything that the first step had', async ({ request, db }) => {
  const headers = await signIn(request);
  const made = await request('POST', '/boards/1/tasks', {
    headers,
    json: { title: 'Order chairs', due: '2027-03-05' },
  });
  expect(made.status).toBe(201);
  const { id } = made.json;
  expect(made.json).toEqual({ id, board: 1, title: 'Order chairs', status: 'open', due: '2027-03-05' });
  expect((await request('PATCH', `/tasks/${id}`, { headers, json: { due: null } })).json).toMatchObject({ due: null });
  expect((await request('GET', `/tasks/${id}`, { headers })).status).toBe(200);
  const { rows } = await db.query('select created_by from tasks where id = $1', [id]);
  expect(rows, 'Who made the task').toEqual([{ created_by: 1 }]);
  expect((await request('DELETE', `/tasks/${id}`, { headers })).status).toBe(204);
});

test('says until when a session lasts', async ({ request, clock }) => {
  const before = await clock.now();
  const { json } = await request('POST', '/sessions', { json: ada });
  const lastsMs = Date.parse(json.expiresAt) - before;
  expect(lastsMs, 'From signing in to expiresAt').toBeGreaterThanOrEqual(12 * 3_600_000);
  expect(lastsMs).toBeLessThanOrEqual(12 * 3_600_000 + ((await clock.now()) - before));
});

test('does nothing for somebody without a token', async ({ request, db }) => {
  for (const [method, path] of [
    ['GET', '/tasks/1'],
    ['PATCH', '/tasks/1'],
    ['DELETE', '/tasks/1'],
    ['POST', '/boards/1/tasks'],
    ['DELETE', '/session'],
  ] as const) {
    const answer = await request(
      method,
      path,
      method === 'PATCH' || method === 'POST' ? { json: { title: 'Mine' } } : {},
    );
    expect(answer.status, `${method} ${path}`).toBe(401);
    expect(answer.json, `${method} ${path}`).toMatchObject(problem('unauthenticated', 401));
    expect(answer.headers['www-authenticate'], `WWW-Authenticate of ${method} ${path}`).toMatch(/^bearer\b/i);
  }
  const { rows } = await db.query(
    "select count(*)::int as tasks, count(*) filter (where title = 'Mine')::int as mine from tasks",
  );
  expect(rows, 'Tasks after it').toEqual([{ tasks: 4, mine: 0 }]);
});

test('keeps the hash of a token, and not the token', async ({ request, db, evaluate }) => {
  const { json } = await request('POST', '/sessions', { json: ada });
  const hash = await evaluate(async (_exports, token: string) => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }, String(json.token));
  const { rows } = await db.query('select token_hash, person_id from sessions');
  expect(rows, 'The table sessions').toEqual([{ token_hash: hash, person_id: 1 }]);
});

test('tells nobody which of the two was wrong', async ({ request }) => {
  const password = await request('POST', '/sessions', { json: { ...ada, password: 'lighthouse-78' } });
  const address = await request('POST', '/sessions', { json: { ...ada, email: 'eve@shop.example' } });
  expect(password.status).toBe(401);
  expect(password.json).toMatchObject(problem('invalid-credentials', 401));
  expect(address.status).toBe(401);
  expect(address.body, 'The answer to an unknown address').toBe(password.body);
});

test('a session that was signed out is over, and the other ones are not', async ({ request }) => {
  const phone = await signIn(request);
  const desk = await signIn(request);
  expect((await request('DELETE', '/session', { headers: phone })).status).toBe(204);
  expect((await request('GET', '/tasks/1', { headers: phone })).status, 'With the token that was signed out').toBe(401);
  expect((await request('GET', '/tasks/1', { headers: desk })).status, 'With the other token').toBe(200);
});
