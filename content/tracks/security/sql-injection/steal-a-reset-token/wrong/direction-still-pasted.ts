// caught by: patch: hides a division by zero behind the sort direction and tells yes from no by the status
import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

const columns = 'id, title, author, price_cents';
const sortable = ['title', 'author', 'price_cents', 'published_on'];

app.get('/books', async (c) => {
  const { q = '', sort = 'title', order = 'asc' } = c.req.query();
  if (!sortable.includes(sort)) return c.json({ error: 'unknown column' }, 400);
  const { rows } = await db.query(`select ${columns} from books where title ilike $1 order by ${sort} ${order}, id`, [
    `%${q}%`,
  ]);
  return c.json({ books: rows });
});

app.get('/books/:id', async (c) => {
  const { rows } = await db.query(`select ${columns} from books where id::text = $1`, [c.req.param('id')]);
  return rows.length === 0 ? c.json({ error: 'There is no such book.' }, 404) : c.json(rows[0]);
});
