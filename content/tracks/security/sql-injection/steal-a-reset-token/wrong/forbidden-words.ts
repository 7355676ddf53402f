// caught by: patch: asks the search yes-or-no questions, without UNION, comments or semicolons
import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

const columns = 'id, title, author, price_cents';
const sortable = ['title', 'author', 'price_cents', 'published_on'];

app.get('/books', async (c) => {
  const { q = '', sort = 'title', order = 'asc' } = c.req.query();
  if (/union|--|;|drop|insert/i.test(q)) return c.json({ error: 'forbidden' }, 403);
  if (!sortable.includes(sort) || !['asc', 'desc'].includes(order)) return c.json({ error: 'unknown order' }, 400);
  const { rows } = await db.query(
    `select ${columns} from books where title ilike '%${q}%' order by ${sort} ${order}, id`,
  );
  return c.json({ books: rows });
});

app.get('/books/:id', async (c) => {
  const { rows } = await db.query(`select ${columns} from books where id = $1`, [c.req.param('id')]);
  return rows.length === 0 ? c.json({ error: 'There is no such book.' }, 404) : c.json(rows[0]);
});
