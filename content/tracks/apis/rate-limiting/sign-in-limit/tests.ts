const signIn = (
  { request }: Pick<Fixtures, 'request'>,
  { email = 'ada@shop.example', password = 'wrong', client = '192.0.2.1' } = {},
) => request('POST', '/sign-in', { json: { email, password }, headers: { 'x-real-ip': client } });

/** The parameter of one item, such as r of "account"; undefined where it is not there. */
const parameter = (field: string | undefined, item: string, name: string) => {
  const [, found] = new RegExp(`"${item}"[^,]*;\\s*${name}=(\\d+)`).exec(field ?? '') ?? [];
  return found === undefined ? undefined : Number(found);
};

test('signs in with the right password', async ({ request }) => {
  const answer = await signIn({ request }, { password: 'correct horse' });
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({ email: 'ada@shop.example' });
});

test('looks at five attempts for an account and refuses the sixth', async ({ request }) => {
  for (let attempt = 1; attempt <= 5; attempt++) {
    expect((await signIn({ request })).status, `Attempt ${attempt}`).toBe(401);
  }
  const refused = await signIn({ request });
  expect(refused.status).toBe(429);
  expect(refused.headers['content-type'], 'The type of a refusal').toMatch(/^application\/problem\+json\b/);
  const type = 'https://shop.example/problems/too-many-attempts';
  expect(refused.json).toMatchObject({ type, title: expect.any(String), status: 429 });
  expect(refused.headers['retry-after']).toBe('60');
});

test('refuses the right password too', async ({ request }) => {
  for (let attempt = 1; attempt <= 5; attempt++) await signIn({ request });
  expect((await signIn({ request }, { password: 'correct horse' })).status).toBe(429);
});

test('tells what is left in the RateLimit fields', async ({ request }) => {
  await signIn({ request });
  const answer = await signIn({ request });
  expect(parameter(answer.headers['ratelimit-policy'], 'account', 'q'), 'q of "account"').toBe(5);
  expect(parameter(answer.headers['ratelimit-policy'], 'account', 'w'), 'w of "account"').toBe(60);
  expect(parameter(answer.headers['ratelimit-policy'], 'client', 'q'), 'q of "client"').toBe(20);
  expect(parameter(answer.headers['ratelimit-policy'], 'client', 'w'), 'w of "client"').toBe(60);
  expect(parameter(answer.headers.ratelimit, 'account', 'r'), 'r of "account" after two attempts').toBe(3);
  expect(parameter(answer.headers.ratelimit, 'client', 'r'), 'r of "client" after two attempts').toBe(18);
  expect(answer.headers['retry-after'], 'Retry-After on 401').toBe(undefined);
});

test('looks again a minute after the first attempt', async ({ request, clock }) => {
  await signIn({ request });
  await clock.advance(30_000);
  for (let attempt = 2; attempt <= 5; attempt++) await signIn({ request });
  await clock.advance(29_500);
  const refused = await signIn({ request });
  expect(refused.status, 'After 59.5 seconds').toBe(429);
  expect(refused.headers['retry-after'], 'With half a second to go').toBe('1');
  await clock.advance(500);
  expect((await signIn({ request }, { password: 'correct horse' })).status, 'After 60 seconds').toBe(200);
  expect((await signIn({ request })).status, 'The next one, with five in the last minute').toBe(429);
});

test('limits a client that tries many accounts', async ({ request }) => {
  for (let attempt = 1; attempt <= 20; attempt++) {
    const { status } = await signIn({ request }, { email: `reader${attempt}@shop.example` });
    expect(status, `Attempt ${attempt}`).toBe(401);
  }
  expect((await signIn({ request }, { email: 'reader21@shop.example' })).status).toBe(429);
  expect((await signIn({ request }, { email: 'reader21@shop.example', client: '192.0.2.2' })).status).toBe(401);
});
