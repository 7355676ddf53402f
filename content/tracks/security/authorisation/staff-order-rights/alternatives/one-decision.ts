import { Hono } from 'hono';
import { db } from 'underpin';

const app = new Hono();

type Verdict = 'yes' | 'not this role' | 'not this order';
// One function decides everything from caller, action and order; null is "no order yet".
function decide(who: any, action: string, order: any): Verdict {
  switch (`${who.role} ${action}`) {
    case 'manager read':
    case 'manager refund':
    case 'manager assign':
    case 'clerk read':
    case 'auditor read':
      return 'yes';
    case 'clerk refund':
      if (order === null) return 'yes';
      return order.assigneeId === who.id && order.totalCents <= 5000 ? 'yes' : 'not this order';
    default:
      return 'not this role';
  }
}

const fields = 'id, status, total_cents as "totalCents", assignee_id as "assigneeId"';

async function handle(c: any, action: string, work: (who: any, order: any) => Promise<Response>) {
  const token = String(c.req.header('authorization') ?? '').slice('Bearer '.length);
  const who = (await db.query('select * from staff where token = $1', [token])).rows[0];
  if (!who) {
    c.header('WWW-Authenticate', 'Bearer');
    return c.json({}, 401);
  }
  if (decide(who, action, null) !== 'yes') return c.json({}, 403);
  const id = c.req.param('id');
  if (id === undefined) return work(who, null);
  const all = await db.query(`select ${fields} from orders where shop_id = $1`, [who.shop_id]);
  const order = all.rows.find((row: { id: number }) => String(row.id) === id);
  if (!order) return c.json({}, 404);
  if (decide(who, action, order) !== 'yes') return c.json({}, 403);
  return work(who, order);
}

app.get('/orders', (c) =>
  handle(c, 'read', async (who) => {
    const { rows } = await db.query(`select ${fields} from orders where shop_id = $1 order by id`, [who.shop_id]);
    return c.json({ orders: rows });
  }),
);

app.get('/orders/:id', (c) => handle(c, 'read', async (_who, order) => c.json(order)));

app.post('/orders/:id/refund', (c) =>
  handle(c, 'refund', async (_who, order) => {
    if (order.status === 'refunded') return c.json({}, 409);
    await db.query(`update orders set status = 'refunded' where id = $1`, [order.id]);
    return c.json({ ...order, status: 'refunded' });
  }),
);

app.put('/orders/:id/assignee', (c) =>
  handle(c, 'assign', async (who, order) => {
    const { staffId } = await c.req.json();
    const clerks = await db.query(`select id from staff where shop_id = $1 and role = 'clerk'`, [who.shop_id]);
    if (!clerks.rows.some((row: { id: number }) => row.id === staffId)) return c.json({}, 422);
    await db.query('update orders set assignee_id = $2 where id = $1', [order.id, staffId]);
    return c.json({ ...order, assigneeId: staffId });
  }),
);

export default app;
