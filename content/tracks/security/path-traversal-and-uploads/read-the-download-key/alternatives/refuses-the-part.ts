import { Hono } from 'hono';
import { files } from 'underpin';

export const app = new Hono();

// A part that is exactly two dots is a step up; two dots within a name are part of the name.
const isOutside = (name: string) => name.startsWith('/') || name.split('/').includes('..');

app.get('/downloads', async (c) => {
  const name = c.req.query('file') ?? '';
  if (isOutside(name)) return c.text('There is no such file.', 404);
  try {
    return c.text(await files.read(files.resolve('/srv/shop/books', name)));
  } catch {
    return c.text('There is no such file.', 404);
  }
});

app.get('/covers/:name', async (c) => {
  const name = decodeURIComponent(c.req.param('name'));
  if (isOutside(name)) return c.text('There is no such cover.', 404);
  try {
    const text = await files.read(files.resolve('/srv/shop/covers', name));
    return c.body(text, 200, { 'content-type': 'image/svg+xml' });
  } catch {
    return c.text('There is no such cover.', 404);
  }
});
