import { Hono } from 'hono';

const app = new Hono();
let books: number[] = [];

app.all('/wishes', (c) => {
  if (['GET', 'HEAD'].includes(c.req.method)) return c.json({ books });
  return c.json({ title: 'Method not allowed' }, 405, { Allow: 'HEAD, GET' });
});

app.all('/wishes/:book', (c) => {
  const text = c.req.param('book');
  if (!/^[1-9]\d{0,8}$/.test(text)) return c.notFound();
  const book = Number(text);
  switch (c.req.method) {
    case 'PUT': {
      if (books.includes(book)) return c.body(null, 204);
      books.push(book);
      return c.json({ book }, 201);
    }
    case 'DELETE':
      books = books.filter((one) => one !== book);
      return c.body(null, 204);
    default:
      return c.text('Try PUT or DELETE.', 405, { Allow: 'DELETE, PUT' });
  }
});

export default app;
