import { Hono } from 'hono';

export const app = new Hono();

const endpoint = 'https://partner.test/hooks';
const key = crypto.subtle.importKey(
  'raw',
  new TextEncoder().encode('a key that only we and the partner know'),
  { name: 'HMAC', hash: 'SHA-256' },
  false,
  ['sign'],
);

app.post('/events', async (c) => {
  const { type, data } = await c.req.json();
  await fetch(endpoint, { method: 'POST', body: JSON.stringify({ type, data }) });
  return c.body(null, 202);
});
