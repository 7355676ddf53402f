type Row = Record<string, any>;
const rowsOf = async (query: (text: string) => Promise<{ rows: Row[] }>) =>
  (await query('select * from addresses order by customer_id')).rows;
const size = (base64: string) => Math.floor((base64.replace(/=+$/, '').length * 3) / 4);

test('stores an address and gives it back', async ({ request }) => {
  const address = '12 Harbour Street, Århus ☂';
  expect((await request('PUT', '/customers/7/address', { json: { address } })).status, 'PUT').toBe(204);
  const { status, json } = await request('GET', '/customers/7/address');
  expect(status, 'GET').toBe(200);
  expect(json).toEqual({ address });
  expect((await request('GET', '/customers/8/address')).status, 'a customer without an address').toBe(404);
});

test('replaces an address', async ({ request, db }) => {
  await request('PUT', '/customers/7/address', { json: { address: '1 Old Mill' } });
  await request('PUT', '/customers/7/address', { json: { address: '2 New Mill' } });
  expect((await request('GET', '/customers/7/address')).json).toEqual({ address: '2 New Mill' });
  expect(await rowsOf(db.query), 'rows').toHaveLength(1);
});

test('stores nonce, ciphertext and tag, and nothing readable', async ({ request, db }) => {
  const address = '12 Harbour Street';
  await request('PUT', '/customers/7/address', { json: { address } });
  const [row] = await rowsOf(db.query);
  expect(row!.key_version).toBe(1);
  expect(size(row!.wrapped_key), 'bytes of wrapped_key: 12 + 32 + 16').toBe(60);
  expect(size(row!.ciphertext), `bytes of ciphertext: 12 + ${address.length} + 16`).toBe(28 + address.length);
});

test('uses a fresh key and fresh nonces each time', async ({ request, db }) => {
  for (const id of [1, 2, 3]) await request('PUT', `/customers/${id}/address`, { json: { address: 'the same' } });
  const rows = await rowsOf(db.query);
  const beginnings = rows.flatMap(({ wrapped_key, ciphertext }) => [wrapped_key.slice(0, 16), ciphertext.slice(0, 16)]);
  expect(new Set(beginnings).size, 'different nonces among six').toBe(6);
});

test('rotates: wraps keys anew and leaves the data', async ({ request, db }) => {
  for (const id of [1, 2, 3]) await request('PUT', `/customers/${id}/address`, { json: { address: `${id} Mill` } });
  const before = await rowsOf(db.query);
  const { status, json } = await request('POST', '/rotate', { json: { version: 2 } });
  expect(status).toBe(200);
  expect(json).toEqual({ rewrapped: 3 });
  const after = await rowsOf(db.query);
  expect(
    after.map(({ key_version }) => key_version),
    'the versions',
  ).toEqual([2, 2, 2]);
  expect(
    after.map(({ ciphertext }) => ciphertext),
    'the ciphertexts',
  ).toEqual(before.map(({ ciphertext }) => ciphertext));
  for (const [at, row] of after.entries()) expect(row.wrapped_key, 'wrapped_key').not.toBe(before[at]!.wrapped_key);
  for (const id of [1, 2, 3]) {
    expect((await request('GET', `/customers/${id}/address`)).json, `customer ${id}`).toEqual({
      address: `${id} Mill`,
    });
  }
  await request('PUT', '/customers/4/address', { json: { address: '4 Mill' } });
  expect((await rowsOf(db.query))[3]!.key_version, 'the version of an address that is stored now').toBe(2);
});

test('refuses to rotate to a key that is not there', async ({ request, db }) => {
  await request('PUT', '/customers/1/address', { json: { address: '1 Mill' } });
  expect((await request('POST', '/rotate', { json: { version: 9 } })).status).toBe(400);
  expect((await rowsOf(db.query))[0]!.key_version, 'the version of the row').toBe(1);
  expect((await request('GET', '/customers/1/address')).json).toEqual({ address: '1 Mill' });
});
