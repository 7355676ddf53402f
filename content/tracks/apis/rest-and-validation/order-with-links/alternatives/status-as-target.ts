import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';

const app = new Hono();

const newOrder = z.object({ title: z.string().min(1) });
const shelf: { title: string; status: string }[] = [];

const offers = [
  { rel: 'payment', from: ['pending'], to: 'paid' },
  { rel: 'shipment', from: ['paid'], to: 'shipped' },
  { rel: 'cancellation', from: ['pending', 'paid'], to: 'cancelled' },
];

const refuse = (status: 409 | 422, title: string): never => {
  const body = JSON.stringify({ type: `/problems/${status}`, title, status });
  throw new HTTPException(status, {
    res: new Response(body, { status, headers: { 'content-type': 'application/problem+json; charset=utf-8' } }),
  });
};

// The key is in the query, and links are relative to the document's own address.
const show = (key: number, origin: string) => {
  const { title, status } = shelf[key]!;
  const _links: Record<string, { href: string }> = { self: { href: `${origin}/o?key=${key}` } };
  for (const { rel, from, to } of offers) if (from.includes(status)) _links[rel] = { href: `?key=${key}&become=${to}` };
  return { title, status, _links };
};

app.get('/', (c) => c.json({ _links: { orders: { href: 'o' } } }));

app.get('/o', (c) => {
  const key = Number(c.req.query('key') ?? 'x');
  return shelf[key] ? c.json(show(key, new URL(c.req.url).origin)) : c.notFound();
});

app.post('/o', async (c) => {
  const { origin } = new URL(c.req.url);
  const { key, become } = c.req.query();
  if (key === undefined) {
    const parsed = newOrder.safeParse(await c.req.json().catch(() => undefined));
    if (!parsed.success) return refuse(422, 'No title');
    shelf.push({ title: parsed.data.title, status: 'pending' });
    const document = show(shelf.length - 1, origin);
    c.header('Location', document._links.self!.href);
    return c.json(document, 201);
  }
  const order = shelf[Number(key)];
  if (!order) return c.notFound();
  const offer = offers.find(({ to, from }) => to === become && from.includes(order.status));
  if (!offer) return refuse(409, 'Too late');
  order.status = offer.to;
  return c.json(show(Number(key), origin));
});

export default app;
