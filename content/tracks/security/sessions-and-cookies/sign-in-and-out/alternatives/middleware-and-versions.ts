import { type Context, Hono } from 'hono';

type Session = { email: string; version: number; endsAt: number; idleEndsAt: number };
const app = new Hono<{ Variables: { id: string; session: Session | null } }>();

const passwords = new Map([
  ['amira@example.com', 'correct horse battery'],
  ['ben@example.com', 'seven pale herons'],
]);
// A session counts as long as its version is the account's: raising it ends all at once.
const versions = new Map<string, number>();
const sessions: Record<string, Session> = Object.create(null);
const version = (email: string) => versions.get(email) ?? 0;

const cookie = (value: string, more = '') => `__Host-session=${value}; Path=/; HttpOnly; Secure; SameSite=Lax${more}`;

app.use(async (c, next) => {
  const found = /(?:^|;\s*)__Host-session=([^;]*)/.exec(c.req.header('cookie') ?? '');
  const id = found?.[1] ?? '';
  let session: Session | null = sessions[id] ?? null;
  const now = Date.now();
  if (session && (now >= session.endsAt || now >= session.idleEndsAt || session.version !== version(session.email))) {
    delete sessions[id];
    session = null;
  }
  if (session) session.idleEndsAt = now + 1_800_000;
  c.set('id', id);
  c.set('session', session);
  await next();
});

const fresh = (c: Context, email: string) => {
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  const id = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const now = Date.now();
  sessions[id] = { email, version: version(email), endsAt: now + 43_200_000, idleEndsAt: now + 1_800_000 };
  c.header('Set-Cookie', cookie(id));
};

app.post('/sign-in', async (c) => {
  const { email, password } = await c.req.json();
  const known = passwords.get(email);
  if (known === undefined || known !== password) return c.text('no', 401);
  delete sessions[c.get('id')];
  fresh(c, email);
  return c.json({ email });
});

app.get('/me', (c) => {
  const session = c.get('session');
  return session ? c.json({ email: session.email }) : c.text('no', 401);
});

app.post('/sign-out', (c) => {
  delete sessions[c.get('id')];
  c.header('Set-Cookie', cookie('', '; Max-Age=0'));
  return c.body(null, 204);
});

app.post('/sign-out-everywhere', (c) => {
  const session = c.get('session');
  if (!session) return c.text('no', 401);
  versions.set(session.email, version(session.email) + 1);
  c.header('Set-Cookie', cookie('', '; Max-Age=0'));
  return c.body(null, 204);
});

app.post('/password', async (c) => {
  const session = c.get('session');
  if (!session) return c.text('no', 401);
  const { current, next } = await c.req.json();
  if (passwords.get(session.email) !== current) return c.text('no', 403);
  passwords.set(session.email, next);
  versions.set(session.email, version(session.email) + 1);
  fresh(c, session.email);
  return c.body(null, 204);
});

export default app;
