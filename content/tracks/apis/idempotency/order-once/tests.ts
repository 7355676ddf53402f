type Sent = { book?: unknown; copies?: unknown };
const order = ({ request }: Pick<Fixtures, 'request'>, key: string, json: Sent, customer = 1) =>
  request('POST', `/customers/${customer}/orders`, { json, headers: { 'idempotency-key': key } });

const ordersOf = async (db: Fixtures['db'], customer: number) =>
  (await db.query('select id, book_id, copies, total from orders where customer_id = $1 order by id', [customer])).rows;

const stockOf = async (db: Fixtures['db'], book: number) =>
  (await db.query('select stock from books where id = $1', [book])).rows[0]!.stock;

test('makes an order', async ({ request, db }) => {
  const answer = await order({ request }, 'a-1', { book: 7, copies: 2 });
  expect(answer.status).toBe(201);
  const rows = await ordersOf(db, 1);
  expect(rows).toEqual([{ id: rows[0]?.id, book_id: 7, copies: 2, total: '25.00' }]);
  expect(answer.json).toEqual({ id: rows[0]!.id, book: 7, copies: 2, total: '25.00' });
  expect(answer.headers.location).toBe(`/orders/${rows[0]!.id}`);
  expect(await stockOf(db, 7)).toBe(18);
});

test('makes one order of two equal requests', async ({ request, db }) => {
  const first = await order({ request }, 'a-1', { book: 7, copies: 2 });
  const second = await order({ request }, 'a-1', { book: 7, copies: 2 });
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.json, 'The answer to the repetition').toEqual(first.json);
  expect(second.headers.location, 'The Location of the repetition').toBe(first.headers.location);
  expect((await ordersOf(db, 1)).length, 'Orders in the table').toBe(1);
  expect(await stockOf(db, 7)).toBe(18);
});

test('makes two orders of two keys', async ({ request, db }) => {
  expect((await order({ request }, 'a-1', { book: 7, copies: 2 })).status).toBe(201);
  expect((await order({ request }, 'a-2', { book: 7, copies: 2 })).status).toBe(201);
  expect((await ordersOf(db, 1)).length, 'Orders in the table').toBe(2);
});

test('makes one order of requests with one key at the same moment', async ({ request, db }) => {
  const send = () => order({ request }, 'a-1', { book: 7, copies: 2 });
  const answers = await Promise.all([send(), send(), send()]);
  const [row, ...others] = await ordersOf(db, 1);
  expect(others, 'Orders beyond the first').toEqual([]);
  const made = answers.filter(({ status }) => status === 201);
  expect(made.length, 'Answers with the order').toBeGreaterThanOrEqual(1);
  for (const { json } of made) expect(json).toEqual({ id: row!.id, book: 7, copies: 2, total: '25.00' });
  for (const { status, json } of answers.filter((answer) => !made.includes(answer))) {
    expect({ status, type: json?.type }).toEqual({ status: 409, type: 'https://shop.example/problems/in-progress' });
  }
  expect(await stockOf(db, 7)).toBe(18);
});

test('refuses a key that belongs to another order', async ({ request, db }) => {
  expect((await order({ request }, 'a-1', { book: 7, copies: 2 })).status).toBe(201);
  for (const json of [
    { book: 7, copies: 3 },
    { book: 8, copies: 2 },
  ]) {
    const answer = await order({ request }, 'a-1', json);
    expect(answer.status, `The same key with ${JSON.stringify(json)}`).toBe(422);
    expect(answer.headers['content-type'], 'The type of a refusal').toMatch(/^application\/problem\+json\b/);
    expect(answer.json).toMatchObject({ type: 'https://shop.example/problems/key-reused', status: 422 });
  }
  expect((await ordersOf(db, 1)).length, 'Orders in the table').toBe(1);
});

test('asks for a key', async ({ request, db }) => {
  const answers = [
    await request('POST', '/customers/1/orders', { json: { book: 7, copies: 2 } }),
    await order({ request }, 'x'.repeat(101), { book: 7, copies: 2 }),
  ];
  for (const { status, json } of answers) {
    expect({ status, type: json?.type }).toEqual({ status: 400, type: 'https://shop.example/problems/no-key' });
  }
  expect((await order({ request }, 'x'.repeat(100), { book: 7, copies: 2 })).status).toBe(201);
  expect((await ordersOf(db, 1)).length, 'Orders in the table').toBe(1);
});
