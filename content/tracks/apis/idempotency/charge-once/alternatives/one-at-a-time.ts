import { Hono } from 'hono';
import { db } from 'underpin';

const app = new Hono();

const attemptOf = async (order: number) => {
  const { rows } = await db.query('select * from attempts where order_id = $1 order by id desc limit 1', [order]);
  return rows[0];
};

/** Orders that this process is charging now: others are told to come back. Another process has the same key anyway. */
const underWay = new Set<number>();

async function tryThreeTimes(order: number, key: string, amount: string) {
  let lastStatus = 0;
  let id = '';
  for (const pauseMs of [0, 1000, 2000]) {
    if (pauseMs) await new Promise((done) => setTimeout(done, pauseMs));
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), 5000);
    lastStatus = await fetch('https://pay.test/charges', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ order, amount }),
      signal: controller.signal,
    })
      .then(async (answer) => {
        if (answer.status === 201) ({ id } = (await answer.json()) as { id: string });
        return answer.status;
      })
      .catch(() => 0)
      .finally(() => clearTimeout(timer));
    if (lastStatus === 201 || lastStatus === 402) break;
  }
  return { lastStatus, id };
}

app.post('/orders/:id/payment', async (c) => {
  const order = Number(c.req.param('id'));
  if (!Number.isInteger(order) || order < 1 || order > 2147483647) return c.notFound();
  const { rows } = await db.query('select status, total from orders where id = $1', [order]);
  if (!rows[0]) return c.notFound();
  let attempt = await attemptOf(order);
  const done = (charge: string) => c.json({ order, status: 'paid', charge }, 200);
  if (rows[0].status === 'paid') return done(attempt.charge);
  if (underWay.has(order)) return c.text('another request is at it', 409);
  underWay.add(order);
  try {
    if (!attempt || attempt.outcome !== null) {
      const key = `${order}-${Number(attempt?.id ?? 0)}-${crypto.randomUUID()}`;
      // Another process may have paid it meanwhile: the lock makes sure that the status is the last word.
      const inserted = await db.transaction(async (tx) => {
        await tx.query('select 1 from orders where id = $1 for update', [order]);
        return await tx.query(
          `insert into attempts (order_id, key, amount)
           select id, $2, total from orders where id = $1 and status = 'open'
           on conflict do nothing returning *`,
          [order, key],
        );
      });
      attempt = inserted.rows[0] ?? (await attemptOf(order));
    }
    if (attempt.outcome === 'charged') return done(attempt.charge);
    const { lastStatus, id } = await tryThreeTimes(order, attempt.key, attempt.amount);
    if (lastStatus === 201) {
      await db.query(
        `with ended as (update attempts set outcome = 'charged', charge = $2 where id = $3)
         update orders set status = 'paid' where id = $1`,
        [order, id, attempt.id],
      );
      return done(id);
    }
    if (lastStatus !== 402) return c.text('try again later', 503);
    await db.query("update attempts set outcome = 'declined' where id = $1", [attempt.id]);
    return c.text('declined', 402);
  } finally {
    underWay.delete(order);
  }
});

export default app;
