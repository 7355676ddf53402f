import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

app.post('/query', async (c) => {
  const { first } = await c.req.json();
  const { rows } = await db.query('select id from books order by id limit $1', [first]);
  return c.json({ data: { books: rows } });
});
