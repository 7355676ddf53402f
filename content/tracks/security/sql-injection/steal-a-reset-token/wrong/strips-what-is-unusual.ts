// caught by: works: finds what stands between any characters
import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

const columns = 'id, title, author, price_cents';
const plain = (text: string) => text.replace(/[^a-z0-9_ ]/gi, '');

app.get('/books', async (c) => {
  const { q = '', sort = 'title', order = 'asc' } = c.req.query();
  const sortable = ['title', 'author', 'price_cents', 'published_on'].includes(sort) ? sort : 'title';
  const { rows } = await db.query(
    `select ${columns} from books where title ilike '%${plain(q)}%' order by ${sortable} ${order === 'desc' ? 'desc' : 'asc'}, id`,
  );
  return c.json({ books: rows });
});

app.get('/books/:id', async (c) => {
  const { rows } = await db.query(
    `select ${columns} from books where id = ${plain(c.req.param('id')).split(' ')[0] || 0}`,
  );
  return rows.length === 0 ? c.json({ error: 'There is no such book.' }, 404) : c.json(rows[0]);
});
