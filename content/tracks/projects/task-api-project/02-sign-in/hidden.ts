const ada = { email: 'ada@shop.example', password: 'lighthouse-77' };
const problem = (name: string, status: number) => ({ type: `https://tasks.example/problems/${name}`, status });
const signIn = async (request: Fixtures['request'], credentials = ada) => {
  const answer = await request('POST', '/sessions', { json: credentials });
  expect(answer.status, `Signing in as ${credentials.email}`).toBe(201);
  return { authorization: `Bearer ${answer.json.token}` };
};

test('a session ends after twelve hours on the clock of the service', async ({ request, clock }) => {
  const headers = await signIn(request);
  await clock.advance(12 * 3_600_000 - 60_000);
  expect((await request('GET', '/tasks/1', { headers })).status, 'A minute before the end').toBe(200);
  await clock.advance(120_000);
  const late = await request('GET', '/tasks/1', { headers });
  expect(late.status, 'A minute after the end').toBe(401);
  expect(late.json).toMatchObject(problem('unauthenticated', 401));
});

test('refuses a token that was never given, the hash of one, and other schemes', async ({ request, db }) => {
  const { authorization } = await signIn(request);
  const { rows } = await db.query('select token_hash from sessions');
  const token = authorization.replace('Bearer ', '');
  for (const value of [
    'Bearer nonsense',
    `Bearer ${rows[0]!.token_hash}`,
    `Bearer ${token}x`,
    `Basic ${token}`,
    token,
    'Bearer',
    "Bearer ' or '1'='1",
  ]) {
    const answer = await request('GET', '/tasks/1', { headers: { authorization: value } });
    expect(answer.status, `Authorization: ${value}`).toBe(401);
    expect(answer.headers['www-authenticate'], `WWW-Authenticate after ${value}`).toMatch(/^bearer\b/i);
  }
});

test('asks who it is before it looks at anything else', async ({ request }) => {
  expect((await request('GET', '/tasks/77')).status).toBe(401);
  expect((await request('POST', '/boards/1/tasks', { json: { title: '' } })).status).toBe(401);
  expect((await request('POST', '/boards/1/tasks', { body: '{' })).status).toBe(401);
});

test('no two tokens are alike, and each has at least 128 random bits', async ({ request, evaluate }) => {
  const tokens = new Set<string>();
  for (let turn = 0; turn < 4; turn++) {
    const { json } = await request('POST', '/sessions', { json: ada });
    // 128 bits are 22 characters of base64url.
    expect(json.token.length, 'Characters of a token').toBeGreaterThanOrEqual(22);
    tokens.add(json.token);
  }
  expect(tokens.size, 'Different tokens of four').toBe(4);
  const random = await evaluate(() => {
    const seen: number[] = [];
    const original = crypto.getRandomValues.bind(crypto);
    crypto.getRandomValues = ((array: Uint8Array) => {
      seen.push(array.byteLength);
      return original(array as Uint8Array<ArrayBuffer>);
    }) as typeof crypto.getRandomValues;
    (globalThis as Record<string, unknown>)['randomBytesAsked'] = seen;
    return true;
  });
  expect(random).toBe(true);
  await request('POST', '/sessions', { json: ada });
  const asked = await evaluate(() => (globalThis as Record<string, unknown>)['randomBytesAsked'] as number[]);
  expect(
    asked.reduce((sum, bytes) => sum + bytes, 0),
    'Bytes asked of crypto.getRandomValues for one token',
  ).toBeGreaterThanOrEqual(16);
});

test('knows everybody’s password, also one with letters beyond ASCII', async ({ request }) => {
  await signIn(request, { email: 'ben@shop.example', password: 'green tea & toast' });
  await signIn(request, { email: 'cleo@shop.example', password: 'pässwört' });
  const swapped = await request('POST', '/sessions', { json: { ...ada, password: 'green tea & toast' } });
  expect(swapped.status, 'Ada with the password of Ben').toBe(401);
});

test('reads the number of iterations from the hash', async ({ request, db, random, evaluate }) => {
  const iterations = random.int(2, 900);
  const password = random.string(12);
  const stored = await evaluate(
    async (_exports, password: string, iterations: number) => {
      const salt = new TextEncoder().encode('sixteen bytes!!!');
      const bytes = new TextEncoder().encode(password);
      const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
      const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256);
      const base64 = (data: Uint8Array) => btoa(String.fromCharCode(...data));
      return `pbkdf2-sha256$${iterations}$${base64(salt)}$${base64(new Uint8Array(bits))}`;
    },
    password,
    iterations,
  );
  await db.query("insert into people (name, email, password_hash) values ('Fay', 'fay@shop.example', $1)", [stored]);
  await signIn(request, { email: 'fay@shop.example', password });
});

test('tells a body that is no JSON from credentials that are not whole', async ({ request }) => {
  const malformed = await request('POST', '/sessions', { body: '{', headers: { 'content-type': 'application/json' } });
  expect(malformed.status).toBe(400);
  expect(malformed.json).toMatchObject(problem('malformed', 400));
  for (const [json, pointers] of [
    [{ email: 'ada@shop.example' }, ['/password']],
    [{ ...ada, password: 7 }, ['/password']],
    [{ ...ada, admin: true }, ['/admin']],
    [{}, ['/email', '/password']],
  ] as const) {
    const answer = await request('POST', '/sessions', { json });
    expect(answer.status, JSON.stringify(json)).toBe(422);
    expect(answer.json.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual(pointers);
  }
});

test('refusals of the first step are still problem documents', async ({ request }) => {
  const headers = await signIn(request);
  const missing = await request('GET', '/tasks/77', { headers });
  expect([missing.status, missing.headers['content-type']]).toEqual([
    404,
    expect.stringMatching(/^application\/problem\+json/),
  ]);
  const wrong = await request('PATCH', '/tasks/1', { headers, json: { created_by: 4 } });
  expect(wrong.status).toBe(422);
  expect(wrong.json.errors).toEqual([{ pointer: '/created_by', detail: expect.any(String) }]);
});
