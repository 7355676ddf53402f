// caught by: repeats with the same key while the outcome is unknown
import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

const maxCalls = 3;
const timeoutMs = 5000;
const pauseMs = 500;

type Outcome = { is: 'charged'; charge: string } | { is: 'declined' } | { is: 'unknown' };
type Attempt = { order: number; key: string; amount: string };

/** One call. Everything that is not a clear answer leaves open whether the card was charged. */
async function call({ order, key, amount }: Attempt): Promise<Outcome> {
  try {
    const answer = await fetch('https://pay.test/charges', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify({ order, amount }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (answer.status !== 201) return { is: 'declined' };
    if (answer.status === 201) return { is: 'charged', charge: ((await answer.json()) as { id: string }).id };
  } catch (error) {
    console.warn(`charge for order ${order}:`, String(error));
  }
  return { is: 'unknown' };
}

async function settle(attempt: Attempt): Promise<Outcome> {
  for (let calls = 1; ; calls++) {
    const outcome = await call(attempt);
    if (outcome.is !== 'unknown' || calls === maxCalls) return outcome;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

type Begun = Attempt | { charge: string } | undefined;

/**
 * The attempt to go on with, noted before the first call: whoever comes next, here or in another process, finds it. The
 * lock on the order is held for these statements only, and keeps a second attempt from beginning beside the first.
 */
const begin = (id: string): Promise<Begun> =>
  db.transaction(async (tx) => {
    const order = (await tx.query('select id, total, status from orders where id = $1 for update', [id])).rows[0];
    if (order === undefined) return undefined;
    const { rows } = await tx.query(
      "select key, amount, outcome, charge from attempts where order_id = $1 and outcome is distinct from 'declined'",
      [order.id],
    );
    const last = rows[0];
    if (last?.outcome === 'charged') return { charge: last.charge };
    const attempt = last ?? { key: crypto.randomUUID(), amount: order.total };
    if (last === undefined) {
      const insert = 'insert into attempts (order_id, key, amount) values ($1, $2, $3)';
      await tx.query(insert, [order.id, attempt.key, attempt.amount]);
    }
    return { order: order.id, key: attempt.key, amount: attempt.amount };
  });

/** Notes what came of it. The order comes first, as in `begin`, so that nobody waits in a circle. */
const end = (attempt: Attempt, outcome: Outcome): Promise<void> =>
  db.transaction(async (tx) => {
    const charge = outcome.is === 'charged' ? outcome.charge : null;
    if (charge !== null) await tx.query("update orders set status = 'paid' where id = $1", [attempt.order]);
    const update = 'update attempts set outcome = $2, charge = $3 where key = $1 and outcome is null';
    await tx.query(update, [attempt.key, outcome.is, charge]);
  });

app.post('/orders/:id/payment', async (c) => {
  const id = c.req.param('id');
  const begun = /^[1-9]\d{0,8}$/.test(id) ? await begin(id) : undefined;
  if (begun === undefined) return c.json({ error: 'no such order' }, 404);
  const paid = (charge: string) => c.json({ order: Number(id), status: 'paid', charge });
  if ('charge' in begun) return paid(begun.charge);

  const outcome = await settle(begun);
  if (outcome.is === 'unknown') return c.json({ error: 'the payment provider does not answer' }, 503);
  await end(begun, outcome);
  return outcome.is === 'charged' ? paid(outcome.charge) : c.json({ error: 'the card was declined' }, 402);
});
