import { Hono } from 'hono';
import { db } from 'underpin';

const app = new Hono();
const keyring: Record<string, string> = {
  1: 'TTEgb2YgdGhlIGJvb2tzaG9wLCB1c2VkIHRpbGwgMjY=',
  2: 'TTIgb2YgdGhlIGJvb2tzaG9wLCB1c2VkIHNpbmNlMjY=',
  3: 'TTMgb2YgdGhlIGJvb2tzaG9wLCBub3QgaW4gdXNlIDI=',
};
let current = 1;

const bytes = (text: string) => new Uint8Array([...atob(text)].map((character) => character.charCodeAt(0)));

/** One key, bound to one customer. */
async function box(raw: Uint8Array<ArrayBuffer>, customer: string) {
  const key = await crypto.subtle.importKey('raw', raw, { name: 'AES-GCM' }, false, ['encrypt', 'decrypt']);
  const additionalData = new TextEncoder().encode('customer:' + Number(customer));
  return {
    async lock(plain: Uint8Array<ArrayBuffer>) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const locked = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
      return btoa(String.fromCharCode(...iv, ...new Uint8Array(locked)));
    },
    async unlock(text: string) {
      const all = bytes(text);
      const parameters = { name: 'AES-GCM', iv: all.subarray(0, 12), additionalData };
      return new Uint8Array(await crypto.subtle.decrypt(parameters, key, all.subarray(12)));
    },
  };
}

// What cannot be opened throws, and a throw is a 500 without details.
app.onError((_error, c) => c.text('Something is wrong with this row.', 500));

app.put('/customers/:id/address', async (c) => {
  const id = c.req.param('id');
  const { address } = await c.req.json();
  const dataKey = crypto.getRandomValues(new Uint8Array(32));
  const ciphertext = await (await box(dataKey, id)).lock(new TextEncoder().encode(address));
  const wrapped = await (await box(bytes(keyring[current]!), id)).lock(dataKey);
  await db.transaction(async (tx) => {
    await tx.query('delete from addresses where customer_id = $1', [id]);
    await tx.query('insert into addresses values ($1, $2, $3, $4)', [id, current, wrapped, ciphertext]);
  });
  return c.body(null, 204);
});

app.get('/customers/:id/address', async (c) => {
  const id = c.req.param('id');
  const [row] = (await db.query('select * from addresses where customer_id = $1', [id])).rows;
  if (!row) return c.notFound();
  const dataKey = await (await box(bytes(keyring[row.key_version]!), id)).unlock(row.wrapped_key);
  const address = new TextDecoder().decode(await (await box(dataKey, id)).unlock(row.ciphertext));
  return c.json({ address });
});

app.post('/rotate', async (c) => {
  const { version } = await c.req.json();
  if (!Object.hasOwn(keyring, version)) return c.text('no such key', 400);
  current = version;
  const rewrapped = await db.transaction(async (tx) => {
    const { rows } = await tx.query('select * from addresses where key_version <> $1 for update', [version]);
    for (const row of rows) {
      const dataKey = await (await box(bytes(keyring[row.key_version]!), row.customer_id)).unlock(row.wrapped_key);
      const wrapped = await (await box(bytes(keyring[version]!), row.customer_id)).lock(dataKey);
      await tx.query('update addresses set key_version = $2, wrapped_key = $3 where customer_id = $1', [
        row.customer_id,
        version,
        wrapped,
      ]);
    }
    return rows.length;
  });
  return c.json({ rewrapped });
});

export default app;
