import { Hono } from 'hono';
import { db } from 'underpin';
import { z } from 'zod';

export const app = new Hono();

const amount = z.number().int().min(1).max(1_000_000);
const bodySchema = z.object({ book: amount, copies: amount });

const titles = {
  'no-key': 'An order needs an Idempotency-Key of at most 100 characters.',
  validation: 'The order is not valid.',
  'unknown-book': 'There is no such book.',
  'sold-out': 'There are not enough copies.',
  'key-reused': 'This key belongs to another order.',
};

/** A request that is refused; thrown inside the transaction it gives the key back. */
class Refusal extends Error {
  readonly status: 400 | 404 | 409 | 422;
  readonly problem: keyof typeof titles;
  constructor(status: 400 | 404 | 409 | 422, problem: keyof typeof titles) {
    super(titles[problem]);
    this.status = status;
    this.problem = problem;
  }
}

app.onError((error, c) => {
  if (!(error instanceof Refusal)) {
    console.error(error);
    return c.text('Internal Server Error', 500);
  }
  const { status, problem, message } = error;
  const document = { type: `https://shop.example/problems/${problem}`, title: message, status };
  return c.body(JSON.stringify(document), status, { 'Content-Type': 'application/problem+json' });
});

app.post('/customers/:customer/orders', async (c) => {
  const customer = Number(c.req.param('customer'));
  const key = c.req.header('Idempotency-Key') ?? '';
  if (key === '' || key.length > 100) throw new Refusal(400, 'no-key');
  const parsed = bodySchema.safeParse(await c.req.json().catch(() => undefined));
  if (!parsed.success) throw new Refusal(422, 'validation');
  const { book, copies } = parsed.data;

  const answer = await db.transaction(async (tx) => {
    // Claims the key, or waits for whoever is claiming it and finds it taken.
    const claim = await tx.query(
      'insert into idempotency_keys (customer_id, key, book_id, copies) values ($1, $2, $3, $4) on conflict do nothing',
      [customer, key, book, copies],
    );
    if (claim.rowCount === 0) {
      const { rows } = await tx.query(
        'select book_id, copies, location, body from idempotency_keys where customer_id = $1 and key = $2',
        [customer, key],
      );
      const first = rows[0];
      if (first.book_id !== book || first.copies !== copies) throw new Refusal(422, 'key-reused');
      return first;
    }

    const taken = await tx.query(
      'update books set stock = stock - $2 where id = $1 and stock >= $2 returning (price * $2)::text as total',
      [book, copies],
    );
    if (taken.rows.length === 0) {
      const { rows } = await tx.query('select 1 from books where id = $1', [book]);
      throw rows.length === 0 ? new Refusal(404, 'unknown-book') : new Refusal(409, 'sold-out');
    }
    const { total } = taken.rows[0];
    const order = await tx.query(
      'insert into orders (customer_id, book_id, copies, total) values ($1, $2, $3, $4) returning id',
      [customer, book, copies, total],
    );
    const { id } = order.rows[0];
    const body = { id, book, copies, total };
    const location = `/orders/${id}`;
    await tx.query(
      'update idempotency_keys set status = 201, location = $3, body = $4 where customer_id = $1 and key = $2',
      [customer, key, location, JSON.stringify(body)],
    );
    return { location, body };
  });
  return c.json(answer.body, 201, { Location: answer.location });
});
