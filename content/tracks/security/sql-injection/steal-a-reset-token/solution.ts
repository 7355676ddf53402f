import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

const columns = 'id, title, author, price_cents';
const sortColumns = new Map([
  ['title', 'title'],
  ['author', 'author'],
  ['price_cents', 'price_cents'],
  ['published_on', 'published_on'],
]);
const directions = new Map([
  ['asc', 'asc'],
  ['desc', 'desc'],
]);

app.get('/books', async (c) => {
  const { q = '', sort = 'title', order = 'asc' } = c.req.query();
  const column = sortColumns.get(sort);
  const direction = directions.get(order);
  if (column === undefined || direction === undefined) {
    return c.json({ error: `sort is one of ${[...sortColumns.keys()].join(', ')}; order is asc or desc.` }, 400);
  }
  const { rows } = await db.query(
    `select ${columns} from books where title ilike $1 order by ${column} ${direction}, id`,
    [`%${q}%`],
  );
  return c.json({ books: rows });
});

app.get('/books/:id', async (c) => {
  const id = Number(c.req.param('id'));
  const { rows } =
    Number.isInteger(id) && Math.abs(id) < 2 ** 31
      ? await db.query(`select ${columns} from books where id = $1`, [id])
      : { rows: [] };
  return rows.length === 0 ? c.json({ error: 'There is no such book.' }, 404) : c.json(rows[0]);
});
