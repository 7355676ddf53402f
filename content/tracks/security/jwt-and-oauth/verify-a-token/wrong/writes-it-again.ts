// caught by: accepts the example of RFC 7515, whose JSON has line breaks
import { Hono } from 'hono';

export const app = new Hono();

type Question = { token: string; key: string; now: number; issuer?: string; audience?: string };
type Json = Record<string, unknown>;
type Answer = { valid: true; claims: Json } | { valid: false; reason: string };

const no = (reason: string): Answer => ({ valid: false, reason });

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new SyntaxError('no base64url');
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}

function objectOf(text: string): Json {
  const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(text)));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('no object');
  return value as Json;
}

function parse(token: string) {
  const [head, body, end, ...more] = token.split('.');
  if (head === undefined || body === undefined || end === undefined || more.length > 0) return null;
  try {
    return {
      header: objectOf(head),
      claims: objectOf(body),
      signature: bytesOf(end),
      input: [objectOf(head), objectOf(body)].map((one) => btoa(JSON.stringify(one)).replaceAll('=', '')).join('.'),
    };
  } catch {
    return null;
  }
}

async function isSigned(input: string, signature: Uint8Array<ArrayBuffer>, secret: string): Promise<boolean> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytesOf(secret), algorithm, false, ['verify']);
  return crypto.subtle.verify('HMAC', key, signature, new TextEncoder().encode(input));
}

async function verify({ token, key, now, issuer, audience }: Question): Promise<Answer> {
  const parsed = parse(String(token));
  if (parsed === null) return no('malformed');
  const { header, claims, signature, input } = parsed;
  if (header.alg !== 'HS256' || 'crit' in header) return no('unsupported');
  if (!(await isSigned(input, signature, key))) return no('signature');
  // Only from here on do the claims say anything.
  const { iss, aud, exp, nbf } = claims;
  if (issuer !== undefined && iss !== issuer) return no('issuer');
  if (audience !== undefined && ![aud].flat().includes(audience)) return no('audience');
  if (typeof exp !== 'number' || now >= exp) return no('expired');
  if (nbf !== undefined && (typeof nbf !== 'number' || nbf > now)) return no('not yet');
  return { valid: true, claims };
}

app.post('/verify', async (c) => c.json(await verify(await c.req.json())));
