type Sent = { book?: unknown; copies?: unknown };
const order = ({ request }: Pick<Fixtures, 'request'>, key: string, json: Sent, customer = 1) =>
  request('POST', `/customers/${customer}/orders`, { json, headers: { 'idempotency-key': key } });

const ordersOf = async (db: Fixtures['db'], customer: number) =>
  (await db.query('select id, book_id, copies, total from orders where customer_id = $1 order by id', [customer])).rows;

const stockOf = async (db: Fixtures['db'], book: number) =>
  (await db.query('select stock from books where id = $1', [book])).rows[0]!.stock;

test('repeats the first answer whatever has happened since', async ({ request, db }) => {
  const first = await order({ request }, 'a-1', { book: 8, copies: 3 });
  expect(first.status).toBe(201);
  expect(first.json.total).toBe('42.00');
  await db.query('update books set price = 99, stock = 0 where id = 8');
  const second = await order({ request }, 'a-1', { book: 8, copies: 3 });
  expect(second.status, 'The repetition after the book has sold out').toBe(201);
  expect(second.json, 'The answer after the price has changed').toEqual(first.json);
  expect(second.headers.location).toBe(first.headers.location);
});

test('keeps the keys of two customers apart', async ({ request, db }) => {
  const mine = await order({ request }, 'same', { book: 7, copies: 1 }, 1);
  const theirs = await order({ request }, 'same', { book: 7, copies: 4 }, 2);
  expect([mine.status, theirs.status]).toEqual([201, 201]);
  expect(theirs.json).toMatchObject({ book: 7, copies: 4, total: '50.00' });
  expect((await ordersOf(db, 2)).length, 'Orders of the second customer, with the one from before').toBe(2);
});

test('compares what is meant and not how it is written', async ({ request, db }) => {
  const first = await order({ request }, 'a-1', { book: 7, copies: 2 });
  const again = await request('POST', '/customers/1/orders', {
    body: '{\n  "copies": 2,\n  "book": 7\n}',
    headers: { 'idempotency-key': 'a-1', 'content-type': 'application/json' },
  });
  expect(again.status).toBe(201);
  expect(again.json).toEqual(first.json);
  expect((await ordersOf(db, 1)).length, 'Orders in the table').toBe(1);
});

test('uses no key up for a request that is refused', async ({ request, db }) => {
  const refused: [Sent, number, string][] = [
    [{ book: 999, copies: 1 }, 404, 'unknown-book'],
    [{ book: 12, copies: 1 }, 409, 'sold-out'],
    [{ book: 8, copies: 4 }, 409, 'sold-out'],
    [{ book: 7, copies: 0 }, 422, 'validation'],
    [{ book: 7, copies: 1.5 }, 422, 'validation'],
    [{ book: '7', copies: 1 }, 422, 'validation'],
    [{ copies: 1 }, 422, 'validation'],
  ];
  for (const [json, status, name] of refused) {
    const answer = await order({ request }, 'a-1', json);
    expect({ status: answer.status, type: answer.json?.type }, `The answer to ${JSON.stringify(json)}`).toEqual({
      status,
      type: `https://shop.example/problems/${name}`,
    });
  }
  expect(await ordersOf(db, 1)).toEqual([]);
  const { rows } = await db.query('select id, stock from books order by id');
  expect(rows).toEqual([
    { id: 7, stock: 20 },
    { id: 8, stock: 3 },
    { id: 12, stock: 0 },
  ]);
  await db.query('update books set stock = 5 where id = 12');
  expect((await order({ request }, 'a-1', { book: 12, copies: 1 })).status, 'The same request with copies there').toBe(
    201,
  );
});

test('takes a key as new once its row has been deleted', async ({ request, db }) => {
  expect((await order({ request }, 'a-1', { book: 7, copies: 2 })).status).toBe(201);
  const { rowCount } = await db.query('delete from idempotency_keys where customer_id = 1');
  expect(rowCount, 'Rows that were remembered in idempotency_keys').toBe(1);
  expect((await order({ request }, 'a-1', { book: 7, copies: 3 })).status).toBe(201);
  expect((await ordersOf(db, 1)).map(({ copies }) => copies)).toEqual([2, 3]);
});

test('knows a key that another server has noted', async ({ request, db }) => {
  const first = await order({ request }, "it's-1", { book: 7, copies: 2 });
  expect(first.status).toBe(201);
  await db.query("update idempotency_keys set key = 'moved' where customer_id = 1");
  const second = await order({ request }, 'moved', { book: 7, copies: 2 });
  expect(second.json).toEqual(first.json);
  expect((await ordersOf(db, 1)).length, 'Orders in the table').toBe(1);
});

test('sells the last copies once when different orders arrive at the same moment', async ({ request, db }) => {
  const answers = await Promise.all([
    order({ request }, 'a-1', { book: 8, copies: 2 }),
    order({ request }, 'b-1', { book: 8, copies: 2 }, 2),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await stockOf(db, 8)).toBe(1);
});

test('makes one order for each random key, however often it is sent', async ({ request, db, random }) => {
  await db.query('update books set stock = 1000');
  const keys = Array.from({ length: random.int(3, 5) }, (_, index) => `${index}-${random.string(8)}`);
  const copies = new Map(keys.map((key) => [key, random.int(1, 9)]));
  for (const key of random.shuffle([...keys, ...keys, ...keys.slice(0, 2)])) {
    const { status, json } = await order({ request }, key, { book: 7, copies: copies.get(key) });
    expect({ status, copies: json?.copies }, `The answer to key ${key}`).toEqual({
      status: 201,
      copies: copies.get(key),
    });
  }
  const rows = await ordersOf(db, 1);
  expect(rows.map((row) => row.copies).sort()).toEqual([...copies.values()].sort());
});
