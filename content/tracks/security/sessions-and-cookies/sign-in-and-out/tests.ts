type Answer = { status: number; cookies: string[]; json: any; body: string };
type Send = (method: string, path: string, options?: object) => Promise<Answer>;

const amira = { email: 'amira@example.com', password: 'correct horse battery' };
const cookieOf = ({ cookies }: Answer) => cookies.find((cookie) => cookie.startsWith('__Host-session='));
const idOf = (answer: Answer) => cookieOf(answer)?.slice('__Host-session='.length).split(';')[0] ?? '';
const withId = (id: string) => ({ headers: { cookie: `__Host-session=${id}` } });
const me = async (request: Send, id: string) => (await request('GET', '/me', withId(id))).status;

async function signIn(request: Send, account = amira, id?: string) {
  const answer = await request('POST', '/sign-in', { json: account, ...(id === undefined ? {} : withId(id)) });
  expect(answer.status, `the status of POST /sign-in for ${account.email}`).toBe(200);
  expect(idOf(answer), 'the id in the cookie __Host-session').not.toBe('');
  return idOf(answer);
}

test('signs in, and knows who it is afterwards', async ({ request }) => {
  const answer = await request('POST', '/sign-in', { json: amira });
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({ email: amira.email });
  const response = await request('GET', '/me', withId(idOf(answer)));
  expect(response.status, 'GET /me with the cookie').toBe(200);
  expect(response.json).toEqual({ email: amira.email });
  expect((await request('GET', '/me')).status, 'GET /me without a cookie').toBe(401);
});

test('sets the cookie with its attributes', async ({ request }) => {
  const cookie = cookieOf(await request('POST', '/sign-in', { json: amira })) ?? '';
  const attributes = cookie
    .split(';')
    .slice(1)
    .map((part) => part.trim().toLowerCase());
  expect(attributes, cookie).toEqual(expect.arrayContaining(['path=/', 'secure', 'httponly', 'samesite=lax']));
  expect(
    attributes.filter((part) => part.startsWith('domain')),
    'a Domain, which __Host- forbids',
  ).toEqual([]);
});

test('refuses a wrong password and an unknown address alike', async ({ request }) => {
  const wrong = await request('POST', '/sign-in', { json: { ...amira, password: 'guess' } });
  const unknown = await request('POST', '/sign-in', { json: { ...amira, email: 'nobody@example.com' } });
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect(unknown.body, 'the answer for an unknown address').toBe(wrong.body);
  expect(wrong.cookies, 'cookies of a failed sign-in').toEqual([]);
});

test('ends the session at sign-out, not only the cookie', async ({ request }) => {
  const id = await signIn(request);
  const answer = await request('POST', '/sign-out', withId(id));
  expect(answer.status, 'the status of POST /sign-out').toBe(204);
  expect(cookieOf(answer)?.toLowerCase(), 'the cookie of POST /sign-out').toMatch(/; *max-age=0(;|$)/);
  expect(await me(request, id), 'GET /me with the old id').toBe(401);
  expect((await request('POST', '/sign-out')).status, 'POST /sign-out without a session').toBe(204);
});

test('is over after 30 minutes without a request', async ({ request, clock }) => {
  const id = await signIn(request);
  await clock.advance(30 * 60_000 - 1);
  expect(await me(request, id), 'a millisecond before').toBe(200);
  await clock.advance(30 * 60_000 - 1);
  expect(await me(request, id), 'again a millisecond before').toBe(200);
  await clock.advance(30 * 60_000);
  expect(await me(request, id), '30 minutes after the last request').toBe(401);
});

test('signs out everywhere', async ({ request }) => {
  const ids = [await signIn(request), await signIn(request), await signIn(request)];
  const ben = await signIn(request, { email: 'ben@example.com', password: 'seven pale herons' });
  const answer = await request('POST', '/sign-out-everywhere', withId(ids[1]!));
  expect(answer.status).toBe(204);
  for (const id of ids) expect(await me(request, id), 'a session of Amira').toBe(401);
  expect(await me(request, ben), 'the session of Ben').toBe(200);
  expect((await request('POST', '/sign-out-everywhere')).status, 'without a session').toBe(401);
});
