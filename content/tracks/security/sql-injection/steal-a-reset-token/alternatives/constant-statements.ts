import { Hono } from 'hono';
import { db } from 'underpin';

// One constant statement for each order; the request chooses among them.
const searches: Record<string, string> = {};
for (const sort of ['title', 'author', 'price_cents', 'published_on']) {
  for (const order of ['asc', 'desc']) {
    searches[`${sort} ${order}`] =
      `select id, title, author, price_cents from books where position(lower($1) in lower(title)) > 0 order by ${sort} ${order}, id`;
  }
}

const app = new Hono();

app.get('/books', async (c) => {
  const wanted = `${c.req.query('sort') ?? 'title'} ${c.req.query('order') ?? 'asc'}`;
  const text = Object.hasOwn(searches, wanted) ? searches[wanted] : searches['title asc'];
  const { rows } = await db.query(text, [c.req.query('q') ?? '']);
  return c.json({ books: rows });
});

app.get('/books/:id{[0-9]{1,9}}', async (c) => {
  const { rows } = await db.query('select id, title, author, price_cents from books where id = $1', [
    c.req.param('id'),
  ]);
  return rows.length === 0 ? c.notFound() : c.json(rows[0]);
});

export default app;
