type Answer = { status: number; headers: Record<string, string>; cookies: string[]; body: string; json: any };
type Send = (method: string, path: string, options?: object) => Promise<Answer>;

const shop = {
  origin: 'https://bookshop.test',
  referer: 'https://bookshop.test/account',
  'sec-fetch-site': 'same-origin',
};
const shopsApp = {
  origin: 'https://app.bookshop.test',
  referer: 'https://app.bookshop.test/',
  'sec-fetch-site': 'same-site',
};

async function signIn(request: Send, password: string) {
  const answer = await request('POST', '/sign-in', { headers: shop, json: { name: 'noor', password } });
  expect(answer.status, 'the status of POST /sign-in').toBe(200);
  return answer.cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

/** Opens GET /account and submits its form, as a browser does. */
async function submit(request: Send, cookie: string, email: string) {
  const page = await request('GET', '/account', { headers: { cookie, 'sec-fetch-site': 'same-origin' } });
  expect(page.status, 'the status of GET /account').toBe(200);
  const attribute = (tag: string, name: string) =>
    new RegExp(`\\s${name}\\s*=\\s*["']?([^"'\\s>]*)`, 'i').exec(tag)?.[1];
  const [form = ''] = /<form[^>]*>/i.exec(page.body) ?? [];
  expect(attribute(form, 'method')?.toLowerCase(), 'the method of the form').toBe('post');
  const fields = new URLSearchParams();
  for (const [input] of page.body.matchAll(/<input[^>]*>/gi)) {
    fields.set(attribute(input, 'name') ?? '', attribute(input, 'value') ?? '');
  }
  expect(fields.has('email'), 'a field with the name email').toBe(true);
  fields.set('email', email);
  const set = page.cookies.map((one) => one.split(';')[0]).join('; ');
  const headers = {
    ...shop,
    cookie: [cookie, set].filter((one) => one !== '').join('; '),
    'sec-fetch-mode': 'navigate',
    'content-type': 'application/x-www-form-urlencoded',
  };
  return request('POST', attribute(form, 'action') ?? '', { headers, body: String(fields) });
}

test('changes the address through the form', async ({ request, files, planted }) => {
  const cookie = await signIn(request, planted.password);
  const { status } = await submit(request, cookie, 'noor@books.example');
  expect(status, 'the status of the form').toBe(200);
  expect(JSON.parse(files.read('/srv/shop/noor.json') ?? '{}').email).toBe('noor@books.example');
});

test('serves the app, which asks first and reads the answer', async ({ request, files, planted }) => {
  const cookie = await signIn(request, planted.password);
  const asks = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
  const preflight = await request('OPTIONS', '/api/account', { headers: { ...shopsApp, ...asks } });
  expect(preflight.status, 'the status of the preflight').toBeLessThan(300);
  const headers = { ...shopsApp, cookie, 'sec-fetch-mode': 'cors' };
  const changed = await request('POST', '/api/account', { headers, json: { email: 'noor@app.example' } });
  expect(changed.status, 'the status of POST /api/account').toBe(200);
  const seen = await request('GET', '/api/account', { headers });
  expect(seen.json).toEqual({ email: 'noor@app.example' });
  for (const { headers } of [preflight, changed, seen]) {
    expect(headers['access-control-allow-origin']).toBe('https://app.bookshop.test');
    expect(headers['access-control-allow-credentials']).toBe('true');
  }
  expect(preflight.headers['access-control-allow-headers']?.toLowerCase()).toContain('content-type');
  expect(JSON.parse(files.read('/srv/shop/noor.json') ?? '{}').email).toBe('noor@app.example');
});

test('needs a session', async ({ request }) => {
  expect((await request('GET', '/account')).status, 'GET /account').toBe(401);
  expect((await request('GET', '/api/account')).status, 'GET /api/account').toBe(401);
  const { status } = await request('POST', '/api/account', { headers: shop, json: { email: 'x@noor.test' } });
  expect(status, 'POST /api/account').toBe(401);
});
