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

test('opens links from newsletters signed in', async ({ request, planted }) => {
  const answer = await request('POST', '/sign-in', {
    headers: shop,
    json: { name: 'noor', password: planted.password },
  });
  // A link from elsewhere carries the cookies that SameSite lets travel.
  const travels = answer.cookies.filter((cookie) => !/;\s*samesite=strict/i.test(cookie));
  const cookie = travels.map((one) => one.split(';')[0]).join('; ');
  const headers = {
    cookie,
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    referer: 'https://mail.example/',
  };
  expect((await request('GET', '/account', { headers })).status, 'GET /account from a link in a mail').toBe(200);
});

test('refuses what comes from elsewhere, in words', async ({ request, planted }) => {
  const { json } = await request('POST', '/amira', {
    json: { origin: 'https://noor.test', fetch: { path: '/api/account', credentials: true } },
  });
  expect(json.readable, 'what a page of noor.test reads of /api/account').toBe(null);
  const cookie = await signIn(request, planted.password);
  const headers = {
    cookie,
    origin: 'https://noor.test',
    'sec-fetch-site': 'cross-site',
    referer: 'https://noor.test/',
  };
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const { status } = await request('POST', '/account/email', {
    headers: { ...headers, ...type },
    body: 'email=x%40x.test',
  });
  expect(status, 'a POST /account/email from noor.test').toBeGreaterThanOrEqual(400);
});

test('leaves Amira’s browser as it is', async ({ request, files }) => {
  const before = files.read('/srv/shop/amira.json');
  const form = { action: '/account', fields: { from: 'newsletter' } };
  const opened = await request('POST', '/amira', { json: { origin: 'https://mail.example', form } });
  expect(opened.status, 'the status of POST /amira').toBe(200);
  expect(opened.json, 'what a page reads of a form that it submits').toEqual({ readable: null });
  const inside = await request('POST', '/amira', { json: { origin: 'https://blog.bookshop.test', form } });
  expect(inside.status, 'the status for a page of the shop itself').toBe(403);
  expect(files.read('/srv/shop/amira.json'), 'her account').toBe(before);
});

test('agrees with the reference on random addresses', async ({ request, reference, planted, random }) => {
  const worlds: Send[] = [request, reference.request as Send];
  const cookies = [await signIn(worlds[0]!, planted.password), await signIn(worlds[1]!, planted.password)];
  for (let turn = 0; turn < 6; turn++) {
    const email = random.bool() ? `${random.string(6)}@example.com` : random.string(5);
    const seen: unknown[] = [];
    for (const [at, send] of worlds.entries()) {
      const cookie = cookies[at]!;
      const form = turn % 2 === 0;
      const answer = form
        ? await submit(send, cookie, email)
        : await send('POST', '/api/account', { headers: { ...shopsApp, cookie }, json: { email } });
      const { json } = await send('GET', '/api/account', { headers: { ...shopsApp, cookie } });
      seen.push({ status: answer.status, email: json.email });
    }
    expect(seen[0], `after the address ${email}`).toEqual(seen[1]);
  }
});
