import { Hono } from 'hono';
import { files } from 'underpin';

export const app = new Hono();

const books = '/srv/shop/books';
const covers = '/srv/shop/covers';

app.get('/downloads', async (c) => {
  const name = (c.req.query('file') ?? '').replaceAll('../', '');
  try {
    return c.text(await files.read(files.resolve(books, name)));
  } catch {
    return c.text('There is no such file.', 404);
  }
});

app.get('/covers/:name', async (c) => {
  const sent = c.req.param('name');
  if (sent.includes('..') || sent.includes('/')) return c.text('There is no such cover.', 404);
  // Old newsletters encoded their links twice.
  const name = decodeURIComponent(sent);
  try {
    return c.body(await files.read(files.resolve(covers, name)), 200, { 'content-type': 'image/svg+xml' });
  } catch {
    return c.text('There is no such cover.', 404);
  }
});
