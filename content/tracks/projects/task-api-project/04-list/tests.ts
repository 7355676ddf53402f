const passwords = { ada: 'lighthouse-77', cleo: 'pässwört', dan: '42 stocktakers' };
const problem = (name: string, status: number) => ({ type: `https://tasks.example/problems/${name}`, status });

async function signIn(request: Fixtures['request'], name: keyof typeof passwords) {
  const json = { email: `${name}@shop.example`, password: passwords[name] };
  const answer = await request('POST', '/sessions', { json });
  expect(answer.status, `Signing in as ${name}`).toBe(201);
  return { authorization: `Bearer ${answer.json.token}` };
}
const idsOf = (answer: { json: { items: { id: number }[] } }) => answer.json.items.map(({ id }) => id);

test('lists the tasks of a board by their day, those without one last', async ({ request }) => {
  const headers = await signIn(request, 'cleo');
  const answer = await request('GET', '/boards/1/tasks', { headers });
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({
    items: [
      { id: 2, board: 1, title: 'Print the posters', status: 'doing', due: '2027-02-20' },
      { id: 1, board: 1, title: 'Book the room for March', status: 'open', due: '2027-03-01' },
      { id: 3, board: 1, title: 'Thank the author', status: 'open', due: null },
    ],
    next: null,
  });
});

test('goes on where the page before ended', async ({ request }) => {
  const headers = await signIn(request, 'ada');
  const first = await request('GET', '/boards/1/tasks', { headers, query: { limit: 2 } });
  expect(idsOf(first), 'The first page of two').toEqual([2, 1]);
  expect(first.json.next, 'The next of a page that is not the last').toEqual(expect.any(String));
  const second = await request('GET', '/boards/1/tasks', { headers, query: { limit: 2, after: first.json.next } });
  expect([idsOf(second), second.json.next], 'The second page').toEqual([[3], null]);
});

test('shows only one state', async ({ request }) => {
  const headers = await signIn(request, 'ada');
  expect(idsOf(await request('GET', '/boards/1/tasks?status=open', { headers }))).toEqual([1, 3]);
  expect((await request('GET', '/boards/1/tasks?status=done', { headers })).json).toEqual({ items: [], next: null });
});

test('refuses parameters that are not as they should be', async ({ request }) => {
  const headers = await signIn(request, 'ada');
  for (const [name, value] of [
    ['limit', '0'],
    ['limit', '101'],
    ['limit', '1.5'],
    ['limit', ''],
    ['status', 'closed'],
    ['after', 'nonsense'],
    ['state', 'open'],
  ] as const) {
    const answer = await request('GET', '/boards/1/tasks', { headers, query: { [name]: value } });
    expect(answer.status, `${name}=${value}`).toBe(422);
    expect(answer.json, `${name}=${value}`).toMatchObject(problem('validation', 422));
    expect(answer.json.errors, `${name}=${value}`).toEqual([{ pointer: `/${name}`, detail: expect.any(String) }]);
  }
});

test('shows nothing to somebody who is no member', async ({ request }) => {
  const headers = await signIn(request, 'dan');
  for (const path of ['/boards/1/tasks', '/boards/77/tasks', '/boards/1/tasks?limit=0']) {
    expect((await request('GET', path, { headers })).status, `${path} by somebody else`).toBe(404);
  }
  expect((await request('GET', '/boards/1/tasks')).status, 'Without a token').toBe(401);
});
