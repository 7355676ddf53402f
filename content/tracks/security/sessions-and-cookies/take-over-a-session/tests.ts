type Answer = { status: number; cookies: string[]; json: any };
type Send = (method: string, path: string, options?: object) => Promise<Answer>;

/** A browser: keeps what the service sets and sends it back. */
function browser(request: Send) {
  const jar = new Map<string, string>();
  const send = async (method: string, path: string, json?: unknown) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await request(method, path, { headers: { cookie }, ...(json === undefined ? {} : { json }) });
    for (const set of answer.cookies) {
      const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(set) ?? [];
      if (/;\s*max-age=0\s*(;|$)/i.test(set)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  return { send, jar };
}

test('keeps a basket before and after the sign-in', async ({ request, planted }) => {
  const { send } = browser(request);
  await send('GET', '/books');
  expect((await send('POST', '/basket', { book: 'Slow Queries' })).status, 'POST /basket').toBe(201);
  const { status, json } = await send('POST', '/sign-in', { email: planted.email, password: planted.password });
  expect(status, 'POST /sign-in').toBe(200);
  expect(json).toEqual({ email: planted.email });
  expect((await send('GET', '/basket')).json, 'the basket after the sign-in').toEqual({ books: ['Slow Queries'] });
  await send('POST', '/basket', { book: 'Locks and Keys' });
  expect((await send('GET', '/basket')).json.books, 'the basket later').toEqual(['Slow Queries', 'Locks and Keys']);
});

test('knows who is signed in, until they sign out', async ({ request, planted }) => {
  const { send } = browser(request);
  expect((await send('GET', '/account')).status, 'GET /account before').toBe(401);
  await send('POST', '/sign-in', { email: planted.email, password: planted.password });
  expect((await send('GET', '/account')).json).toEqual({ email: planted.email, giftCard: 'none' });
  expect((await send('POST', '/sign-out')).status, 'POST /sign-out').toBe(204);
  expect((await send('GET', '/account')).status, 'GET /account afterwards').toBe(401);
});

test('opens the page of an old link', async ({ request }) => {
  const { send } = browser(request);
  const { status, json } = await send('GET', '/books?sid=lhp0a1');
  expect(status).toBe(200);
  expect(json).toContain('Slow Queries');
});

test('lets Maren sign in with her browser', async ({ request }) => {
  const { status, json } = await request('POST', '/maren', { json: { path: '/books', cookie: 'theme=dark' } });
  expect(status).toBe(200);
  expect(json, 'what became of it').toEqual({ signedIn: true });
  const again = await request('POST', '/maren', { json: { path: '/basket?sid=1' } });
  expect(again.json, 'when she does it once more').toEqual({ signedIn: true });
});
