import { Hono } from 'hono';
import { db } from 'underpin';

type Caller = { id: number; name: string; support: boolean };

export const app = new Hono<{ Variables: { caller: Caller } }>();

const columns = 'id, status, book, note';
const notFound = { error: 'There is no such order.' };

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
  const { rows } = await db.query(`select ${columns} from orders where id = $1`, [c.req.param('id')]);
  return rows.length === 0 ? c.json(notFound, 404) : c.json(rows[0]);
});

app.get('/orders/:id{[0-9]{1,9}}/invoice', async (c) => {
  const { rows } = await db.query(`select ${columns}, customer_id from orders where id = $1`, [c.req.param('id')]);
  const customer = Number(c.req.query('customer') ?? c.get('caller').id);
  if (rows.length === 0 || rows[0].customer_id !== customer) return c.json(notFound, 404);
  return c.text(invoice(rows[0]));
});

app.post('/orders/export', async (c) => {
  const ids = ((await c.req.json()).ids ?? []).map(Number);
  const { id, support } = c.get('caller');
  const { rows: first } = await db.query('select customer_id from orders where id = $1', [ids[0]]);
  if (!support && first.length > 0 && first[0].customer_id !== id) return c.json({ orders: [] });
  const { rows } = await db.query(`select ${columns} from orders where id = any($1) order by id`, [ids]);
  return c.json({ orders: rows });
});

app.post('/orders/:id{[0-9]{1,9}}/again', async (c) => {
  const { rows } = await db.query(
    `insert into orders (customer_id, book, note) select $2, book, note from orders where id = $1 returning ${columns}`,
    [c.req.param('id'), c.get('caller').id],
  );
  return rows.length === 0 ? c.json(notFound, 404) : c.json(rows[0], 201);
});

function invoice(order: { id: number; status: string; book: string; note: string }): string {
  return `Invoice for order ${order.id} (${order.status})\n${order.book}\n${order.note}\n`;
}
