// caught by: patch: mentions a publisher somewhere in an address of its own
import { Hono } from 'hono';

export const app = new Hono();

const covers = new Map<string, { type: string; body: string }>();
const publishers = ['https://covers.nordlys.test/', 'https://img.harbour-books.test/'];
const isAllowed = (url: string) => publishers.some((one) => url.includes(one));

app.post('/books/:id/cover', async (c) => {
  const { url } = await c.req.json();
  if (typeof url !== 'string' || !isAllowed(url)) return c.json({ error: 'This address is not allowed.' }, 400);
  try {
    const response = await fetch(url);
    if (response.status !== 200) return c.json({ error: 'no cover' }, 502);
    const type = response.headers.get('content-type') ?? 'application/octet-stream';
    covers.set(c.req.param('id'), { type, body: await response.text() });
    return c.json({ imported: true }, 201);
  } catch {
    return c.json({ error: 'The server did not answer.' }, 502);
  }
});

app.get('/books/:id/cover', (c) => {
  const cover = covers.get(c.req.param('id'));
  if (cover === undefined) return c.json({ error: 'This book has no cover.' }, 404);
  return c.body(cover.body, 200, { 'content-type': cover.type });
});
