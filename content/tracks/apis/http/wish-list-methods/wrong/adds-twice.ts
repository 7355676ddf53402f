// caught by: takes the same book twice without changing anything
import { Hono } from 'hono';

export const app = new Hono();
let books: number[] = [];
const book = '/wishes/:book{[1-9][0-9]{0,8}}';

app.get('/wishes', (c) => c.json({ books }));
app.all('/wishes', (c) => c.body(null, 405, { Allow: 'GET, HEAD' }));
app.put(book, (c) => {
  books.push(Number(c.req.param('book')));
  return c.body(null, 201);
});
app.delete(book, (c) => {
  books = books.filter((one) => one !== Number(c.req.param('book')));
  return c.body(null, 204);
});
app.all(book, (c) => c.body(null, 405, { Allow: 'PUT, DELETE' }));
