import { Hono } from 'hono';
import { db } from 'underpin';

const app = new Hono();
app.get('/tasks', async (c) => c.json((await db.query('select id, title from tasks order by id limit 10')).rows));
app.get('/tasks/:id', async (c) => {
  const { rows } = await db.query('select id, title from tasks where id = $1', [Number(c.req.param('id'))]);
  return rows[0] === undefined ? c.json({ code: 'missing' }, 404) : c.json(rows[0]);
});
app.post('/tasks', async (c) => {
  const { title } = await c.req.json();
  const { rows } = await db.query('insert into tasks (title) values ($1) returning id, title', [title]);
  return c.json(rows[0], 201);
});

export { app };
