import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { files } from 'underpin';

export const app = new Hono();

const sessions = new Map<string, string>();
const accountOf = (c: Context) => sessions.get(getCookie(c, 'session') ?? '');
const read = async (name: string) => JSON.parse(await files.read(`/srv/shop/${name}.json`));

async function changeEmail(name: string, email: unknown): Promise<boolean> {
  if (typeof email !== 'string' || !/^[^@\s]+@[^@\s]+$/.test(email)) return false;
  await files.write(`/srv/shop/${name}.json`, JSON.stringify({ ...(await read(name)), email }));
  return true;
}

const shop = 'https://bookshop.test';
const shopsApp = 'https://app.bookshop.test';

/** Whatever is no GET can change something: it has to come from a page of ours, and it has to say so. */
app.use(async (c, next) => {
  const origin = c.req.header('origin');
  if (origin === shopsApp) {
    c.header('access-control-allow-origin', shopsApp);
    c.header('access-control-allow-credentials', 'true');
    c.header('access-control-allow-headers', 'content-type');
    c.header('access-control-allow-methods', 'GET, POST');
  }
  c.header('vary', 'Origin');
  if (c.req.method === 'OPTIONS') return c.body(null, 204);
  if (c.req.path !== '/amira' && c.req.method !== 'GET' && origin !== shop && origin !== shopsApp) {
    return c.text('This request does not come from a page of ours.', 403);
  }
  return next();
});

app.post('/sign-in', async (c) => {
  const { name, password } = await c.req.json();
  const known = name === 'amira' || name === 'noor';
  if (!known || (await read(name)).password !== password) return c.json({ error: 'Name or password is wrong.' }, 401);
  const id = crypto.randomUUID();
  sessions.set(id, name);
  setCookie(c, 'session', id, { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' });
  return c.json({ name });
});

app.get('/account', async (c) => {
  const name = accountOf(c);
  if (name === undefined) return c.text('Sign in first.', 401);
  return c.html(`<h1>${name}</h1>
<form action="/account/email" method="post">
<input name="email" value="">
<button>Change</button>
</form>`);
});

app.post('/account/email', async (c) => {
  const name = accountOf(c);
  if (name === undefined) return c.text('Sign in first.', 401);
  const { email } = await c.req.parseBody();
  return (await changeEmail(name, email)) ? c.text('Changed.') : c.text('That is no address.', 422);
});

app.get('/api/account', async (c) => {
  const name = accountOf(c);
  if (name === undefined) return c.json({ error: 'Sign in first.' }, 401);
  return c.json({ email: (await read(name)).email });
});

app.post('/api/account', async (c) => {
  const name = accountOf(c);
  if (name === undefined) return c.json({ error: 'Sign in first.' }, 401);
  const { email } = JSON.parse(await c.req.text());
  return (await changeEmail(name, email)) ? c.json({ email }) : c.json({ error: 'That is no address.' }, 422);
});

// ---- Below this line is Amira's browser. It is no part of the shop: leave it as it is. ----

type Page = {
  origin: string;
  noReferrer?: boolean;
  form?: { method?: string; action: string; enctype?: string; fields: Record<string, string> };
  image?: string;
  fetch?: { method?: string; path: string; headers?: Record<string, string>; body?: string; credentials?: boolean };
};
type Kept = { value: string; sameSite: string };

const jar = new Map<string, Kept>();
const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];

function keep(response: Response): void {
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^\s*([^=;\s]+)=([^;]*)/.exec(cookie) ?? [];
    const [, sameSite = 'unset'] = /;\s*samesite=([a-z]+)/i.exec(cookie) ?? [];
    if (/;\s*max-age=0\s*(;|$)/i.test(cookie)) jar.delete(name);
    else jar.set(name, { value, sameSite: sameSite.toLowerCase() });
  }
}

/** The cookies of a request that a foreign page causes. Those without SameSite are new, so they go with a navigation. */
function cookies(sent: 'link' | 'post' | 'other'): string {
  const goes = ({ sameSite }: Kept) =>
    sameSite === 'none' ||
    (sameSite === 'lax' && sent === 'link') ||
    (sameSite === 'unset' && (sent === 'link' || sent === 'post'));
  return [...jar].flatMap(([name, kept]) => (goes(kept) ? [`${name}=${kept.value}`] : [])).join('; ');
}

