test('counts the permission as well as the role, in any case of letters', async ({ request, db }) => {
  const add = `insert into accounts (token, name, email, role, permissions) values ($1, 'Sana', 'sana@bookshop.test', $2, $3)`;
  await db.query(add, ['first-manager', 'Manager', []]);
  await db.query(add, ['second-manager', 'customer', ['stock', 'reports']]);
  for (const token of ['first-manager', 'second-manager']) {
    const headers = { authorization: `Bearer ${token}` };
    expect((await request('GET', '/admin/reports/sales', { headers })).status, `the ${token}`).toBe(200);
  }
});

test('answers 403 to everybody else, whatever the method', async ({ request, db, planted }) => {
  await db.query(`update accounts set token = 'token-of-ben' where id = 2`);
  const headers = { authorization: 'Bearer token-of-ben' };
  expect((await request('GET', '/admin/reports/sales', { headers })).status, 'GET /admin/reports/sales').toBe(403);
  expect((await request('GET', '/reports/sales', { headers })).status, 'GET /reports/sales').toBe(403);
  expect((await request('POST', '/admin/reports/sales/export', { headers })).status, 'POST …/export').toBe(403);
  const rights = await request('PATCH', '/admin/accounts/1', { headers, json: { role: 'customer' } });
  expect(rights.status, 'PATCH /admin/accounts/1').toBe(403);
  const { rows } = await db.query(`select content from reports where name = 'payroll'`);
  expect(rows, 'the payroll in its table').toEqual([{ content: planted.secret }]);
  expect((await db.query('select role from accounts where id = 1')).rows, 'the role of account 1').toEqual([
    { role: 'manager' },
  ]);
});

test('keeps random changes, and never a right', async ({ request, db, random }) => {
  await db.query(`update accounts set token = 'token-of-ben' where id = 2`);
  const headers = { authorization: 'Bearer token-of-ben' };
  const expected: Record<string, unknown> = { name: 'Ben', email: 'ben@example.com', newsletter: false };
  for (let turn = 0; turn < 8; turn++) {
    const change: Record<string, unknown> = {};
    if (random.bool()) change.name = random.string(6);
    if (random.bool()) change.email = `${random.string(5)}@example.com`;
    if (random.bool()) change.newsletter = random.bool();
    Object.assign(expected, change);
    expect((await request('PATCH', '/me', { headers, json: change })).status, JSON.stringify(change)).toBe(200);
    const right = random.pick([{ role: 'manager' }, { permissions: ['reports'] }, { role: random.string(5) }]);
    await request('PATCH', '/me', { headers, json: right });
  }
  const { json } = await request('GET', '/me', { headers });
  expect(json, 'the account after eight changes').toEqual({ id: 2, role: 'customer', permissions: [], ...expected });
});
