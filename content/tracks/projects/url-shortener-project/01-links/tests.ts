const problem = (name: string, status: number) => ({ type: `https://links.example/problems/${name}`, status });

test('makes a link with a code of one’s own', async ({ request }) => {
  const json = { url: 'https://shop.example/autumn?a=1&b=%20#top', code: 'autumn_27' };
  const answer = await request('POST', '/links', { json });
  expect(answer.status).toBe(201);
  expect(answer.json).toEqual({ ...json, short: 'https://s.shop.example/autumn_27' });
  expect(answer.headers.location).toBe('/links/autumn_27');
  expect((await request('GET', '/links/autumn_27')).json).toEqual(answer.json);
});

test('makes a code of seven letters and digits', async ({ request }) => {
  const codes = new Set<string>();
  for (let turn = 0; turn < 5; turn++) {
    const { status, json } = await request('POST', '/links', { json: { url: 'https://shop.example/' } });
    expect(status).toBe(201);
    expect(json.code).toMatch(/^[A-Za-z0-9]{7}$/);
    codes.add(json.code);
  }
  expect(codes.size, 'Different codes of five').toBe(5);
});

test('leads to the address', async ({ request }) => {
  const answer = await request('GET', '/spring');
  expect(answer.status).toBe(302);
  expect(answer.headers.location).toBe('https://shop.example/spring?from=news');
  expect(answer.headers['cache-control']).toBe('no-store');
  expect((await request('GET', '/Spring')).headers.location, 'Another code').toBe(
    'https://shop.example/printed-spring',
  );
});

test('changes and removes a link', async ({ request }) => {
  const changed = await request('PATCH', '/links/map', { json: { url: 'https://maps.example/new' } });
  expect([changed.status, changed.json]).toEqual([
    200,
    { code: 'map', url: 'https://maps.example/new', short: 'https://s.shop.example/map' },
  ]);
  expect((await request('GET', '/map')).headers.location).toBe('https://maps.example/new');
  expect((await request('DELETE', '/links/map')).status).toBe(204);
  expect((await request('GET', '/map')).status).toBe(404);
  expect((await request('DELETE', '/links/map')).status).toBe(404);
});

test('refuses a code that is taken, and leaves its link alone', async ({ request }) => {
  const answer = await request('POST', '/links', { json: { url: 'https://evil.example/', code: 'spring' } });
  expect(answer.status).toBe(409);
  expect(answer.json).toMatchObject(problem('code-taken', 409));
  expect((await request('GET', '/spring')).headers.location).toBe('https://shop.example/spring?from=news');
});

test('refuses addresses that are none, and its own', async ({ request }) => {
  for (const url of [
    'shop.example',
    '/spring',
    'javascript:alert(1)',
    'ftp://shop.example/a',
    'https://',
    'https://user:secret@shop.example/',
    'https://s.shop.example/spring',
    'HTTPS://S.Shop.Example/spring',
    `https://shop.example/${'x'.repeat(2000)}`,
    7,
    null,
  ]) {
    const answer = await request('POST', '/links', { json: { url, code: 'a-new-one' } });
    expect(answer.status, `url: ${String(url).slice(0, 60)}`).toBe(422);
    expect(answer.json).toMatchObject(problem('validation', 422));
    expect(answer.json.errors).toEqual([{ pointer: '/url', detail: expect.any(String) }]);
  }
});
