const ada = { authorization: 'Bearer ada-7Qx' };
const ben = { authorization: 'Bearer ben-2Kd' };
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

test('gives every answer an id', async ({ request }) => {
  const answers = [
    await request('GET', '/health'),
    await request('GET', '/me', { headers: ada }),
    await request('GET', '/me'),
    await request('GET', '/reports/sales', { headers: ben }),
    await request('GET', '/nowhere', { headers: ada }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 401, 403, 404]);
  for (const { status, headers } of answers) {
    expect(headers['x-request-id'], `X-Request-Id of the answer ${status}`).toMatch(uuid);
  }
  expect(new Set(answers.map(({ headers }) => headers['x-request-id'])).size, 'Different ids of five requests').toBe(5);
});

test('keeps an id that the request brings', async ({ request }) => {
  const headers = { ...ada, 'x-request-id': '4bf92f3577b34da6-a3ce929d' };
  const answer = await request('GET', '/me', { headers });
  expect(answer.headers['x-request-id']).toBe('4bf92f3577b34da6-a3ce929d');
  expect(answer.json).toEqual({ user: 'ada', requestId: '4bf92f3577b34da6-a3ce929d' });
});

test('asks for a badge everywhere, also where nothing is', async ({ request }) => {
  for (const path of ['/me', '/reports/sales', '/health/connections', '/nowhere', '/']) {
    const answer = await request('GET', path);
    expect(answer.status, `GET ${path} without a badge`).toBe(401);
    expect(answer.headers['www-authenticate'], `WWW-Authenticate of GET ${path}`).toBe('Bearer');
  }
});

test('tells a token that is not valid from none', async ({ request }) => {
  const answer = await request('GET', '/me', { headers: { authorization: 'Bearer eve-0Zz' } });
  expect(answer.status).toBe(401);
  expect(answer.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
});

test('tells a manager from a clerk', async ({ request }) => {
  expect((await request('GET', '/reports/sales', { headers: ada })).json).toEqual({ sold: 412, rebuilds: 0 });
  expect((await request('GET', '/reports/sales', { headers: ben })).status).toBe(403);
  expect((await request('GET', '/me', { headers: ben })).json).toMatchObject({ user: 'ben' });
});
