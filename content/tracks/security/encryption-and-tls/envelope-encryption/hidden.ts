type Row = Record<string, any>;
const rowsOf = async (query: (text: string) => Promise<{ rows: Row[] }>) =>
  (await query('select * from addresses order by customer_id')).rows;
const masters: Record<number, string> = {
  1: 'TTEgb2YgdGhlIGJvb2tzaG9wLCB1c2VkIHRpbGwgMjY=',
  2: 'TTIgb2YgdGhlIGJvb2tzaG9wLCB1c2VkIHNpbmNlMjY=',
  3: 'TTMgb2YgdGhlIGJvb2tzaG9wLCBub3QgaW4gdXNlIDI=',
};

/** Opens both layers as the task says; a text that begins with "Error" where that fails. */
async function unwrap(_exports: unknown, master: string, row: Row): Promise<string> {
  const bytes = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const additionalData = new TextEncoder().encode(`customer:${row.customer_id}`);
  const open = async (raw: Uint8Array<ArrayBuffer>, text: string) => {
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
    const all = bytes(text);
    const algorithm = { name: 'AES-GCM', iv: all.slice(0, 12), additionalData };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, all.slice(12)));
  };
  try {
    return new TextDecoder().decode(await open(await open(bytes(master), row.wrapped_key), row.ciphertext));
  } catch (error) {
    return `Error: ${String(error)}`;
  }
}

test('seals both layers with AES-256-GCM, bound to the customer', async ({ request, db, evaluate }) => {
  await request('PUT', '/customers/12/address', { json: { address: '12 Harbour Street' } });
  const [row] = await rowsOf(db.query);
  expect(await evaluate(unwrap, masters[1]!, row!), 'the row, opened by hand').toBe('12 Harbour Street');
  await request('POST', '/rotate', { json: { version: 3 } });
  const [rotated] = await rowsOf(db.query);
  expect(await evaluate(unwrap, masters[3]!, rotated!), 'the row after a rotation to 3').toBe('12 Harbour Street');
});

test('answers 500 for a row that was copied from another customer', async ({ request, db }) => {
  await request('PUT', '/customers/1/address', { json: { address: 'secret of Amira' } });
  await request('PUT', '/customers/2/address', { json: { address: 'mine' } });
  await db.query(
    `update addresses set wrapped_key = a.wrapped_key, ciphertext = a.ciphertext
     from addresses a where a.customer_id = 1 and addresses.customer_id = 2`,
  );
  const { status, body } = await request('GET', '/customers/2/address');
  expect(status, 'GET /customers/2/address').toBe(500);
  expect(body, 'the body').not.toContain('Amira');
});

test('answers 500 for a row that was changed', async ({ request, db }) => {
  for (const column of ['wrapped_key', 'ciphertext']) {
    await request('PUT', '/customers/1/address', { json: { address: '1 Mill' } });
    const [row] = await rowsOf(db.query);
    const text = String(row![column]);
    const changed = `${text.slice(0, 20)}${text[20] === 'A' ? 'B' : 'A'}${text.slice(21)}`;
    await db.query(`update addresses set ${column} = $1`, [changed]);
    expect((await request('GET', '/customers/1/address')).status, `after a change of ${column}`).toBe(500);
  }
});

test('reads rows of every version that there is a key for', async ({ request, db }) => {
  await request('PUT', '/customers/1/address', { json: { address: '1 Mill' } });
  const [old] = await rowsOf(db.query);
  await request('POST', '/rotate', { json: { version: 2 } });
  // A replica that was behind, or a backup that was read back.
  await db.query('update addresses set key_version = $1, wrapped_key = $2', [old!.key_version, old!.wrapped_key]);
  expect((await request('GET', '/customers/1/address')).json, 'a row of version 1').toEqual({ address: '1 Mill' });
  expect((await request('POST', '/rotate', { json: { version: 3 } })).json, 'rotating from 1 to 3').toEqual({
    rewrapped: 1,
  });
  expect((await request('GET', '/customers/1/address')).json, 'the row of version 3').toEqual({ address: '1 Mill' });
});

test('leaves rows alone that are current already', async ({ request, db }) => {
  await request('PUT', '/customers/1/address', { json: { address: '1 Mill' } });
  await request('POST', '/rotate', { json: { version: 2 } });
  await request('PUT', '/customers/2/address', { json: { address: '2 Mill' } });
  const before = await rowsOf(db.query);
  expect((await request('POST', '/rotate', { json: { version: 2 } })).json).toEqual({ rewrapped: 0 });
  expect(await rowsOf(db.query), 'the rows').toEqual(before);
});

test('keeps random addresses through random rotations', async ({ request, db, random, evaluate }) => {
  const kept = new Map<number, string>();
  let version = 1;
  for (let turn = 0; turn < 8; turn++) {
    if (random.bool()) {
      version = random.pick([1, 2, 3]);
      await request('POST', '/rotate', { json: { version } });
    }
    const id = random.int(1, 5);
    const address = random.string(random.int(0, 60));
    kept.set(id, address);
    await request('PUT', `/customers/${id}/address`, { json: { address } });
  }
  for (const [id, address] of kept) {
    expect((await request('GET', `/customers/${id}/address`)).json, `customer ${id}`).toEqual({ address });
  }
  for (const row of await rowsOf(db.query)) {
    expect(row.key_version, `the version of customer ${row.customer_id}`).toBe(version);
    expect(await evaluate(unwrap, masters[version]!, row), `the row of customer ${row.customer_id}`).toBe(
      kept.get(row.customer_id),
    );
  }
});
