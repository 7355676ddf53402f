import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

app.post('/readings/:id/bookings', async (c) => {
  const { rows } = await db.query('select id, title, seats from readings where id = $1', [c.req.param('id')]);
  return c.json(rows[0]);
});
