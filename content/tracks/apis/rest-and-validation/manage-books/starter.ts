import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

app.get('/books/:id', async (c) => {
  const { rows } = await db.query('select id, isbn, title, price, stock from books where id = $1', [c.req.param('id')]);
  return c.json(rows[0]);
});
