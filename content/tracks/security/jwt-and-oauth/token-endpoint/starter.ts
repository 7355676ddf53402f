import { Hono } from 'hono';

export const app = new Hono();

app.post('/codes', async (c) => {
  const { clientId, redirectUri, challenge, method, sub } = await c.req.json();
  return c.json({ code: '' }, 201);
});

app.post('/token', async (c) => {
  const form = await c.req.parseBody();
  return c.json({ error: 'invalid_request' }, 400);
});

app.get('/me', (c) => c.json({ error: 'There are no tokens yet.' }, 401));
