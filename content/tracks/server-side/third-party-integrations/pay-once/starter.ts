import { Hono } from 'hono';

export const app = new Hono();

app.put('/payments/:id', async (c) => {
  const { amountCents, token } = await c.req.json<{ amountCents: number; token: string }>();
  const answer = await fetch('https://pay.test/v1/charges', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ amountCents, token }),
  });
  const { id } = (await answer.json()) as { id: string };
  return c.json({ status: 'paid', charge: id });
});
