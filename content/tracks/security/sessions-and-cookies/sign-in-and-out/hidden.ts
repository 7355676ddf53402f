type Answer = { status: number; cookies: string[]; json: any; body: string };
type Send = (method: string, path: string, options?: object) => Promise<Answer>;

const amira = { email: 'amira@example.com', password: 'correct horse battery' };
const ben = { email: 'ben@example.com', password: 'seven pale herons' };
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

test('gives a new id at each sign-in, and ends the session before it', async ({ request }) => {
  const first = await signIn(request);
  const second = await signIn(request, ben, first);
  expect(second, 'the id after the second sign-in').not.toBe(first);
  expect(await me(request, first), 'GET /me with the first id').toBe(401);
  expect(await me(request, second), 'GET /me with the second id').toBe(200);
  const again = await signIn(request, ben, second);
  expect(again, 'the id after signing in as the same customer').not.toBe(second);
  expect(await me(request, second), 'GET /me with the id before').toBe(401);
});

test('accepts no id that it has not issued', async ({ request }) => {
  for (const id of ['chosen-by-somebody-else', 'constructor', '__proto__', 'undefined', '']) {
    expect(await me(request, id), `GET /me with the id "${id}"`).toBe(401);
    const issued = await signIn(request, amira, id);
    expect(issued, `the id after a sign-in that came with "${id}"`).not.toBe(id);
    expect(await me(request, id), `GET /me with the id "${id}" after that sign-in`).toBe(401);
  }
});

test('keeps the session when a sign-in fails', async ({ request }) => {
  const id = await signIn(request);
  const { status } = await request('POST', '/sign-in', { ...withId(id), json: { ...ben, password: 'guess' } });
  expect(status, 'a sign-in with a wrong password').toBe(401);
  const answer = await request('GET', '/me', withId(id));
  expect(answer.status, 'GET /me afterwards').toBe(200);
  expect(answer.json).toEqual({ email: amira.email });
});

test('is over 12 hours after it began, however busy it is', async ({ request, clock }) => {
  const id = await signIn(request);
  for (let turn = 0; turn < 35; turn++) {
    await clock.advance(20 * 60_000);
    expect(await me(request, id), `after ${(turn + 1) * 20} minutes`).toBe(200);
  }
  await clock.advance(20 * 60_000 - 1);
  expect(await me(request, id), 'a millisecond before 12 hours').toBe(200);
  await clock.advance(1);
  expect(await me(request, id), 'after 12 hours').toBe(401);
});

test('counts every request that carries the session as use', async ({ request, clock }) => {
  const id = await signIn(request);
  await clock.advance(25 * 60_000);
  await request('POST', '/password', { ...withId(id), json: { current: 'guess', next: 'x' } });
  await clock.advance(25 * 60_000);
  expect(await me(request, id), '25 minutes after a POST /password that was refused').toBe(200);
});

test('changes the password, ends all sessions, and begins a new one here', async ({ request }) => {
  const [here, elsewhere] = [await signIn(request), await signIn(request)];
  const benId = await signIn(request, ben);
  const refused = await request('POST', '/password', { ...withId(here), json: { current: 'guess', next: 'new' } });
  expect(refused.status, 'with a wrong current password').toBe(403);
  expect(await me(request, elsewhere), 'the other session after that').toBe(200);
  const answer = await request('POST', '/password', {
    ...withId(here),
    json: { current: amira.password, next: 'four quiet lanterns' },
  });
  expect(answer.status, 'with the right one').toBe(204);
  expect(await me(request, elsewhere), 'the other session').toBe(401);
  expect(await me(request, here), 'the old id of this one').toBe(401);
  expect(await me(request, idOf(answer)), 'the new id').toBe(200);
  expect(await me(request, benId), 'the session of Ben').toBe(200);
  expect((await request('POST', '/sign-in', { json: amira })).status, 'the old password').toBe(401);
  await signIn(request, { ...amira, password: 'four quiet lanterns' });
  expect((await request('POST', '/password', { json: { current: 'x', next: 'y' } })).status, 'signed out').toBe(401);
});

test('sets the same attributes whenever it sets the cookie', async ({ request }) => {
  const id = await signIn(request);
  const changed = await request('POST', '/password', { ...withId(id), json: { current: amira.password, next: 'n' } });
  const out = await request('POST', '/sign-out', withId(idOf(changed)));
  for (const answer of [changed, out]) {
    const parts = (cookieOf(answer) ?? '')
      .split(';')
      .slice(1)
      .map((part) => part.trim().toLowerCase());
    expect(parts, cookieOf(answer)).toEqual(expect.arrayContaining(['path=/', 'secure', 'httponly', 'samesite=lax']));
  }
});

test('makes ids that cannot be guessed from others', async ({ request }) => {
  const ids: string[] = [];
  for (let turn = 0; turn < 12; turn++) ids.push(await signIn(request));
  expect(new Set(ids).size, 'different ids among twelve').toBe(12);
  const places = Math.min(...ids.map((id) => id.length));
  const varying = Array.from({ length: places }, (_, at) => at).filter(
    (at) => new Set(ids.map((id) => id[at])).size > 1,
  );
  expect(varying.length, `places at which twelve ids differ, such as ${ids[0]} and ${ids[1]}`).toBeGreaterThanOrEqual(
    20,
  );
});

test('agrees with the reference on random hours', async ({ request, clock, reference, random }) => {
  const worlds = [
    { send: request as Send, time: clock, id: '' },
    { send: reference.request as Send, time: reference.clock, id: '' },
  ];
  for (let turn = 0; turn < 14; turn++) {
    const pause = random.pick([0, 1, 10, 29, 30, 45]) * 60_000;
    const action = random.pick(['me', 'me', 'me', 'sign-in', 'sign-out', 'sign-out-everywhere']);
    const seen: number[] = [];
    for (const world of worlds) {
      await world.time.advance(pause);
      const answer =
        action === 'me'
          ? await world.send('GET', '/me', withId(world.id))
          : await world.send('POST', `/${action}`, { ...withId(world.id), json: action === 'sign-in' ? amira : {} });
      if (idOf(answer) !== '') world.id = idOf(answer);
      seen.push(answer.status);
    }
    expect(seen[0], `the status of ${action} after a pause of ${pause / 60_000} minutes`).toBe(seen[1]);
  }
});
