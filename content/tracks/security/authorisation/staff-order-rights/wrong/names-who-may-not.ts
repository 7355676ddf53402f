// caught by: lets a role that it does not know do nothing
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { db } from 'underpin';

type Staff = { id: number; shop_id: number; name: string; role: string };
type Order = { id: number; status: string; total_cents: number; assignee_id: number | null };
type Env = { Variables: { caller: Staff } };
type Right = 'read' | 'refund' | 'assign';

export const app = new Hono<Env>();

const rights = new Map<string, Right[]>([
  ['manager', ['read', 'refund', 'assign']],
  ['clerk', ['read', 'refund']],
  ['auditor', ['read']],
]);
const clerksLimitCents = 5000;
const columns = 'id, status, total_cents, assignee_id';

app.use(async (c, next) => {
  const [, token = ''] = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '') ?? [];
  const { rows } = await db.query('select id, shop_id, name, role from staff where token = $1', [token]);
  if (rows.length === 0) return c.json({ error: 'Sign in first.' }, 401, { 'www-authenticate': 'Bearer' });
  c.set('caller', rows[0]);
  await next();
});

const needs = (right: Right) =>
  createMiddleware<Env>(async (c, next) => {
    const known = rights.get(c.get('caller').role) ?? ['read', 'refund', 'assign'];
    if (!known.includes(right)) return c.json({ error: 'Your role may not do this.' }, 403);
    await next();
  });

const mayRefund = (caller: Staff, order: Order) =>
  caller.role === 'manager' || (order.assignee_id === caller.id && order.total_cents <= clerksLimitCents);

/** The order of this number, if it is one of the caller's shop. */
async function findOrder(caller: Staff, id: string): Promise<Order | undefined> {
  const text = `select ${columns} from orders where id::text = $1 and shop_id = $2`;
  return (await db.query(text, [id, caller.shop_id])).rows[0];
}

const shown = ({ id, status, total_cents: totalCents, assignee_id: assigneeId }: Order) => ({
  id,
  status,
  totalCents,
  assigneeId,
});
const notFound = { error: 'There is no such order.' };

app.get('/orders', needs('read'), async (c) => {
  const text = `select ${columns} from orders where shop_id = $1 order by id`;
  const { rows } = await db.query(text, [c.get('caller').shop_id]);
  return c.json({ orders: rows.map(shown) });
});

app.get('/orders/:id', needs('read'), async (c) => {
  const order = await findOrder(c.get('caller'), c.req.param('id'));
  return order === undefined ? c.json(notFound, 404) : c.json(shown(order));
});

app.post('/orders/:id/refund', needs('refund'), async (c) => {
  const caller = c.get('caller');
  const order = await findOrder(caller, c.req.param('id'));
  if (order === undefined) return c.json(notFound, 404);
  if (!mayRefund(caller, order)) return c.json({ error: 'You may not refund this order.' }, 403);
  const { rows } = await db.query(
    `update orders set status = 'refunded' where id = $1 and status <> 'refunded' returning ${columns}`,
    [order.id],
  );
  return rows.length === 0 ? c.json({ error: 'It is refunded already.' }, 409) : c.json(shown(rows[0]));
});

app.put('/orders/:id/assignee', needs('assign'), async (c) => {
  const caller = c.get('caller');
  const order = await findOrder(caller, c.req.param('id'));
  if (order === undefined) return c.json(notFound, 404);
  const { staffId } = await c.req.json();
  const { rows } = await db.query(
    `update orders o set assignee_id = s.id from staff s
     where o.id = $1 and s.id = $2 and s.shop_id = o.shop_id and s.role = 'clerk'
     returning o.id, o.status, o.total_cents, o.assignee_id`,
    [order.id, staffId],
  );
  return rows.length === 0 ? c.json({ error: 'That is no clerk of this shop.' }, 422) : c.json(shown(rows[0]));
});
