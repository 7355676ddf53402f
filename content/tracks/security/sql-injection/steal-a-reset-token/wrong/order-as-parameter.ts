// caught by: works: sorts by each column, in both directions
import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

const columns = 'id, title, author, price_cents';

app.get('/books', async (c) => {
  const { q = '', sort = 'title' } = c.req.query();
  const { rows } = await db.query(`select ${columns} from books where title ilike $1 order by $2::text, id`, [
    `%${q}%`,
    sort,
  ]);
  return c.json({ books: rows });
});

app.get('/books/:id', async (c) => {
  const { rows } = await db.query(`select ${columns} from books where id::text = $1`, [c.req.param('id')]);
  return rows.length === 0 ? c.json({ error: 'There is no such book.' }, 404) : c.json(rows[0]);
});
