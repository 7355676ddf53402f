import { Hono } from 'hono';

export const app = new Hono();

app.post('/events', async (c) => {
  const event = await c.req.json<{ name: string }>();
  await fetch('https://stats.test/batch', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ events: [event] }),
  });
  return c.body(null, 202);
});

app.get('/events', (c) => c.json({ waiting: 0, sent: 0, dropped: 0 }));
