import { Hono } from 'hono';
import { files } from 'underpin';

const app = new Hono();

// Only as many steps up as there were steps down before them.
function staysInside(name: string): boolean {
  if (name.startsWith('/')) return false;
  let depth = 0;
  for (const part of name.split('/')) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return false;
  }
  return depth > 0;
}

app.get('/downloads', async (c) => {
  const name = c.req.query('file') ?? '';
  if (!staysInside(name)) return c.json({ error: 'not a book' }, 400);
  try {
    return c.text(await files.read(`/srv/shop/books/${name}`));
  } catch {
    return c.notFound();
  }
});

app.get('/covers/:name', async (c) => {
  const sent = c.req.param('name');
  // Covers lie side by side: the list of the folder says which names there are.
  const all = await files.list('/srv/shop/covers');
  const name = all.find((one) => one === sent || encodeURIComponent(one) === sent);
  if (name === undefined) return c.notFound();
  return c.body(await files.read(`/srv/shop/covers/${name}`), 200, { 'content-type': 'image/svg+xml; charset=utf-8' });
});

export default app;
