import { Hono } from 'hono';

class ShopError extends Error {
  readonly code: string;
  readonly status: 404 | 409 | 422;

  constructor(code: string, status: 404 | 409 | 422, title: string) {
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
  const order = await c.req.json();
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

app.onError((error, c) => c.json({ error: error.message, stack: error.stack }, 500));
