import { Hono } from 'hono';
import { z } from 'zod';

const task = z.object({ title: z.string().min(1).max(80) });
const app = new Hono();
const tasks: { id: number; title: string }[] = [];

app.get('/tasks', (c) => {
  const limit = Number(c.req.query('limit') ?? 20);
  if (!Number.isInteger(limit) || limit < 1) return c.json({ code: 'limit' }, 400);
  return c.json(tasks.slice(0, limit));
});
app.get('/tasks/:id', (c) => {
  const found = tasks.find(({ id }) => id === Number(c.req.param('id')));
  return found === undefined ? c.json({ code: 'missing' }, 404) : c.json(found);
});
app.post('/tasks', async (c) => {
  const parsed = task.safeParse(await c.req.json());
  if (!parsed.success) return c.json({ code: 'invalid' }, 400);
  const made = { id: tasks.length + 1, ...parsed.data };
  tasks.push(made);
  return c.json(made, 201);
});

export { app };
