import { Hono } from 'hono';
import { db } from 'underpin';

type Staff = { id: number; shop_id: number; name: string; role: string };

export const app = new Hono<{ Variables: { caller: Staff } }>();

app.use(async (c, next) => {
  const [, token = ''] = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '') ?? [];
  const { rows } = await db.query('select id, shop_id, name, role from staff where token = $1', [token]);
  if (rows.length === 0) return c.json({ error: 'Sign in first.' }, 401, { 'www-authenticate': 'Bearer' });
  c.set('caller', rows[0]);
  await next();
});

// Your routes go here: GET /orders, GET /orders/:id, POST /orders/:id/refund, PUT /orders/:id/assignee.
