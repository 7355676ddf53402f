const managerHeaders = { authorization: 'Bearer token-of-a-manager' };
type Query = (text: string, values?: unknown[]) => Promise<unknown>;
const addManager = (query: Query, role = 'manager', permissions: string[] = []) =>
  query(
    `insert into accounts (token, name, email, role, permissions) values ($1, 'Sana', 'sana@bookshop.test', $2, $3)`,
    ['token-of-a-manager', role, permissions],
  );

test('makes an account and shows it', async ({ request }) => {
  const made = await request('POST', '/accounts', {
    json: { name: 'Noor', email: 'noor@example.com', newsletter: true },
  });
  expect(made.status, 'the status of POST /accounts').toBe(201);
  const account = { id: expect.any(Number), name: 'Noor', email: 'noor@example.com', newsletter: true };
  expect(made.json.account).toEqual({ ...account, role: 'customer', permissions: [] });
  const me = await request('GET', '/me', { headers: { authorization: `Bearer ${made.json.token}` } });
  expect(me.json, 'GET /me with the new token').toEqual(made.json.account);
  expect((await request('GET', '/me')).status, 'GET /me without a token').toBe(401);
});

test('changes what is sent and leaves the rest', async ({ request }) => {
  const made = await request('POST', '/accounts', {
    json: { name: 'Noor', email: 'noor@example.com', newsletter: true },
  });
  const headers = { authorization: `Bearer ${made.json.token}` };
  const { status, json } = await request('PATCH', '/me', { headers, json: { name: 'Noor Aziz' } });
  expect(status, 'the status of PATCH /me').toBe(200);
  expect(json).toEqual({ ...made.json.account, name: 'Noor Aziz' });
  await request('PATCH', '/me', { headers, json: { newsletter: false, email: 'aziz@example.com' } });
  expect((await request('GET', '/me', { headers })).json).toEqual({
    ...made.json.account,
    name: 'Noor Aziz',
    newsletter: false,
    email: 'aziz@example.com',
  });
});

test('serves managers at each address', async ({ request, db }) => {
  await addManager(db.query);
  const headers = managerHeaders;
  const sales = { name: 'sales', content: 'January: 412 books' };
  expect((await request('GET', '/admin/reports/sales', { headers })).json, 'GET /admin/reports/sales').toEqual(sales);
  expect((await request('GET', '/reports/sales', { headers })).json, 'GET /reports/sales').toEqual(sales);
  const exported = await request('POST', '/admin/reports/sales/export', { headers });
  expect(exported.body, 'POST /admin/reports/sales/export').toBe(sales.content);
  expect((await request('GET', '/admin/reports/none', { headers })).status, 'a report that is not there').toBe(404);
});

test('lets managers hand out rights', async ({ request, db }) => {
  await addManager(db.query);
  const { json } = await request('POST', '/accounts', { json: { name: 'Noor', email: 'noor@example.com' } });
  const headers = { authorization: `Bearer ${json.token}` };
  const { status } = await request('PATCH', `/admin/accounts/${json.account.id}`, {
    headers: managerHeaders,
    json: { permissions: ['reports'] },
  });
  expect(status, 'the status of PATCH /admin/accounts/:id').toBe(200);
  expect((await request('GET', '/me', { headers })).json.permissions, 'the permissions afterwards').toEqual([
    'reports',
  ]);
  expect((await request('GET', '/admin/reports/sales', { headers })).status, 'their first report').toBe(200);
});
