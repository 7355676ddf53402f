// caught by: patch: appends a UNION to the id in the path, where no quotation mark is needed
import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

const columns = 'id, title, author, price_cents';
const escaped = (text: string) => text.replaceAll("'", "''");

app.get('/books', async (c) => {
  const { q = '', sort = 'title', order = 'asc' } = c.req.query();
  const { rows } = await db.query(
    `select ${columns} from books where title ilike '%${escaped(q)}%' order by ${escaped(sort)} ${escaped(order)}, id`,
  );
  return c.json({ books: rows });
});

app.get('/books/:id', async (c) => {
  const { rows } = await db.query(`select ${columns} from books where id = ${escaped(c.req.param('id'))}`);
  return rows.length === 0 ? c.json({ error: 'There is no such book.' }, 404) : c.json(rows[0]);
});
