import { Hono } from 'hono';

export const app = new Hono();

type Status = 'open' | 'paid' | 'shipped' | 'delivered' | 'cancelled';

const histories = new Map<number, Status[]>([
  [7, ['open']],
  [8, ['open', 'paid']],
  [9, ['open', 'paid', 'shipped', 'delivered']],
]);

app.post('/orders/:id/status', async (c) => {
  const history = histories.get(Number(c.req.param('id')));
  if (history === undefined) return c.notFound();
  const { status } = (await c.req.json()) as { status: Status };
  await fetch('https://warehouse.test/check', { method: 'POST' }); // can take some seconds
  history.push(status);
  return c.body(null, 204);
});

app.get('/orders/:id/events', (c) => c.text('not yet', 501));
