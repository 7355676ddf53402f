test('shows twenty books when nobody says how many', async ({ request, db }) => {
  await db.query("insert into books (title, price) select 'Volume ' || n, 1 from generate_series(1, 30) n");
  const { status, json } = await request('GET', '/books');
  expect(status).toBe(200);
  expect(json.items).toHaveLength(20);
  expect(json.next).not.toBe(null);
});

test('shows each book once on a walk through books of one price', async ({ request, db, random }) => {
  const count = random.int(5, 9);
  await db.query(
    "insert into books (id, title, price) select 5000 + n, 'Zine ' || n, 2.00 from generate_series(1, $1) n",
    [count],
  );
  const seen: number[] = [];
  let after: string | null = null;
  for (let turn = 0; turn < 20; turn++) {
    const query: Record<string, string | number> = { limit: 2, q: 'zine', ...(after === null ? {} : { after }) };
    const { status, json } = await request('GET', '/books', { query });
    expect(status).toBe(200);
    seen.push(...json.items.map((book: { id: number }) => book.id));
    after = json.next;
    if (after === null) break;
  }
  expect(seen, 'Every zine, once').toEqual(Array.from({ length: count }, (_, index) => 5001 + index));
});

test('survives that the last book of a page is removed', async ({ request, db }) => {
  await db.query(
    "insert into books (id, title, price) select 6000 + n, 'Pamphlet ' || n, n from generate_series(1, 4) n",
  );
  const first = await request('GET', '/books?limit=2&q=pamphlet');
  expect(first.status).toBe(200);
  await db.query('delete from books where id = 6002');
  const second = await request('GET', '/books', { query: { limit: 2, q: 'pamphlet', after: first.json.next } });
  expect(second.status).toBe(200);
  expect(second.json.items.map((book: { id: number }) => book.id)).toEqual([6003, 6004]);
  expect(second.json.next).toBe(null);
});

test('takes every character of a search as it is', async ({ request, db }) => {
  const titles = ['100% Proof', '100 Proofs', "O'Hara's_Log", 'OXHaras Log', 'C:\\Temp', "x' or '1'='1"];
  for (const title of titles) await db.query('insert into books (title, price) values ($1, 3)', [title]);
  for (const [q, expected] of [
    ['0%', ['100% Proof']],
    ["a's_l", ["O'Hara's_Log"]],
    ['\\t', ['C:\\Temp']],
    ["' or '1'='1", ["x' or '1'='1"]],
  ] as const) {
    const { status, json } = await request('GET', '/books', { query: { q } });
    expect(status, `The search for ${q}`).toBe(200);
    expect(
      json.items.map((book: { title: string }) => book.title),
      `Titles that contain ${q}`,
    ).toEqual(expected);
  }
});

test('fetches no more than it needs, in one statement', async ({ request, db }) => {
  expect((await request('GET', '/books?limit=2&q=o')).status).toBe(200);
  const statements = db.statements();
  expect(statements.length, 'Statements for one page').toBe(1);
  expect(statements[0]!.rowCount, 'Rows fetched for a page of two').toBeLessThanOrEqual(3);
  expect(statements[0]!.concatenated, 'Whether the search stands in the text of the statement').toBe(false);
});

test('refuses a cursor that is none', async ({ request }) => {
  const first = await request('GET', '/books?limit=2');
  expect(first.status).toBe(200);
  for (const after of ['', 'x', '!!', `${first.json.next}!`, "1' or 1=1"]) {
    expect((await request('GET', '/books', { query: { after } })).status, `after=${after}`).toBe(400);
  }
});
