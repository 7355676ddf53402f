import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

app.post('/customers/:customer/orders', async (c) => {
  const { book, copies } = await c.req.json();
  const { rows } = await db.query('select price from books where id = $1', [book]);
  return c.json({ book, copies, price: rows[0]?.price }, 201);
});