async function submit({ method = 'GET', action, enctype, fields }: NonNullable<Page['form']>, about: object) {
  const values = new URLSearchParams(fields);
  if (method.toUpperCase() !== 'POST') {
    const headers = new Headers({ ...about, 'sec-fetch-mode': 'navigate', cookie: cookies('link') });
    headers.delete('origin');
    return app.request(`${action.split('?')[0]}?${values}`, { headers });
  }
  const headers = new Headers({ ...about, 'sec-fetch-mode': 'navigate', cookie: cookies('post') });
  const type = formTypes.includes(enctype ?? '') ? enctype! : formTypes[0]!;
  let body = String(values);
  if (type === 'text/plain') {
    body = Object.entries(fields)
      .map(([name, value]) => `${name}=${value}\r\n`)
      .join('');
  } else if (type === 'multipart/form-data') {
    const part = ([name, value]: [string, string]) =>
      `--part\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    body = `${Object.entries(fields).map(part).join('')}--part--\r\n`;
  }
  headers.set('content-type', type === 'multipart/form-data' ? `${type}; boundary=part` : type);
  return app.request(action, { method: 'POST', headers, body });
}

function mayRead(response: Response, origin: string, credentials: boolean): boolean {
  const named = response.headers.get('access-control-allow-origin');
  if (!credentials) return named === '*' || named === origin;
  return named === origin && response.headers.get('access-control-allow-credentials') === 'true';
}

async function fetched(wanted: NonNullable<Page['fetch']>, origin: string, about: Record<string, string>) {
  const { method = 'GET', path, headers = {}, body, credentials = false } = wanted;
  const list = (response: Response, name: string) =>
    (response.headers.get(name) ?? '').split(',').map((one) => one.trim().toLowerCase());
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const unusual = Object.keys(headers).map((name) => name.toLowerCase());
  const plain = unusual.filter((name) => name !== 'content-type' || !formTypes.includes(type?.split(';')[0] ?? ''));
  if (plain.length > 0 || !['GET', 'HEAD', 'POST'].includes(method)) {
    const asked = { ...about, 'access-control-request-method': method, 'access-control-request-headers': plain.join() };
    const answer = await app.request(path, { method: 'OPTIONS', headers: { ...asked, origin } });
    const methods = [...list(answer, 'access-control-allow-methods'), 'get', 'head', 'post'];
    const allowed = list(answer, 'access-control-allow-headers');
    if (!answer.ok || !mayRead(answer, origin, credentials) || !methods.includes(method.toLowerCase())) return null;
    if (plain.some((name) => !allowed.includes(name))) return null;
  }
  const cookie = credentials ? cookies('other') : '';
  const response = await app.request(path, {
    method,
    headers: { ...headers, ...about, origin, cookie, 'sec-fetch-mode': 'cors' },
    ...(body === undefined || method === 'GET' ? {} : { body }),
  });
  return mayRead(response, origin, credentials) ? response : null;
}

app.post('/amira', async (c) => {
  const page: Page = await c.req.json();
  const { protocol, hostname, origin: lies } = new URL(page.origin);
  if (!/^https?:$/.test(protocol) || /(^|\.)bookshop\.test$/.test(hostname)) return c.json({ readable: null }, 403);
  const { password } = await read('amira');
  const json = { method: 'POST', headers: { 'content-type': 'application/json', origin: 'https://bookshop.test' } };
  const own = { ...json, headers: { ...json.headers, 'sec-fetch-site': 'same-origin' } };
  if (jar.size === 0)
    keep(await app.request('/sign-in', { ...own, body: JSON.stringify({ name: 'amira', password }) }));
  const origin = page.noReferrer === true ? 'null' : lies;
  const about = { 'sec-fetch-site': 'cross-site', ...(page.noReferrer === true ? {} : { referer: `${lies}/` }) };
  let readable: Response | null = null;
  if (page.form !== undefined) await submit(page.form, { ...about, origin });
  else if (page.image !== undefined) await app.request(page.image, { headers: { ...about, cookie: cookies('other') } });
  else if (page.fetch !== undefined) readable = await fetched(page.fetch, lies, about);
  return c.json({ readable: readable === null ? null : await readable.text() });
});
