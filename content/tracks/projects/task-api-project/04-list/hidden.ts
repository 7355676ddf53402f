const passwords = { ada: 'lighthouse-77', cleo: 'pässwört', dan: '42 stocktakers' };

async function signIn(request: Fixtures['request'], name: keyof typeof passwords) {
  const json = { email: `${name}@shop.example`, password: passwords[name] };
  const answer = await request('POST', '/sessions', { json });
  expect(answer.status, `Signing in as ${name}`).toBe(201);
  return { authorization: `Bearer ${answer.json.token}` };
}
type Items = { id: number }[];

async function walk(
  request: Fixtures['request'],
  headers: Record<string, string>,
  query: Record<string, string | number>,
  between: (page: Items) => Promise<unknown> = async () => undefined,
): Promise<number[]> {
  const seen: number[] = [];
  let after: string | null = null;
  for (let turn = 0; turn < 30; turn++) {
    const { status, json } = await request('GET', '/boards/1/tasks', {
      headers,
      query: { ...query, ...(after !== null && { after }) },
    });
    expect(status, `Page ${turn + 1}`).toBe(200);
    seen.push(...(json.items as Items).map(({ id }) => id));
    after = json.next;
    if (after === null) break;
    await between(json.items as Items);
  }
  return seen;
}

test('a walk shows each task once, in order, whatever its day', async ({ request, db, random }) => {
  const headers = await signIn(request, 'ada');
  await db.query('delete from tasks where board_id = 1');
  const days = ['2027-01-01', '2027-01-01', '2027-01-02', '2026-12-31', null, null, null, '2027-01-02', '2027-06-30'];
  const tasks = random.shuffle(days).map((due, index) => ({ id: 500 + index, due }));
  for (const { id, due } of tasks) {
    await db.query("insert into tasks (id, board_id, title, due) values ($1, 1, 'x', $2)", [id, due]);
  }
  const key = ({ due }: { due: string | null }) => due ?? '9999';
  const expected = tasks
    .toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id - b.id))
    .map(({ id }) => id);
  for (const limit of [1, 2, random.int(3, 4)]) {
    expect(await walk(request, headers, { limit }), `The walk in pages of ${limit}`).toEqual(expected);
  }
});

test('nobody misses a task because others remove or add some', async ({ request, db }) => {
  const headers = await signIn(request, 'ada');
  await db.query('delete from tasks where board_id = 1');
  await db.query(`insert into tasks (id, board_id, title, due)
    select 600 + n, 1, 'x', case when n <= 4 then date '2027-01-01' + n end from generate_series(1, 8) n`);
  let turn = 0;
  const seen = await walk(request, headers, { limit: 2 }, async (page) => {
    // The whole page is done and removed, and one comes in before it.
    for (const { id } of page) await db.query('delete from tasks where id = $1', [id]);
    await db.query("insert into tasks (id, board_id, title, due) values ($1, 1, 'new', '2026-01-01')", [700 + turn++]);
  });
  expect(seen, 'Tasks that were there all the time').toEqual([601, 602, 603, 604, 605, 606, 607, 608]);
});

test('ends with a page that is exactly full', async ({ request }) => {
  const headers = await signIn(request, 'ada');
  const answer = await request('GET', '/boards/1/tasks?limit=3', { headers });
  expect([answer.json.items.length, answer.json.next]).toEqual([3, null]);
});

test('a walk through one state stays in it', async ({ request, db }) => {
  const headers = await signIn(request, 'ada');
  await db.query(
    "insert into tasks (id, board_id, title, status) select 800 + n, 1, 'x', case when n % 2 = 0 then 'open' else 'done' end from generate_series(1, 6) n",
  );
  expect(await walk(request, headers, { limit: 1, status: 'open' })).toEqual([1, 3, 802, 804, 806]);
});

test('shows twenty tasks when nobody says how many', async ({ request, db }) => {
  const headers = await signIn(request, 'ada');
  await db.query("insert into tasks (board_id, title) select 1, 'x' from generate_series(1, 30)");
  const { json } = await request('GET', '/boards/1/tasks', { headers });
  expect(json.items).toHaveLength(20);
  expect(json.next).not.toBe(null);
  expect((await request('GET', '/boards/1/tasks?limit=100', { headers })).json.items).toHaveLength(33);
});

test('reads no more tasks than it needs, in one statement', async ({ request, db }) => {
  const headers = await signIn(request, 'ada');
  await db.query("insert into tasks (board_id, title) select 1, 'x' from generate_series(1, 30)");
  const before = db.statements().length;
  expect((await request('GET', '/boards/1/tasks?limit=2&status=open', { headers })).status).toBe(200);
  const reading = db
    .statements()
    .slice(before)
    .filter(({ text }) => /\btasks\b/i.test(text));
  expect(reading.length, 'Statements that read tasks').toBe(1);
  expect(reading[0]!.rowCount, 'Tasks fetched for a page of two').toBeLessThanOrEqual(3);
  expect(reading[0]!.concatenated, 'Whether a parameter stands in the text of the statement').toBe(false);
});

test('refuses a cursor that was changed on the way', async ({ request }) => {
  const headers = await signIn(request, 'ada');
  const first = await request('GET', '/boards/1/tasks?limit=1', { headers });
  for (const after of ['', 'x', '2027-02-30_1', `${first.json.next}!`, "1' or 1=1", '_', 'infinity_', '2027-01-01']) {
    const answer = await request('GET', '/boards/1/tasks', { headers, query: { after } });
    expect(answer.status, `after=${after}`).toBe(422);
    expect(answer.json.errors).toEqual([{ pointer: '/after', detail: expect.any(String) }]);
  }
});

test('making a task still works at the same address', async ({ request }) => {
  const headers = await signIn(request, 'ada');
  const made = await request('POST', '/boards/1/tasks', { headers, json: { title: 'Chairs', due: '2027-02-21' } });
  expect(made.status).toBe(201);
  const { json } = await request('GET', '/boards/1/tasks', { headers });
  expect(json.items.map(({ id }: { id: number }) => id)).toEqual([2, made.json.id, 1, 3]);
});
