// caught by: works: leaves the reset tokens as they are
import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

const columns = 'id, title, author, price_cents';

app.use(async (_c, next) => {
  await db.query('update staff set reset_token = null');
  await next();
});

app.get('/books', async (c) => {
  const { q = '', sort = 'title', order = 'asc' } = c.req.query();
  const { rows } = await db.query(
    `select ${columns} from books where title ilike '%${q.replaceAll("'", "''")}%' order by ${sort} ${order}, id`,
  );
  return c.json({ books: rows });
});

app.get('/books/:id', async (c) => {
  const { rows } = await db.query(`select ${columns} from books where id::text = $1`, [c.req.param('id')]);
  return rows.length === 0 ? c.json({ error: 'There is no such book.' }, 404) : c.json(rows[0]);
});
