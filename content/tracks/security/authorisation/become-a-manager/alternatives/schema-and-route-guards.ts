import { type Context, Hono, type Next } from 'hono';
import { z } from 'zod';
import { db } from 'underpin';

const app = new Hono<{ Variables: { caller: { id: number } } }>();

// Two strict schemas: a property that is not theirs is refused.
const signUp = z.strictObject({ name: z.string(), email: z.string(), newsletter: z.boolean().default(false) });
const changes = z.strictObject({ name: z.string(), email: z.string(), newsletter: z.boolean() }).partial();
const rights = z.strictObject({ role: z.string(), permissions: z.array(z.string()) }).partial();
const columns = 'id, name, email, newsletter, role, permissions';

app.post('/accounts', async (c) => {
  const body = signUp.safeParse(await c.req.json());
  if (!body.success) return c.json({ error: 'name, email and newsletter, please' }, 422);
  const { name, email, newsletter } = body.data;
  const { rows } = await db.query(
    `insert into accounts (token, name, email, newsletter) values ($1, $2, $3, $4) returning token, ${columns}`,
    [crypto.randomUUID(), name, email, newsletter],
  );
  const { token, ...account } = rows[0];
  return c.json({ token, account }, 201);
});

async function signedIn(c: Context, next: Next) {
  const token = (c.req.header('authorization') ?? '').replace(/^Bearer /, '');
  const { rows } = await db.query(`select ${columns} from accounts where token = $1`, [token]);
  if (rows[0] === undefined) return c.json({ error: 'Who are you?' }, 401);
  c.set('caller', rows[0]);
  return next();
}

async function manager(c: Context, next: Next) {
  const { role, permissions } = c.get('caller');
  if (!/^manager$/i.test(role) && !permissions.includes('reports')) return c.json({ error: 'managers only' }, 403);
  return next();
}

app.get('/me', signedIn, (c) => c.json(c.get('caller')));

app.patch('/me', signedIn, async (c) => {
  const body = changes.safeParse(await c.req.json());
  if (!body.success) return c.json({ error: 'name, email and newsletter can be changed' }, 422);
  const { name = null, email = null, newsletter = null } = body.data;
  const { rows } = await db.query(
    `update accounts set name = coalesce($2, name), email = coalesce($3, email), newsletter = coalesce($4, newsletter)
     where id = $1 returning ${columns}`,
    [c.get('caller').id, name, email, newsletter],
  );
  return c.json(rows[0]);
});

const find = async (name: string | undefined) =>
  (await db.query('select name, content from reports where name = $1', [name])).rows[0];

app.get('/admin/reports/:name', signedIn, manager, async (c) => {
  const report = await find(c.req.param('name'));
  return report === undefined ? c.notFound() : c.json(report);
});

app.get('/reports/:name', signedIn, manager, async (c) => {
  const report = await find(c.req.param('name'));
  return report === undefined ? c.notFound() : c.json(report);
});

app.post('/admin/reports/:name/export', signedIn, manager, async (c) => {
  const report = await find(c.req.param('name'));
  return report === undefined ? c.notFound() : c.text(report.content);
});

app.patch('/admin/accounts/:id{[0-9]{1,9}}', signedIn, manager, async (c) => {
  const { role = null, permissions = null } = rights.parse(await c.req.json());
  const { rows } = await db.query(
    `update accounts set role = coalesce($2, role), permissions = coalesce($3, permissions)
     where id = $1 returning ${columns}`,
    [c.req.param('id'), role, permissions],
  );
  return rows.length === 0 ? c.notFound() : c.json(rows[0]);
});

export default app;
