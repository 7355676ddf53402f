import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

app.post('/orders/:id/payment', async (c) => {
  const { rows } = await db.query('select id, total, status from orders where id = $1', [Number(c.req.param('id'))]);
  return c.json(rows[0] ?? null, 503);
});
