import { Hono } from 'hono';

export const app = new Hono();

app.get('/quotes/:book', async (c) => {
  const stock = await fetch(`https://stock.test/books/${c.req.param('book')}`);
  const { warehouse } = await stock.json();
  return c.json({ warehouse, cents: 0 });
});
