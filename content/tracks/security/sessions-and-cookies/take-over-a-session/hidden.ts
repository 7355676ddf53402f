type Answer = { status: number; cookies: string[]; json: any };
type Send = (method: string, path: string, options?: object) => Promise<Answer>;

/** A browser: keeps what the service sets and sends it back. */
function browser(request: Send) {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const send = async (method: string, path: string, json?: unknown) => {
    const answer = await request(method, path, {
      headers: { cookie: cookie() },
      ...(json === undefined ? {} : { json }),
    });
    for (const set of answer.cookies) {
      const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(set) ?? [];
      if (/;\s*max-age=0\s*(;|$)/i.test(set)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  return { send, cookie };
}

test('leaves no id signed in after a sign-out', async ({ request, planted }) => {
  const { send, cookie } = browser(request);
  await send('GET', '/books');
  const before = cookie();
  await send('POST', '/sign-in', { email: planted.email, password: planted.password });
  const during = cookie();
  await send('POST', '/sign-out');
  for (const sent of [before, during, cookie()]) {
    const { status } = await request('GET', '/account', { headers: { cookie: sent } });
    expect(status, `GET /account with ${sent}`).toBe(401);
  }
});

test('refuses a wrong password and keeps the basket', async ({ request, planted }) => {
  const { send } = browser(request);
  await send('POST', '/basket', { book: 'Slow Queries' });
  const { status } = await send('POST', '/sign-in', { email: planted.email, password: 'guess' });
  expect(status, 'POST /sign-in with a wrong password').toBe(401);
  expect((await send('GET', '/account')).status, 'GET /account').toBe(401);
  expect((await send('GET', '/basket')).json.books, 'the basket').toEqual(['Slow Queries']);
});

test('signs in twice in a row', async ({ request, planted }) => {
  const { send } = browser(request);
  for (let turn = 0; turn < 2; turn++) {
    const { status } = await send('POST', '/sign-in', { email: planted.email, password: planted.password });
    expect(status, `sign-in ${turn + 1}`).toBe(200);
  }
  expect((await send('GET', '/account')).status, 'GET /account').toBe(200);
});

test('leaves the gift card where it is', async ({ request, files, planted }) => {
  await request('POST', '/maren', { json: { path: '/books' } });
  const stored = JSON.parse(files.read('/srv/shop/customers/maren@example.com.json') ?? '{}');
  expect(stored.giftCard, 'the gift card in the file of Maren').toBe(planted.secret);
});

test('agrees with the reference on random visits', async ({ request, reference, planted, random }) => {
  const [mine, theirs] = [browser(request), browser(reference.request as Send)];
  for (let turn = 0; turn < 12; turn++) {
    const [method, path, json] = random.pick([
      ['POST', '/basket', { book: random.string(4) }],
      ['GET', '/basket', undefined],
      ['GET', '/account', undefined],
      ['POST', '/sign-in', { email: planted.email, password: random.bool() ? planted.password : 'guess' }],
    ] as [string, string, unknown][]);
    const [seen, expected] = [await mine.send(method, path, json), await theirs.send(method, path, json)];
    expect(seen.status, `the status of ${method} ${path}`).toBe(expected.status);
    if (path === '/basket') expect(seen.json, 'the basket').toEqual(expected.json);
  }
});
