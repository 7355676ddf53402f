import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

app.get('/books', async (c) => {
  const { rows } = await db.query('select id, title, price from books');
  return c.json({ items: rows, next: null });
});
