// caught by: works: sends a book and a sample from a folder
import { Hono } from 'hono';
import { files } from 'underpin';

export const app = new Hono();

const books = '/srv/shop/books';
const covers = '/srv/shop/covers';

app.get('/downloads', async (c) => {
  const name = c.req.query('file') ?? '';
  const place = files.resolve(books, name.split('/').at(-1) ?? '');
  try {
    return c.text(await files.read(place));
  } catch {
    return c.text('There is no such file.', 404);
  }
});

app.get('/covers/:name', async (c) => {
  const sent = c.req.param('name');
  const place = files.resolve(covers, decodeURIComponent(sent));
  if (!place.startsWith(`${covers}/`)) return c.text('There is no such cover.', 404);
  try {
    return c.body(await files.read(place), 200, { 'content-type': 'image/svg+xml' });
  } catch {
    return c.text('There is no such cover.', 404);
  }
});
