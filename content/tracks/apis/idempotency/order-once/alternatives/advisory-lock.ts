import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { db } from 'underpin';

export const app = new Hono();

function refuse(status: 400 | 404 | 409 | 422, name: string): never {
  const document = JSON.stringify({ type: `https://shop.example/problems/${name}`, title: name, status });
  const headers = { 'content-type': 'application/problem+json' };
  throw new HTTPException(status, { res: new Response(document, { status, headers }) });
}

app.post('/customers/:customer/orders', async (c) => {
  const customer = c.req.param('customer');
  const key = c.req.header('idempotency-key') ?? refuse(400, 'no-key');
  if (key.length < 1 || key.length > 100) refuse(400, 'no-key');
  const { book, copies } = await c.req.json();
  for (const n of [book, copies]) if (!Number.isInteger(n) || n < 1 || n > 1_000_000) refuse(422, 'validation');

  const { location, body } = await db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${customer} ${key}`]);
    const known = await tx.query('select * from idempotency_keys where customer_id = $1 and key = $2', [customer, key]);
    if (known.rows[0]) {
      if (known.rows[0].book_id !== book || known.rows[0].copies !== copies) refuse(422, 'key-reused');
      return known.rows[0];
    }
    const { rows } = await tx.query(
      `with taken as (update books set stock = stock - $3 where id = $2 and stock >= $3 returning id, price)
       insert into orders (customer_id, book_id, copies, total)
       select $1::integer, id, $3::integer, price * $3 from taken
       returning id, book_id as book, copies, total`,
      [customer, book, copies],
    );
    if (!rows[0]) {
      const books = await tx.query('select id from books where id = $1', [book]);
      return books.rows[0] ? refuse(409, 'sold-out') : refuse(404, 'unknown-book');
    }
    const answer = { location: `/orders/${rows[0].id}`, body: rows[0] };
    await tx.query('insert into idempotency_keys values ($1, $2, $3, $4, 201, $5, $6)', [
      customer,
      key,
      book,
      copies,
      answer.location,
      JSON.stringify(answer.body),
    ]);
    return answer;
  });
  return c.json(body, 201, { location });
});
