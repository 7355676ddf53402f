const ada = { authorization: 'Bearer ada-7Qx' };
const ben = { authorization: 'Bearer ben-2Kd' };
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

test('opens the health check and nothing below it', async ({ request }) => {
  expect((await request('GET', '/health')).json).toEqual({ ok: true });
  expect((await request('HEAD', '/health')).status).toBe(200);
  expect((await request('POST', '/health')).status, 'POST /health').toBe(401);
  expect((await request('GET', '/health/connections')).status, 'GET /health/connections').toBe(401);
  expect((await request('GET', '/healthy')).status, 'GET /healthy').toBe(401);
  expect((await request('GET', '/health/connections', { headers: ben })).json).toEqual({ open: 3 });
});

test('runs no handler for a request that it refuses', async ({ request }) => {
  expect((await request('POST', '/reports/rebuild')).status).toBe(401);
  expect((await request('POST', '/reports/rebuild', { headers: ben })).status).toBe(403);
  expect((await request('POST', '/reports/rebuild', { headers: { authorization: 'Bearer x' } })).status).toBe(401);
  expect((await request('GET', '/reports/sales', { headers: ada })).json).toEqual({ sold: 412, rebuilds: 0 });
  expect((await request('POST', '/reports/rebuild', { headers: ada })).status).toBe(202);
});

test('asks for the role on paths below reports that do not exist', async ({ request }) => {
  expect((await request('GET', '/reports/none', { headers: ben })).status).toBe(403);
  expect((await request('GET', '/reports/none', { headers: ada })).status).toBe(404);
});

test('takes the scheme in any case and the token in its own', async ({ request }) => {
  for (const scheme of ['bearer', 'BEARER', 'bEaReR']) {
    const { status } = await request('GET', '/me', { headers: { authorization: `${scheme} ada-7Qx` } });
    expect(status, `Authorization: ${scheme} ada-7Qx`).toBe(200);
  }
  expect((await request('GET', '/me', { headers: { authorization: 'Bearer ADA-7QX' } })).status).toBe(401);
});

test('takes no other scheme', async ({ request }) => {
  const answer = await request('GET', '/me', { headers: { authorization: 'Basic ada-7Qx' } });
  expect(answer.status).toBe(401);
  expect(answer.headers['www-authenticate']).toBe('Bearer');
});

test('takes no token that is a name of the language', async ({ request }) => {
  for (const token of ['constructor', '__proto__', 'toString']) {
    const { status } = await request('GET', '/me', { headers: { authorization: `Bearer ${token}` } });
    expect(status, `Authorization: Bearer ${token}`).toBe(401);
  }
});

test('replaces an id that could forge a log line', async ({ request }) => {
  for (const id of [
    'short-7',
    'a'.repeat(65),
    'GET /me 200 user=ada',
    '<script>alert(1)</script>',
    'müller-12345',
    '${jndi:x}--',
  ]) {
    const answer = await request('GET', '/health', { headers: { 'x-request-id': id } });
    expect(answer.headers['x-request-id'], `The answer to X-Request-Id: ${id}`).toMatch(uuid);
  }
  for (const id of ['a'.repeat(64), '12345678']) {
    const answer = await request('GET', '/health', { headers: { 'x-request-id': id } });
    expect(answer.headers['x-request-id']).toBe(id);
  }
});

test('keeps requests that run side by side apart', async ({ request }) => {
  const ids = ['request-one', 'request-two', 'request-three'];
  const answers = await Promise.all(
    ids.map((id, i) => request('GET', '/me', { headers: { ...(i === 1 ? ben : ada), 'x-request-id': id } })),
  );
  expect(answers.map(({ json }) => json)).toEqual([
    { user: 'ada', requestId: 'request-one' },
    { user: 'ben', requestId: 'request-two' },
    { user: 'ada', requestId: 'request-three' },
  ]);
});

test('agrees with the reference on random requests', async ({ request, reference, random }) => {
  for (let turn = 0; turn < 25; turn++) {
    const method = random.pick(['GET', 'GET', 'POST']);
    const path = random.pick([
      '/health',
      '/health/connections',
      '/me',
      '/reports/sales',
      '/reports/rebuild',
      '/reports',
      '/x',
    ]);
    const authorization = random.pick([
      ada.authorization,
      ben.authorization,
      `Bearer ${random.string(7)}`,
      'Basic eA==',
      undefined,
    ]);
    const headers: Record<string, string> = { 'x-request-id': random.string(12) };
    if (authorization) headers.authorization = authorization;
    const [theirs, ours] = [
      await request(method, path, { headers }),
      await reference.request(method, path, { headers }),
    ];
    const seen = ({ status, headers: fields }: typeof ours) => [
      status,
      fields['www-authenticate'],
      fields['x-request-id'],
    ];
    expect(seen(theirs), `${method} ${path} with ${authorization ?? 'no badge'}`).toEqual(seen(ours));
  }
});
