import { Hono } from 'hono';
import { files } from 'underpin';

export const app = new Hono();

const books = '/srv/shop/books';
const covers = '/srv/shop/covers';

/** The text of a file inside the folder, or null. `name` is used as it is: nothing may change it after this. */
async function readInside(root: string, name: string): Promise<string | null> {
  const place = files.resolve(root, name);
  if (!place.startsWith(`${root}/`)) return null;
  try {
    return await files.read(place);
  } catch {
    return null;
  }
}

app.get('/downloads', async (c) => {
  const text = await readInside(books, c.req.query('file') ?? '');
  return text === null ? c.text('There is no such file.', 404) : c.text(text);
});

app.get('/covers/:name', async (c) => {
  const text = await readInside(covers, decodedAgain(c.req.param('name')));
  if (text === null) return c.text('There is no such cover.', 404);
  return c.body(text, 200, { 'content-type': 'image/svg+xml' });
});

/** Old newsletters encoded their links twice. */
function decodedAgain(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
