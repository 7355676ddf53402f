import { Hono } from 'hono';
import type { Context } from 'hono';
import { db } from 'underpin';

const app = new Hono();

const problem = (c: Context, status: 400 | 404 | 409 | 422, name: string) =>
  c.body(JSON.stringify({ type: `https://shop.example/problems/${name}`, title: name, status }), status, {
    'Content-Type': 'application/problem+json',
  });

const whole = (value: unknown) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 1e6;

// The claim is committed at once; who meets one that is not finished is told to come back.
app.post('/customers/:customer/orders', async (c) => {
  const key = c.req.header('idempotency-key');
  if (!key || key.length > 100) return problem(c, 400, 'no-key');
  const { book, copies } = (await c.req.json().catch(() => null)) ?? {};
  if (!whole(book) || !whole(copies)) return problem(c, 422, 'validation');
  const owner = [c.req.param('customer'), key];

  const claim = await db.query(
    `insert into idempotency_keys (customer_id, key, book_id, copies) values ($1, $2, $3, $4)
     on conflict (customer_id, key) do nothing returning 1 as claimed`,
    [...owner, book, copies],
  );
  if (claim.rows.length === 0) {
    const { rows } = await db.query('select * from idempotency_keys where customer_id = $1 and key = $2', owner);
    const first = rows[0];
    if (first === undefined || first.status === null) return problem(c, 409, 'in-progress');
    if (first.book_id !== book || first.copies !== copies) return problem(c, 422, 'key-reused');
    c.header('Location', first.location);
    return c.json(first.body, first.status);
  }

  try {
    const order = await db.transaction(async (tx) => {
      const { rows } = await tx.query('select price, stock from books where id = $1 for update', [book]);
      if (rows.length === 0) throw new Error('unknown-book');
      if (rows[0].stock < copies) throw new Error('sold-out');
      await tx.query('update books set stock = stock - $2 where id = $1', [book, copies]);
      const total = ((Math.round(Number(rows[0].price) * 100) * copies) / 100).toFixed(2);
      const inserted = await tx.query(
        'insert into orders (customer_id, book_id, copies, total) values ($1, $2, $3, $4) returning id',
        [owner[0], book, copies, total],
      );
      const body = { id: inserted.rows[0].id, book, copies, total };
      await tx.query(
        'update idempotency_keys set status = 201, location = $3, body = $4 where customer_id = $1 and key = $2',
        [...owner, `/orders/${body.id}`, JSON.stringify(body)],
      );
      return body;
    });
    return c.json(order, 201, { Location: `/orders/${order.id}` });
  } catch (error) {
    await db.query('delete from idempotency_keys where customer_id = $1 and key = $2', owner);
    const { message } = error as Error;
    if (message === 'unknown-book') return problem(c, 404, message);
    if (message === 'sold-out') return problem(c, 409, message);
    throw error;
  }
});

export default app;
