import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { files } from 'underpin';

export const app = new Hono();

type Session = { books: string[] };

// Who is signed in is kept apart from the basket, in a cookie that exists only after a sign-in.
const signedIn = new Map<string, string>();

const sessions = new Map<string, Session>();
const cookieName = 'sid';

/** A session under an id that nobody has seen before. */
function begin(c: Context, session: Session): Session {
  const id = crypto.randomUUID();
  sessions.set(id, session);
  setCookie(c, cookieName, id, { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' });
  return session;
}

/** The session of this request, if its cookie has an id that we have issued; otherwise a new one. */
function sessionOf(c: Context): Session {
  return sessions.get(getCookie(c, cookieName) ?? '') ?? begin(c, { books: [] });
}

async function customer(email: unknown): Promise<{ password: string; giftCard: string } | null> {
  if (typeof email !== 'string' || !/^[a-z]+@example\.com$/.test(email)) return null;
  const path = `/srv/shop/customers/${email}.json`;
  return (await files.exists(path)) ? JSON.parse(await files.read(path)) : null;
}

app.get('/books', (c) => {
  sessionOf(c);
  return c.json(['Slow Queries', 'Locks and Keys', 'Ada’s Notes']);
});

app.post('/basket', async (c) => {
  const session = sessionOf(c);
  session.books.push(String((await c.req.json()).book));
  return c.json({ books: session.books }, 201);
});

app.get('/basket', (c) => c.json({ books: sessionOf(c).books }));

app.post('/sign-in', async (c) => {
  const { email, password } = await c.req.json();
  const found = await customer(email);
  if (found === null || found.password !== password) return c.json({ error: 'Address or password is wrong.' }, 401);
  sessionOf(c);
  signedIn.delete(getCookie(c, 'login') ?? '');
  const login = crypto.randomUUID() + crypto.randomUUID();
  signedIn.set(login, email);
  setCookie(c, 'login', login, { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' });
  return c.json({ email });
});

app.post('/sign-out', (c) => {
  signedIn.delete(getCookie(c, 'login') ?? '');
  setCookie(c, 'login', '', { path: '/', secure: true, httpOnly: true, maxAge: 0 });
  return c.body(null, 204);
});

app.get('/account', async (c) => {
  const email = signedIn.get(getCookie(c, 'login') ?? '');
  const found = await customer(email);
  return found === null ? c.json({ error: 'Sign in first.' }, 401) : c.json({ email, giftCard: found.giftCard });
});

// ---- Below this line is Maren's browser. It is no part of the shop: leave it as it is. ----

const jar = new Map<string, string>();

async function browse(method: string, path: string, json?: unknown): Promise<Response> {
  const headers = new Headers({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') });
  if (json !== undefined) headers.set('content-type', 'application/json');
  const body = json === undefined ? undefined : JSON.stringify(json);
  const response = await app.request(path, { method, headers, body });
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? [];
    if (/;\s*max-age=0\s*(;|$)/i.test(cookie)) jar.delete(name.trim());
    else jar.set(name.trim(), value.trim());
  }
  return response;
}

app.post('/maren', async (c) => {
  const { path, cookie } = await c.req.json();
  const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(cookie ?? '') ?? [];
  if (name !== '' && !name.startsWith('__Host-')) jar.set(name, value);
  await browse('GET', path);
  const password = await files.read('/home/maren/password');
  const { status } = await browse('POST', '/sign-in', { email: 'maren@example.com', password });
  return c.json({ signedIn: status === 200 && (await browse('GET', '/account')).status === 200 });
});
