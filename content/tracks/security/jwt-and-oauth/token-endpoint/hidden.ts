type Answer = { status: number; headers: Record<string, string>; json: any };
type Send = (method: string, path: string, options?: object) => Promise<Answer>;

// RFC 7636, appendix B
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const consent = {
  clientId: 'reading-app',
  redirectUri: 'https://reading.example/back?from=bookshop',
  challenge,
  method: 'S256',
  sub: 'noor',
};

async function newCode(request: Send, change: object = {}) {
  const { status, json } = await request('POST', '/codes', { json: { ...consent, ...change } });
  expect(status, 'the status of POST /codes').toBe(201);
  return String(json.code);
}

function swap(request: Send, code: string, change: Record<string, string | undefined> = {}) {
  const form: Record<string, string | undefined> = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: consent.redirectUri,
    client_id: consent.clientId,
    code_verifier: verifier,
    ...change,
  };
  const sent = Object.entries(form).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return request('POST', '/token', { headers, body: String(new URLSearchParams(sent)) });
}

const me = (request: Send, token: string) => request('GET', '/me', { headers: { authorization: `Bearer ${token}` } });

test('ends codes after 60 and tokens after 600 seconds', async ({ request, clock }) => {
  const [late, inTime] = [await newCode(request), await newCode(request)];
  await clock.advance(59_999);
  const { json } = await swap(request, inTime);
  expect(json.access_token, 'the token, a millisecond before the code ends').toEqual(expect.any(String));
  await clock.advance(1);
  expect((await swap(request, late)).json, 'a code of 60 seconds').toMatchObject({ error: 'invalid_grant' });
  await clock.advance(599_998);
  expect((await me(request, json.access_token)).status, 'a millisecond before the token ends').toBe(200);
  await clock.advance(1);
  expect((await me(request, json.access_token)).status, 'a token of 600 seconds').toBe(401);
});

test('uses a code up by the first try, right or wrong', async ({ request }) => {
  for (const change of [
    { code_verifier: 'y'.repeat(50) },
    { client_id: 'other-app' },
    { redirect_uri: 'https://x.example' },
  ]) {
    const code = await newCode(request);
    await swap(request, code, change);
    expect((await swap(request, code)).json, `a right try after ${JSON.stringify(change)}`).toMatchObject({
      error: 'invalid_grant',
    });
  }
});

test('gives one token to two requests at once', async ({ request }) => {
  const code = await newCode(request);
  const answers = await Promise.all([swap(request, code), swap(request, code)]);
  expect(answers.map(({ status }) => status).toSorted(), 'the two statuses').toEqual([200, 400]);
});

test('asks verifiers for their form', async ({ request }) => {
  const code = await newCode(request);
  for (const bad of ['x'.repeat(42), 'x'.repeat(129), `${'x'.repeat(43)}+`, `${'x'.repeat(43)} `, 'ü'.repeat(43)]) {
    expect((await swap(request, code, { code_verifier: bad })).json, bad).toMatchObject({ error: 'invalid_request' });
  }
  expect((await swap(request, code, { code: '', client_id: 'x' })).json, 'an empty code').toMatchObject({
    error: 'invalid_request',
  });
  const unknown = await swap(request, 'never-issued');
  expect(unknown.json, 'a code that was never issued').toMatchObject({ error: 'invalid_grant' });
  expect((await swap(request, code)).status, 'the code itself').toBe(200);
});

test('does not take the challenge for the verifier', async ({ request }) => {
  const { json } = await swap(request, await newCode(request), { code_verifier: challenge });
  expect(json).toMatchObject({ error: 'invalid_grant' });
});

test('makes codes and tokens that are new each time', async ({ request }) => {
  const codes = [await newCode(request), await newCode(request), await newCode(request)];
  const tokens: string[] = [];
  for (const code of codes) tokens.push((await swap(request, code)).json.access_token);
  expect(new Set([...codes, ...tokens]).size, 'different texts among three codes and three tokens').toBe(6);
  for (const text of [...codes, ...tokens]) expect(text.length, `the length of ${text}`).toBeGreaterThanOrEqual(20);
  expect((await me(request, codes[0]!)).status, 'a code in place of a token').toBe(401);
});

test('agrees with the reference on random swaps', async ({ request, reference, clock, random }) => {
  const worlds = [
    { send: request as Send, time: clock },
    { send: reference.request as Send, time: reference.clock },
  ];
  for (let turn = 0; turn < 10; turn++) {
    const code_verifier = random.pick([verifier, verifier, 'z'.repeat(random.int(41, 45)), undefined]);
    const change = { code_verifier, client_id: random.pick(['reading-app', 'reading-app', 'other']) };
    const pause = random.pick([0, 30_000, 60_000]);
    const seen: unknown[] = [];
    for (const { send, time } of worlds) {
      const code = await newCode(send);
      await time.advance(pause);
      const first = await swap(send, code, change);
      const second = await swap(send, code);
      seen.push([first.status, first.json.error, second.status, second.json.error]);
    }
    expect(seen[0], `${JSON.stringify(change)} after ${pause} ms`).toEqual(seen[1]);
  }
});
