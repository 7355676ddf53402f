// caught by: deletes a book that is not there without complaint
import { Hono } from 'hono';

export const app = new Hono();
const books = new Set<number>();
const book = '/wishes/:book{[1-9][0-9]{0,8}}';

app.get('/wishes', (c) => c.json({ books: [...books] }));
app.all('/wishes', (c) => c.body(null, 405, { Allow: 'GET, HEAD' }));
app.put(book, (c) => {
  const number = Number(c.req.param('book'));
  const isNew = !books.has(number);
  books.add(number);
  return c.body(null, isNew ? 201 : 204);
});
app.delete(book, (c) => (books.delete(Number(c.req.param('book'))) ? c.body(null, 204) : c.notFound()));
app.all(book, (c) => c.body(null, 405, { Allow: 'PUT, DELETE' }));
