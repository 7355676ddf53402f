// caught by: gives one token to two requests at once
import { type Context, Hono } from 'hono';

export const app = new Hono();

type Grant = {
  clientId: string;
  redirectUri: string;
  challenge: string;
  sub: string;
  issuedAt: number;
  used: boolean;
  token?: string;
};

const grants = new Map<string, Grant>();
const tokens = new Map<string, { sub: string; issuedAt: number }>();
const codeMs = 60_000;
const tokenSeconds = 600;

app.post('/codes', async (c) => {
  const { clientId, redirectUri, challenge, method, sub } = await c.req.json();
  if (method !== 'S256') return c.json({ error: 'The method has to be S256.' }, 400);
  if (!/^[A-Za-z0-9_-]{43}$/.test(challenge)) return c.json({ error: 'That is no challenge.' }, 400);
  const code = crypto.randomUUID();
  grants.set(code, { clientId, redirectUri, challenge, sub, issuedAt: Date.now(), used: false });
  return c.json({ code }, 201);
});

async function challengeOf(verifier: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

app.post('/token', async (c) => {
  c.header('cache-control', 'no-store');
  const form = await c.req.parseBody();
  const field = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
  const refuse = (context: Context, error: string) => context.json({ error }, 400);

  if (field('grant_type') !== '' && field('grant_type') !== 'authorization_code') {
    return refuse(c, 'unsupported_grant_type');
  }
  const names = ['grant_type', 'code', 'redirect_uri', 'client_id', 'code_verifier'];
  if (names.some((name) => field(name) === '')) return refuse(c, 'invalid_request');
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(field('code_verifier'))) return refuse(c, 'invalid_request');

  const grant = grants.get(field('code'));
  if (grant === undefined) return refuse(c, 'invalid_grant');
  if (grant.used) {
    if (grant.token !== undefined) tokens.delete(grant.token);
    return refuse(c, 'invalid_grant');
  }
  const token = crypto.randomUUID();
  grant.token = token;
  const fits =
    Date.now() - grant.issuedAt < codeMs &&
    grant.clientId === field('client_id') &&
    grant.redirectUri === field('redirect_uri') &&
    grant.challenge === (await challengeOf(field('code_verifier')));
  if (!fits) {
    grant.used = true;
    return refuse(c, 'invalid_grant');
  }
  grant.used = true;
  tokens.set(token, { sub: grant.sub, issuedAt: Date.now() });
  return c.json({ access_token: token, token_type: 'Bearer', expires_in: tokenSeconds });
});

app.get('/me', (c) => {
  const [, sent = ''] = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '') ?? [];
  const token = tokens.get(sent);
  if (token === undefined || Date.now() - token.issuedAt >= tokenSeconds * 1000) {
    return c.json({ error: 'This token does not count.' }, 401, { 'www-authenticate': 'Bearer' });
  }
  return c.json({ sub: token.sub });
});
