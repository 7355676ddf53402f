// caught by: answers as problem documents
import { Hono, type Context } from 'hono';

class ShopError extends Error {
  readonly code: string;
  readonly status: 400 | 404 | 409 | 422;

  constructor(code: string, status: 400 | 404 | 409 | 422, title: string) {
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
  const order = await c.req.json().catch(() => {
    throw new ShopError('malformed', 400, 'The body is not valid JSON.');
  });
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

function problem(c: Context, document: { type: string; title: string; status: number; instance?: string }) {
  return c.body(JSON.stringify(document), document.status as 500, { 'Content-Type': 'application/json' });
}

/** Nobody waits for this, and nothing depends on it. */
function report(id: string, c: Context, error: Error) {
  const { name, message, stack } = error;
  const cause = error.cause instanceof Error ? error.cause.message : null;
  fetch('https://log.shop.test/errors', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id, method: c.req.method, path: c.req.path, name, message, stack, cause }),
  }).catch(() => {});
}

app.notFound((c) => problem(c, { type: 'about:blank', title: 'Not Found', status: 404 }));

app.onError((error, c) => {
  if (error instanceof ShopError) {
    const type = `https://shop.example/problems/${error.code}`;
    return problem(c, { type, title: error.message, status: error.status });
  }
  const id = crypto.randomUUID();
  report(id, c, error);
  return problem(c, { type: 'about:blank', title: 'Internal Server Error', status: 500, instance: `urn:uuid:${id}` });
});
