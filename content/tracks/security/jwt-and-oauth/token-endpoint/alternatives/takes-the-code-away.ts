import { Hono } from 'hono';
import { z } from 'zod';

const app = new Hono();
const open = new Map<string, any>();
const spent = new Map<string, string | null>(); // code -> the token that came of it
const live = new Map<string, { sub: string; until: number }>();

const request = z.object({
  grant_type: z.string().min(1),
  code: z.string().min(1),
  redirect_uri: z.string().min(1),
  client_id: z.string().min(1),
  code_verifier: z.string().regex(/^[\w.~-]{43,128}$/),
});

app.post('/codes', async (c) => {
  const body = await c.req.json();
  if (body.method !== 'S256' || typeof body.challenge !== 'string' || !/^[\w-]{43}$/.test(body.challenge)) {
    return c.json({}, 400);
  }
  const code = `${crypto.randomUUID()}${crypto.randomUUID()}`;
  open.set(code, { ...body, until: Date.now() + 60_000 });
  return c.json({ code }, 201);
});

app.use('/token', async (c, next) => {
  await next();
  c.header('Cache-Control', 'no-store');
});

app.post('/token', async (c) => {
  const fields = Object.fromEntries(new URLSearchParams(await c.req.text()));
  if (fields.grant_type && fields.grant_type !== 'authorization_code') {
    return c.json({ error: 'unsupported_grant_type' }, 400);
  }
  const parsed = request.safeParse(fields);
  if (!parsed.success) return c.json({ error: 'invalid_request' }, 400);
  const { code, redirect_uri, client_id, code_verifier } = parsed.data;

  const grant = open.get(code);
  const hash = crypto.subtle.digest('SHA-256', new TextEncoder().encode(code_verifier));
  open.delete(code);
  if (!grant) {
    live.delete(spent.get(code) ?? '');
    return c.json({ error: 'invalid_grant' }, 400);
  }
  const token = crypto.randomUUID();
  spent.set(code, token);
  const text = Array.from(new Uint8Array(await hash), (byte) => String.fromCharCode(byte)).join('');
  const same = btoa(text).replace(/[+/=]/g, (sign) => ({ '+': '-', '/': '_' })[sign] ?? '') === grant.challenge;
  const good = same && Date.now() < grant.until && grant.clientId === client_id && grant.redirectUri === redirect_uri;
  if (!good) return c.json({ error: 'invalid_grant' }, 400);
  live.set(token, { sub: grant.sub, until: Date.now() + 600_000 });
  return c.json({ access_token: token, token_type: 'Bearer', expires_in: 600 });
});

app.get('/me', (c) => {
  const found = live.get((c.req.header('authorization') ?? '').replace('Bearer ', ''));
  return found && Date.now() < found.until ? c.json({ sub: found.sub }) : c.json({}, 401);
});

export default app;
