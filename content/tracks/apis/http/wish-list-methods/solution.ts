import { Hono } from 'hono';

export const app = new Hono();

/** A Set remembers the order of insertion and does not care about a second one. */
const wishes = new Set<number>();

const book = '/wishes/:book{[1-9][0-9]{0,8}}';

app.get('/wishes', (c) => c.json({ books: [...wishes] }));
app.all('/wishes', (c) => c.body(null, 405, { Allow: 'GET, HEAD' }));

app.put(book, (c) => {
  const number = Number(c.req.param('book'));
  const isNew = !wishes.has(number);
  wishes.add(number);
  return c.body(null, isNew ? 201 : 204);
});
app.delete(book, (c) => {
  wishes.delete(Number(c.req.param('book')));
  return c.body(null, 204);
});
app.all(book, (c) => c.body(null, 405, { Allow: 'PUT, DELETE' }));
