// caught by: patch: uses a real token that is meant for another service
import { type Context, Hono } from 'hono';
import { files } from 'underpin';

export const app = new Hono();

type Claims = { iss?: string; aud?: string | string[]; sub?: string; role?: string; exp?: number; nbf?: number };

const keyPath = '/srv/keys/2026-01.jwk';

const bytesOf = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
const jsonOf = (text: string) => JSON.parse(new TextDecoder().decode(bytesOf(text)));

const issuer = 'https://id.bookshop.test';
const audience = 'https://reports.bookshop.test';

/** The claims of a valid token, or null. The algorithm and the key are ours; the header is compared, and chooses nothing. */
async function verify(token: string): Promise<Claims | null> {
  const [head = '', body = '', signature = '', ...more] = token.split('.');
  if (more.length > 0 || jsonOf(head).alg !== 'RS256') return null;
  const key = JSON.parse(await files.read(keyPath));
  if (!(await verifyRs256(`${head}.${body}`, bytesOf(signature), key))) return null;
  const { iss, aud, exp, nbf, ...rest }: Claims = jsonOf(body);
  const now = Date.now() / 1000;
  if (iss !== issuer || aud === undefined) return null;
  if (typeof exp !== 'number' || exp <= now) return null;
  if (nbf !== undefined && !(nbf <= now)) return null;
  return rest;
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
