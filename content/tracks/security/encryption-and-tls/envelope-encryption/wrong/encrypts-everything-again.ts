// caught by: rotates: wraps keys anew and leaves the data
import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

// Stands for a key service. 32 bytes each, in base64.
const masterKeys = new Map([
  [1, 'TTEgb2YgdGhlIGJvb2tzaG9wLCB1c2VkIHRpbGwgMjY='],
  [2, 'TTIgb2YgdGhlIGJvb2tzaG9wLCB1c2VkIHNpbmNlMjY='],
  [3, 'TTMgb2YgdGhlIGJvb2tzaG9wLCBub3QgaW4gdXNlIDI='],
]);
let currentVersion = 1;

type Bytes = Uint8Array<ArrayBuffer>;
type Row = { customer_id: number; key_version: number; wrapped_key: string; ciphertext: string };

const nonceBytes = 12;
const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
const toBase64 = (bytes: Bytes): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

const importKey = (raw: Bytes) => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
const bound = (customerId: number) => new TextEncoder().encode(`customer:${customerId}`);

async function seal(rawKey: Bytes, plain: Bytes, customerId: number): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const algorithm = { name: 'AES-GCM', iv, additionalData: bound(customerId) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, await importKey(rawKey), plain));
  const all = new Uint8Array(iv.length + sealed.length);
  all.set(iv);
  all.set(sealed, iv.length);
  return toBase64(all);
}

/** Throws where key, text or customer do not belong together. */
async function open(rawKey: Bytes, text: string, customerId: number): Promise<Bytes> {
  const all = fromBase64(text);
  const algorithm = { name: 'AES-GCM', iv: all.slice(0, nonceBytes), additionalData: bound(customerId) };
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, await importKey(rawKey), all.slice(nonceBytes)));
}

function masterKey(version: number): Bytes {
  const key = masterKeys.get(version);
  if (key === undefined) throw new Error(`There is no master key of version ${version}.`);
  return fromBase64(key);
}

app.put('/customers/:id{[0-9]{1,9}}/address', async (c) => {
  const id = Number(c.req.param('id'));
  const { address } = await c.req.json();
  const version = currentVersion;
  const dataKey = crypto.getRandomValues(new Uint8Array(32));
  const ciphertext = await seal(dataKey, new TextEncoder().encode(address), id);
  const wrapped = await seal(masterKey(version), dataKey, id);
  await db.query(
    `insert into addresses (customer_id, key_version, wrapped_key, ciphertext) values ($1, $2, $3, $4)
     on conflict (customer_id) do update
       set key_version = excluded.key_version, wrapped_key = excluded.wrapped_key, ciphertext = excluded.ciphertext`,
    [id, version, wrapped, ciphertext],
  );
  return c.body(null, 204);
});

app.get('/customers/:id{[0-9]{1,9}}/address', async (c) => {
  const id = Number(c.req.param('id'));
  const { rows } = await db.query('select * from addresses where customer_id = $1', [id]);
  if (rows.length === 0) return c.json({ error: 'There is no address.' }, 404);
  const row: Row = rows[0];
  try {
    const dataKey = await open(masterKey(row.key_version), row.wrapped_key, id);
    return c.json({ address: new TextDecoder().decode(await open(dataKey, row.ciphertext, id)) });
  } catch {
    return c.json({ error: 'This address cannot be read.' }, 500);
  }
});

app.post('/rotate', async (c) => {
  const { version } = await c.req.json();
  if (!masterKeys.has(version)) return c.json({ error: 'There is no such key.' }, 400);
  currentVersion = version;
  const { rows } = await db.query('select * from addresses where key_version <> $1', [version]);
  let rewrapped = 0;
  for (const { customer_id: id, key_version: old, wrapped_key: wrapped, ciphertext } of rows as Row[]) {
    const dataKey = await open(masterKey(old), wrapped, id);
    const plain = await open(dataKey, ciphertext, id);
    await db.query('update addresses set ciphertext = $2 where customer_id = $1', [id, await seal(dataKey, plain, id)]);
    const { rowCount } = await db.query(
      // A row that has got a new key in the meantime is current already.
      'update addresses set key_version = $2, wrapped_key = $3 where customer_id = $1 and wrapped_key = $4',
      [id, version, await seal(masterKey(version), dataKey, id), wrapped],
    );
    rewrapped += rowCount;
  }
  return c.json({ rewrapped });
});
