import { Hono, type Context } from 'hono';

class ShopError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, title: string) {
    super(title);
    this.code = code;
    this.status = status;
    this.name = 'ShopError';
  }
}

export const app = new Hono();

const stock = new Map([
  [1, 4],
  [2, 0],
]);
const settingsFile = '{ "currency": "EUR", }';
const customers: Record<string, { address: { city: string } | null }> = {
  ada: { address: { city: 'London' } },
  ben: { address: null },
};

app.get('/books/:id/stock', (c) => {
  const copies = stock.get(Number(c.req.param('id')));
  if (copies === undefined) throw new ShopError('unknown-book', 404, 'There is no such book.');
  return c.json({ copies });
});

app.post('/orders', async (c) => {
  const text = await c.req.text();
  let order;
  try {
    order = JSON.parse(text);
  } catch (error) {
    throw new ShopError('malformed', 400, `${(error as Error).name} in the body`);
  }
  if (!Number.isInteger(order?.quantity) || order.quantity < 1) {
    throw new ShopError('invalid-quantity', 422, 'The quantity must be a whole number of 1 or more.');
  }
  const copies = stock.get(order.book);
  if (copies === undefined) throw new ShopError('unknown-book', 404, 'There is no such book.');
  if (copies < order.quantity) throw new ShopError('out-of-stock', 409, 'There are not enough copies left.');
  stock.set(order.book, copies - order.quantity);
  return c.json({ book: order.book, quantity: order.quantity }, 201);
});

app.get('/settings', (c) => c.json(JSON.parse(settingsFile)));

app.get('/customers/:name/label', (c) => c.json({ city: customers[c.req.param('name')].address!.city }));

app.get('/confirm', (c) => {
  try {
    throw new Error('connect ECONNREFUSED 10.4.0.17:5432');
  } catch (error) {
    throw new RangeError('cannot confirm the address', { cause: error });
  }
});

const base = 'https://shop.example/problems/';

async function send(entry: unknown) {
  try {
    await fetch('https://log.shop.test/errors', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(entry),
      signal: AbortSignal.timeout(2000),
    });
  } catch {
    // The log is down; the client must not notice.
  }
}

const answer = (status: number, type: string, title: string, more = {}) =>
  new Response(JSON.stringify({ type, title, status, ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
  });

app.notFound(() => answer(404, 'about:blank', 'Not Found'));
app.onError((error, c: Context) => {
  if (error instanceof ShopError) return answer(error.status, base + error.code, error.message);
  const id = crypto.randomUUID();
  const { pathname } = new URL(c.req.url);
  const cause = error.cause instanceof Error ? error.cause.message : null;
  void send({
    id,
    method: c.req.method,
    path: pathname,
    name: error.name,
    message: error.message,
    stack: error.stack,
    cause,
  });
  return answer(500, 'about:blank', 'Internal Server Error', { instance: 'urn:uuid:' + id });
});
