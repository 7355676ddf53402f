// caught by: answers a book that is no number with 404
import { Hono } from 'hono';

export const app = new Hono();
const books = new Set<number>();

app.get('/wishes', (c) => c.json({ books: [...books] }));
app.all('/wishes', (c) => c.body(null, 405, { Allow: 'GET, HEAD' }));
app.put('/wishes/:book', (c) => {
  const number = parseInt(c.req.param('book'));
  const isNew = !books.has(number);
  books.add(number);
  return c.body(null, isNew ? 201 : 204);
});
app.delete('/wishes/:book', (c) => {
  books.delete(parseInt(c.req.param('book')));
  return c.body(null, 204);
});
app.all('/wishes/:book', (c) => c.body(null, 405, { Allow: 'PUT, DELETE' }));
