// caught by: is over after 30 minutes without a request
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

export const app = new Hono();

// Stands for the table of customers; a real one holds slow hashes.
const passwords = new Map([
  ['amira@example.com', 'correct horse battery'],
  ['ben@example.com', 'seven pale herons'],
]);
const passwordIs = (email: string, password: string) => passwords.get(email) === password;
const setPassword = (email: string, password: string) => passwords.set(email, password);

type Session = { email: string; beganAt: number; seenAt: number };

const sessions = new Map<string, Session>();
const cookieName = '__Host-session';
const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;
const idleMs = 30 * 60_000;
const absoluteMs = 12 * 60 * 60_000;

function begin(c: Context, email: string): void {
  const id = crypto.randomUUID();
  const now = Date.now();
  sessions.set(id, { email, beganAt: now, seenAt: now });
  setCookie(c, cookieName, id, attributes);
}

/** The living session of this request, which counts as used by it. */
function find(c: Context): { id: string; email: string } | undefined {
  const id = getCookie(c, cookieName) ?? '';
  const session = sessions.get(id);
  if (session === undefined) return undefined;
  const now = Date.now();
  if (now - session.beganAt >= absoluteMs) {
    sessions.delete(id);
    return undefined;
  }
  session.seenAt = now;
  return { id, email: session.email };
}

function endAll(email: string): void {
  for (const [id, session] of sessions) if (session.email === email) sessions.delete(id);
}

const forgetCookie = (c: Context) => setCookie(c, cookieName, '', { ...attributes, maxAge: 0 });
const signInFirst = { error: 'Sign in first.' };

app.post('/sign-in', async (c) => {
  const old = find(c);
  const { email, password } = await c.req.json();
  if (!passwordIs(email, password)) return c.json({ error: 'Address or password is wrong.' }, 401);
  if (old !== undefined) sessions.delete(old.id);
  begin(c, email);
  return c.json({ email });
});

app.get('/me', (c) => {
  const session = find(c);
  return session === undefined ? c.json(signInFirst, 401) : c.json({ email: session.email });
});

app.post('/sign-out', (c) => {
  const session = find(c);
  if (session !== undefined) sessions.delete(session.id);
  forgetCookie(c);
  return c.body(null, 204);
});

app.post('/sign-out-everywhere', (c) => {
  const session = find(c);
  if (session === undefined) return c.json(signInFirst, 401);
  endAll(session.email);
  forgetCookie(c);
  return c.body(null, 204);
});

app.post('/password', async (c) => {
  const session = find(c);
  if (session === undefined) return c.json(signInFirst, 401);
  const { current, next } = await c.req.json();
  if (!passwordIs(session.email, current)) return c.json({ error: 'That is not your password.' }, 403);
  setPassword(session.email, next);
  endAll(session.email);
  begin(c, session.email);
  return c.body(null, 204);
});
