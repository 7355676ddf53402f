import { Hono } from 'hono';

export const app = new Hono();

app.get('/country/:ip', async (c) => {
  const answer = await fetch(`https://geo.test/v1/${c.req.param('ip')}`);
  const { country } = (await answer.json()) as { country: string };
  return c.json({ country, source: 'lookup' });
});
