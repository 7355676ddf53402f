import { Hono } from 'hono';

export const app = new Hono();

app.post('/gift-cards', async (c) => {
  const { amountCents, message } = await c.req.json();
  return c.json({ amountCents, message });
});
