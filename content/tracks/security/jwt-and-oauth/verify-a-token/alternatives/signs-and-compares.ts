import { Hono } from 'hono';

const app = new Hono();

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Six bits for each character; null for what is no base64url. */
function decode(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 === 1) return null;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) return null;
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) bytes.push((held >> (bits -= 8)) & 255);
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
}

const json = (bytes: Uint8Array | null) => {
  try {
    const value = bytes && JSON.parse(new TextDecoder().decode(bytes));
    return Object.prototype.toString.call(value) === '[object Object]' ? value : null;
  } catch {
    return null;
  }
};

app.post('/verify', async (c) => {
  const asked = await c.req.json();
  const no = (reason: string) => c.json({ valid: false, reason });
  const parts = String(asked.token).split('.');
  const [header, claims] = [json(decode(parts[0] ?? '')), json(decode(parts[1] ?? ''))];
  const signature = decode(parts[2] ?? '!');
  if (parts.length !== 3 || !header || !claims || !signature) return no('malformed');
  if (header.alg !== 'HS256' || Object.hasOwn(header, 'crit')) return no('unsupported');

  const key = await crypto.subtle.importKey('raw', decode(asked.key)!, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const text = new TextEncoder().encode(parts[0] + '.' + parts[1]);
  const expected = new Uint8Array(await crypto.subtle.sign('HMAC', key, text));
  let differs = expected.length ^ signature.length;
  expected.forEach((byte, at) => (differs |= byte ^ (signature[at] ?? 0)));
  if (differs !== 0) return no('signature');

  if (asked.issuer !== undefined && claims.iss !== asked.issuer) return no('issuer');
  const audiences = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
  if (asked.audience !== undefined && !audiences.includes(asked.audience)) return no('audience');
  if (typeof claims.exp !== 'number' || !(asked.now < claims.exp)) return no('expired');
  if (claims.nbf !== undefined && !(typeof claims.nbf === 'number' && claims.nbf <= asked.now)) return no('not yet');
  return c.json({ valid: true, claims });
});

export default app;
