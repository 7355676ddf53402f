const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const manager =
  'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6IjIwMjYtMDEifQ.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJodHRwczovL3JlcG9ydHMuYm9va3Nob3AudGVzdCIsImV4cCI6NDEwMjQ0NDgwMCwic3ViIjoibWFyZW4iLCJyb2xlIjoibWFuYWdlciJ9.CgnADbD8KoivuSKUuyjVi_5T1PT9d1miZ43LjLfFHQgei6qoRl3KkiNNpnXC8V010yblaVkZuucvRC83_BJZchDvwjYD9iUGqiuVt87HAARrsFlDJJ_aZqQRWgy8xYcPbOZP5hQl6RIAzBkkKIGgTOU237-3BOIttA22b9rWYmr38jJtp_e1_86G8K__sN-Be6s1MEyxRf_zOH-Ya1juKc6pHTpgrAsJFeDs0qVovBtrKsxQog1OeRjcdAmxVJmXO_ISKjZ3lNMXeOabE7pJh5rjw_-RxKr8sZE7_m56pH7K9WKErXOpDEpl71q_n3Ov-9Pa50bFcBj1dHhHpwhMsw';

test('serves managers', async ({ request }) => {
  const sales = await request('GET', '/reports/sales', bearer(manager));
  expect(sales.status, 'the status of GET /reports/sales').toBe(200);
  expect(sales.body).toBe('January: 412 books');
  expect((await request('GET', '/reports/none', bearer(manager))).status, 'a report that is not there').toBe(404);
  expect((await request('GET', '/me', bearer(manager))).json).toEqual({ sub: 'maren', role: 'manager' });
});

test('refuses readers with 403', async ({ request, planted }) => {
  expect((await request('GET', '/me', bearer(planted.token))).json).toEqual({ sub: 'noor', role: 'reader' });
  expect((await request('GET', '/reports/sales', bearer(planted.token))).status).toBe(403);
});

test('refuses what is no token with 401', async ({ request }) => {
  expect((await request('GET', '/me')).status, 'without a token').toBe(401);
  for (const token of ['', 'x', 'a.b.c', '..', manager.slice(0, -8), manager.replace('.', '')]) {
    expect((await request('GET', '/me', bearer(token))).status, `with the token ${token}`).toBe(401);
  }
});

test('publishes its key', async ({ request }) => {
  const { status, body } = await request('GET', '/keys/2026-01');
  expect(status).toBe(200);
  expect(JSON.parse(body), 'the public key').toMatchObject({ kty: 'RSA', kid: '2026-01' });
});
