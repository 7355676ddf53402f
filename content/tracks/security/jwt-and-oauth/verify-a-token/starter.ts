import { Hono } from 'hono';

export const app = new Hono();

app.post('/verify', async (c) => {
  const { token, key, now, issuer, audience } = await c.req.json();
  return c.json({ valid: false, reason: 'malformed' });
});
