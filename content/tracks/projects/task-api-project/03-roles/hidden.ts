const passwords = { ada: 'lighthouse-77', ben: 'green tea & toast', cleo: 'pässwört', dan: '42 stocktakers' };
const problem = (name: string, status: number) => ({ type: `https://tasks.example/problems/${name}`, status });

async function signIn(request: Fixtures['request'], name: keyof typeof passwords) {
  const json = { email: `${name}@shop.example`, password: passwords[name] };
  const answer = await request('POST', '/sessions', { json });
  expect(answer.status, `Signing in as ${name}`).toBe(201);
  return { authorization: `Bearer ${answer.json.token}` };
}
const ownersOf = async (db: Fixtures['db'], board: number) =>
  (await db.query("select person_id from members where board_id = $1 and role = 'owner'", [board])).rows.length;

test('two owners who remove each other at the same moment leave one', async ({ request, db }) => {
  await db.query("update members set role = 'owner' where board_id = 1 and person_id = 2");
  const [ada, ben] = [await signIn(request, 'ada'), await signIn(request, 'ben')];
  const answers = await Promise.all([
    request('DELETE', '/boards/1/members/2', { headers: ada }),
    request('DELETE', '/boards/1/members/1', { headers: ben }),
  ]);
  // Who comes second has lost their place on the board by then, or would take the last owner away: either may be said.
  expect(answers.filter(({ status }) => status === 204).length, 'Removals that were carried out').toBe(1);
  expect(answers.filter(({ status }) => [403, 404, 409].includes(status)).length, 'Removals that were refused').toBe(1);
  expect(await ownersOf(db, 1), 'Owners of the board').toBe(1);
});

test('owners who all step down at the same moment leave one', async ({ request, db, random }) => {
  const others = random.shuffle([2, 3]);
  for (const id of others)
    await db.query("update members set role = 'owner' where board_id = 1 and person_id = $1", [id]);
  const people = random.shuffle(['ada', 'ben', 'cleo'] as const);
  const ids = { ada: 1, ben: 2, cleo: 3, dan: 4 };
  const sessions: { name: keyof typeof passwords; headers: Record<string, string> }[] = [];
  for (const name of people) sessions.push({ name, headers: await signIn(request, name) });
  const answers = await Promise.all(
    sessions.map(({ name, headers }) =>
      request('PUT', `/boards/1/members/${ids[name]}`, { headers, json: { role: 'viewer' } }),
    ),
  );
  expect(answers.map(({ status }) => status).sort(), 'The three answers').toEqual([200, 200, 409]);
  expect(await ownersOf(db, 1), 'Owners of the board').toBe(1);
});

test('everybody may leave, and only themselves', async ({ request, db }) => {
  const [ben, cleo] = [await signIn(request, 'ben'), await signIn(request, 'cleo')];
  expect((await request('DELETE', '/boards/1/members/3', { headers: ben })).status, 'An editor removes a viewer').toBe(
    403,
  );
  expect((await request('DELETE', '/boards/1/members/3', { headers: cleo })).status, 'A viewer leaves').toBe(204);
  expect((await request('DELETE', '/boards/1/members/2', { headers: ben })).status, 'An editor leaves').toBe(204);
  expect((await db.query('select person_id from members where board_id = 1')).rows).toEqual([{ person_id: 1 }]);
});

test('an owner may leave when another one stays', async ({ request, db }) => {
  await db.query("update members set role = 'owner' where board_id = 1 and person_id = 3");
  const headers = await signIn(request, 'ada');
  expect((await request('DELETE', '/boards/1/members/1', { headers })).status).toBe(204);
  expect(await ownersOf(db, 1)).toBe(1);
});

test('a role counts on its own board alone', async ({ request }) => {
  const headers = await signIn(request, 'ada');
  expect((await request('GET', '/tasks/4', { headers })).status, 'A task of another board').toBe(404);
  expect((await request('DELETE', '/tasks/4', { headers })).status).toBe(404);
  expect((await request('PUT', '/boards/2/members/1', { headers, json: { role: 'owner' } })).status).toBe(404);
});

test('checks the role before the body, and the body before the person', async ({ request }) => {
  const [ada, ben, cleo] = [await signIn(request, 'ada'), await signIn(request, 'ben'), await signIn(request, 'cleo')];
  expect((await request('PATCH', '/tasks/1', { headers: cleo, json: { title: '' } })).status).toBe(403);
  expect((await request('PUT', '/boards/1/members/77', { headers: ben, json: { role: 'king' } })).status).toBe(403);
  const king = await request('PUT', '/boards/1/members/77', { headers: ada, json: { role: 'king' } });
  expect(king.status).toBe(422);
  expect(king.json.errors).toEqual([{ pointer: '/role', detail: expect.any(String) }]);
  for (const person of ['77', 'ben', '0']) {
    const put = await request('PUT', `/boards/1/members/${person}`, { headers: ada, json: { role: 'viewer' } });
    expect(put.status, `PUT …/members/${person}`).toBe(404);
    expect(put.json).toMatchObject(problem('not-found', 404));
  }
  expect((await request('DELETE', '/boards/1/members/4', { headers: ada })).status, 'Somebody who is no member').toBe(
    404,
  );
});

test('an editor who became a viewer no longer removes what they made', async ({ request, db }) => {
  const headers = await signIn(request, 'ben');
  await db.query("update members set role = 'viewer' where board_id = 1 and person_id = 2");
  expect((await request('DELETE', '/tasks/2', { headers })).status).toBe(403);
});

test('what the steps before asked for still holds', async ({ request }) => {
  const headers = await signIn(request, 'ada');
  expect((await request('GET', '/boards/1/members')).status, 'Without a token').toBe(401);
  const made = await request('POST', '/boards/1/tasks', { headers, json: { title: ' Chairs ', due: '2027-03-05' } });
  expect(made.json).toEqual({ id: made.json.id, board: 1, title: 'Chairs', status: 'open', due: '2027-03-05' });
  const cut = await request('PATCH', `/tasks/${made.json.id}`, { headers, json: { due: null } });
  expect(cut.json).toEqual({ ...made.json, due: null });
});
