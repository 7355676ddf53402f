// caught by: works: answers for what is somebody else’s as for what does not exist
import { Hono } from 'hono';
import { db } from 'underpin';

type Caller = { id: number; name: string; support: boolean };
type Order = { id: number; status: string; book: string; note: string };

export const app = new Hono<{ Variables: { caller: Caller } }>();

const columns = 'id, status, book, note';
const notFound = { error: 'There is no such order.' };

/** The orders among `ids` that `customerId` owns, or all of them for somebody who may read everything. */
async function readOrders(ids: number[], customerId: number, everything: boolean): Promise<Order[]> {
  const text = `select ${columns} from orders where id = any($1) and ($2 or customer_id = $3) order by id`;
  const { rows } = await db.query(text, [ids, everything, customerId]);
  return rows;
}

app.use(async (c, next) => {
  const [, token = ''] = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '') ?? [];
  const { rows } = await db.query('select id, name, support from customers where token = $1', [token]);
  if (rows.length === 0) return c.json({ error: 'Sign in first.' }, 401, { 'www-authenticate': 'Bearer' });
  c.set('caller', rows[0]);
  await next();
});

app.get('/orders', async (c) => {
  const { id } = c.get('caller');
  const { rows } = await db.query(`select ${columns} from orders where customer_id = $1 order by id`, [id]);
  return c.json({ orders: rows });
});

app.get('/orders/:id{[0-9]{1,9}}', async (c) => {
  const { id, support } = c.get('caller');
  const [order] = await readOrders([Number(c.req.param('id'))], id, support);
  if (order !== undefined) return c.json(order);
  const [foreign] = await readOrders([Number(c.req.param('id'))], id, true);
  return foreign === undefined ? c.json(notFound, 404) : c.json({ error: 'This order is not yours.' }, 403);
});

app.get('/orders/:id{[0-9]{1,9}}/invoice', async (c) => {
  const { id, support } = c.get('caller');
  const [order] = await readOrders([Number(c.req.param('id'))], id, support);
  return order === undefined ? c.json(notFound, 404) : c.text(invoice(order));
});

app.post('/orders/export', async (c) => {
  const ids = ((await c.req.json()).ids ?? []).map(Number);
  const { id, support } = c.get('caller');
  return c.json({ orders: await readOrders(ids, id, support) });
});

app.post('/orders/:id{[0-9]{1,9}}/again', async (c) => {
  const { id } = c.get('caller');
  const [order] = await readOrders([Number(c.req.param('id'))], id, false);
  if (order === undefined) return c.json(notFound, 404);
  const { rows } = await db.query(
    `insert into orders (customer_id, book, note) values ($1, $2, $3) returning ${columns}`,
    [id, order.book, order.note],
  );
  return c.json(rows[0], 201);
});

function invoice(order: Order): string {
  return `Invoice for order ${order.id} (${order.status})\n${order.book}\n${order.note}\n`;
}
