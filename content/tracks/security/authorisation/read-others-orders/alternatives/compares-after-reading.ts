import { Hono } from 'hono';
import { db } from 'underpin';

const app = new Hono<{ Variables: { caller: { id: number; support: boolean } } }>();

// Reads first and compares then, in one function that every route with an id goes through.
const visible = (row: { customer_id: number } | undefined, caller: { id: number; support: boolean }) =>
  row !== undefined && (caller.support || row.customer_id === caller.id);

const load = async (id: string) => (await db.query('select * from orders where id = $1', [id])).rows[0];
const shown = ({ id, status, book, note }: Record<string, unknown>) => ({ id, status, book, note });

app.use(async (c, next) => {
  const header = c.req.header('authorization') ?? '';
  const token = header.startsWith('Bearer ') ? header.slice(7) : '';
  const { rows } = await db.query('select id, support from customers where token = $1', [token]);
  if (rows[0] === undefined) return c.json({ error: 'Who are you?' }, 401);
  c.set('caller', rows[0]);
  return next();
});

app.get('/orders', async (c) => {
  const { rows } = await db.query('select * from orders where customer_id = $1 order by id', [c.get('caller').id]);
  return c.json({ orders: rows.map(shown) });
});

app.get('/orders/:id{[0-9]{1,9}}', async (c) => {
  const order = await load(c.req.param('id'));
  return visible(order, c.get('caller')) ? c.json(shown(order)) : c.notFound();
});

app.get('/orders/:id{[0-9]{1,9}}/invoice', async (c) => {
  const order = await load(c.req.param('id'));
  if (!visible(order, c.get('caller'))) return c.notFound();
  return c.text(`Invoice for order ${order.id} (${order.status})\n${order.book}\n${order.note}\n`);
});

app.post('/orders/export', async (c) => {
  const { ids } = await c.req.json();
  const orders: unknown[] = [];
  for (const id of [...new Set<number>(ids)].toSorted((a, b) => a - b)) {
    const order = await load(String(id));
    if (visible(order, c.get('caller'))) orders.push(shown(order));
  }
  return c.json({ orders });
});

app.post('/orders/:id{[0-9]{1,9}}/again', async (c) => {
  const { id } = c.get('caller');
  const { rows } = await db.query(
    `insert into orders (customer_id, book, note)
     select customer_id, book, note from orders where id = $1 and customer_id = $2
     returning id, status, book, note`,
    [c.req.param('id'), id],
  );
  return rows.length === 1 ? c.json(rows[0], 201) : c.notFound();
});

export default app;
