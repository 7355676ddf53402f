import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

app.get('/tasks/:id', async (c) => {
  const { rows } = await db.query('select id, title, status from tasks where id = $1', [c.req.param('id')]);
  return c.json(rows[0]);
});
