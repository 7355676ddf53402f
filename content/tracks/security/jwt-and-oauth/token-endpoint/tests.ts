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

test('swaps a code for a token, with the vector of RFC 7636', async ({ request }) => {
  const { status, json, headers } = await swap(request, await newCode(request));
  expect(status).toBe(200);
  expect(json).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 600 });
  expect(headers['cache-control'], 'Cache-Control').toContain('no-store');
  const seen = await me(request, json.access_token);
  expect(seen.status, 'GET /me with the token').toBe(200);
  expect(seen.json).toEqual({ sub: 'noor' });
});

test('refuses another verifier', async ({ request }) => {
  const { status, json, headers } = await swap(request, await newCode(request), { code_verifier: 'x'.repeat(43) });
  expect(status).toBe(400);
  expect(json).toMatchObject({ error: 'invalid_grant' });
  expect(headers['cache-control'], 'Cache-Control of an error').toContain('no-store');
});

test('takes the method S256 and no other', async ({ request }) => {
  for (const change of [
    { method: 'plain' },
    { method: undefined },
    { challenge: 'short' },
    { challenge: `${challenge}=` },
  ]) {
    const { status } = await request('POST', '/codes', { json: { ...consent, ...change } });
    expect(status, JSON.stringify(change)).toBe(400);
  }
});

test('refuses a code for another client or another address', async ({ request }) => {
  const client = await swap(request, await newCode(request), { client_id: 'other-app' });
  expect(client.json, 'another client').toMatchObject({ error: 'invalid_grant' });
  for (const address of ['https://reading.example/back', `${consent.redirectUri}&x=1`, 'https://reading.example/']) {
    const { json } = await swap(request, await newCode(request), { redirect_uri: address });
    expect(json, address).toMatchObject({ error: 'invalid_grant' });
  }
});

test('tells what is missing from what is wrong', async ({ request }) => {
  const code = await newCode(request);
  const password = await swap(request, code, { grant_type: 'password', code: undefined });
  expect(password.json, 'grant_type=password').toMatchObject({ error: 'unsupported_grant_type' });
  for (const name of ['grant_type', 'code', 'redirect_uri', 'client_id', 'code_verifier']) {
    expect((await swap(request, code, { [name]: undefined })).json, `without ${name}`).toMatchObject({
      error: 'invalid_request',
    });
  }
  expect((await swap(request, code)).status, 'the code after all that').toBe(200);
});

test('lets a code be used once, and revokes its token at the second use', async ({ request }) => {
  const code = await newCode(request);
  const { json } = await swap(request, code);
  const again = await swap(request, code);
  expect(again.status, 'the second use').toBe(400);
  expect(again.json).toMatchObject({ error: 'invalid_grant' });
  expect((await me(request, json.access_token)).status, 'GET /me with the first token').toBe(401);
});
