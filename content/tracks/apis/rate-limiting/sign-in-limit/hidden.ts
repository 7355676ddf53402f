const signIn = (
  { request }: Pick<Fixtures, 'request'>,
  { email = 'ada@shop.example', password = 'wrong', client = '192.0.2.1' } = {},
) => request('POST', '/sign-in', { json: { email, password }, headers: { 'x-real-ip': client } });

const parameter = (field: string | undefined, item: string, name: string) => {
  const [, found] = new RegExp(`"${item}"[^,]*;\\s*${name}=(\\d+)`).exec(field ?? '') ?? [];
  return found === undefined ? undefined : Number(found);
};

test('holds an account up from however many clients it is tried', async ({ request }) => {
  for (let attempt = 1; attempt <= 5; attempt++) {
    expect((await signIn({ request }, { client: `192.0.2.${attempt}` })).status).toBe(401);
  }
  expect((await signIn({ request }, { client: '192.0.2.6' })).status).toBe(429);
  expect((await signIn({ request }, { client: '192.0.2.6', email: 'ben@shop.example' })).status).toBe(401);
});

test('takes the same address in another spelling for the same account', async ({ request }) => {
  for (const email of [
    'ada@shop.example',
    'ADA@shop.example',
    ' Ada@Shop.Example ',
    'adA@shop.example',
    'ada@SHOP.example',
  ]) {
    expect((await signIn({ request }, { email })).status).toBe(401);
  }
  expect((await signIn({ request }, { email: 'ADA@SHOP.EXAMPLE' })).status).toBe(429);
});

test('answers and limits an account that does not exist like one that does', async ({ request }) => {
  const real = await signIn({ request });
  const none = await signIn({ request }, { email: 'nobody@shop.example' });
  expect(none.status).toBe(real.status);
  expect(none.body, 'The body for an account that does not exist').toBe(real.body);
  for (let attempt = 2; attempt <= 5; attempt++) await signIn({ request }, { email: 'nobody@shop.example' });
  expect((await signIn({ request }, { email: 'nobody@shop.example' })).status).toBe(429);
});

test('counts an attempt that is refused for neither limit', async ({ request, clock }) => {
  for (let attempt = 1; attempt <= 5; attempt++) await signIn({ request });
  await clock.advance(10_000);
  for (let attempt = 1; attempt <= 30; attempt++) await signIn({ request });
  const other = await signIn({ request }, { email: 'ben@shop.example' });
  expect(other.status, 'Another account, after 30 refused attempts of this client').toBe(401);
  expect(parameter(other.headers.ratelimit, 'client', 'r'), 'r of "client" after six attempts that counted').toBe(14);
  await clock.advance(50_000);
  expect((await signIn({ request })).status, 'A minute after the five that counted').toBe(401);
});

test('counts right passwords like wrong ones', async ({ request }) => {
  for (let attempt = 1; attempt <= 5; attempt++) {
    expect((await signIn({ request }, { password: 'correct horse' })).status).toBe(200);
  }
  expect((await signIn({ request }, { password: 'correct horse' })).status).toBe(429);
});

test('counts no body that it cannot read', async ({ request }) => {
  for (let attempt = 1; attempt <= 6; attempt++) {
    const headers = { 'x-real-ip': '192.0.2.1', 'content-type': 'application/json' };
    expect((await request('POST', '/sign-in', { body: '{"email":', headers })).status).toBe(400);
    expect((await request('POST', '/sign-in', { json: { email: 'ada@shop.example' }, headers })).status).toBe(400);
    expect((await request('POST', '/sign-in', { json: { email: 7, password: 'x' }, headers })).status).toBe(400);
  }
  expect((await signIn({ request })).status).toBe(401);
});

test('names the later of two times when both limits are full', async ({ request, clock }) => {
  for (let attempt = 1; attempt <= 5; attempt++) await signIn({ request });
  await clock.advance(20_000);
  for (let attempt = 1; attempt <= 15; attempt++) await signIn({ request }, { email: `reader${attempt}@shop.example` });
  await clock.advance(1000);
  const both = await signIn({ request });
  expect(both.status).toBe(429);
  expect(both.headers['retry-after'], 'Both have room 60 s after the first five').toBe('39');
  expect(parameter(both.headers.ratelimit, 'account', 'r')).toBe(0);
  expect(parameter(both.headers.ratelimit, 'client', 'r')).toBe(0);
  await clock.advance(39_000);
  for (let attempt = 1; attempt <= 5; attempt++) await signIn({ request }, { email: 'reader1@shop.example' });
  const account = await signIn({ request }, { email: 'reader1@shop.example' });
  expect(account.status).toBe(429);
  expect(account.headers['retry-after'], 'reader1 was first tried 40 seconds ago').toBe('20');
});

test('gives random attempts the answers of the reference', async ({ request, reference, clock, random }) => {
  for (let turn = 0; turn < 60; turn++) {
    const options = {
      email: random.pick(['ada@shop.example', 'ben@shop.example', 'cleo@shop.example', 'dora@shop.example']),
      password: random.pick(['wrong', 'correct horse']),
      client: random.pick(['192.0.2.1', '192.0.2.1', '192.0.2.2']),
    };
    const theirs = await signIn({ request }, options);
    const ours = await signIn({ request: reference.request }, options);
    const facts = ({ status, headers }: typeof theirs) => ({
      status,
      retryAfter: headers['retry-after'],
      account: parameter(headers.ratelimit, 'account', 'r'),
      client: parameter(headers.ratelimit, 'client', 'r'),
    });
    expect(facts(theirs), `Attempt ${turn + 1}, ${JSON.stringify(options)}`).toEqual(facts(ours));
    const ms = random.pick([0, 100, 1000, random.int(1, 9000)]);
    await clock.advance(ms);
    await reference.clock.advance(ms);
  }
});
