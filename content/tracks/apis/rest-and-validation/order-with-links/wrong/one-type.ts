// caught by: tells the two refusals apart by their type
import { Hono } from 'hono';
import type { Context } from 'hono';

export const app = new Hono();

type Status = 'pending' | 'paid' | 'shipped' | 'cancelled';
type Order = { id: number; title: string; status: Status };

/** What can be done in each status, and where it leads: decides what is offered and what is accepted. */
const actions: Record<Status, Map<string, Status>> = {
  pending: new Map([
    ['payment', 'paid'],
    ['cancellation', 'cancelled'],
  ]),
  paid: new Map([
    ['shipment', 'shipped'],
    ['cancellation', 'cancelled'],
  ]),
  shipped: new Map(),
  cancelled: new Map(),
};

const names = new Set(Object.values(actions).flatMap((offered) => [...offered.keys()]));

const orders = new Map<string, Order>();

const address = ({ id }: Order) => `/orders/${id}`;

function documentOf(order: Order) {
  const self = address(order);
  const links = [...actions[order.status].keys()].map((action) => [action, { href: `${self}/${action}` }]);
  const { title, status } = order;
  return { title, status, _links: { self: { href: self }, ...Object.fromEntries(links) } };
}

const problem = (c: Context, status: 409 | 422, name: string, title: string) =>
  c.body(JSON.stringify({ type: `https://shop.example/problems/refused${name && ''}`, title, status }), status, {
    'Content-Type': 'application/problem+json',
  });

app.get('/', (c) => c.json({ _links: { orders: { href: '/orders' } } }));

app.post('/orders', async (c) => {
  const body = await c.req.json().catch(() => null);
  const title: unknown = body?.title;
  if (typeof title !== 'string' || title === '') {
    return problem(c, 422, 'invalid-order', 'An order needs a title.');
  }
  const order: Order = { id: orders.size + 1, title, status: 'pending' };
  orders.set(String(order.id), order);
  return c.json(documentOf(order), 201, { Location: address(order) });
});

app.get('/orders/:id', (c) => {
  const order = orders.get(c.req.param('id'));
  return order ? c.json(documentOf(order)) : c.notFound();
});

app.post('/orders/:id/:action', (c) => {
  const order = orders.get(c.req.param('id'));
  const action = c.req.param('action');
  if (order === undefined || !names.has(action)) return c.notFound();
  const next = actions[order.status].get(action);
  if (next === undefined) return problem(c, 409, 'not-now', 'The order does not allow this any more.');
  order.status = next;
  return c.json(documentOf(order));
});
