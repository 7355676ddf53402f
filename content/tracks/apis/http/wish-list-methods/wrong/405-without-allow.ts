// caught by: answers another method with 405 and the methods that are allowed
import { Hono } from 'hono';

export const app = new Hono();
const books = new Set<number>();
const book = '/wishes/:book{[1-9][0-9]{0,8}}';

app.get('/wishes', (c) => c.json({ books: [...books] }));
app.all('/wishes', (c) => c.text('Method not allowed', 405));
app.put(book, (c) => {
  const number = Number(c.req.param('book'));
  const isNew = !books.has(number);
  books.add(number);
  return c.body(null, isNew ? 201 : 204);
});
app.delete(book, (c) => {
  books.delete(Number(c.req.param('book')));
  return c.body(null, 204);
});
app.all(book, (c) => c.text('Method not allowed', 405));
