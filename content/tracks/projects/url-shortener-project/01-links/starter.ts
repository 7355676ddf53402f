import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

app.get('/links/:code', async (c) => {
  const { rows } = await db.query('select code, url from links where code = $1', [c.req.param('code')]);
  return c.json(rows[0]);
});
