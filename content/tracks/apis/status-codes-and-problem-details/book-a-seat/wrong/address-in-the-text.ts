// caught by: keeps an address with an apostrophe as it is
import { Hono } from 'hono';
import { db } from 'underpin';
import { z } from 'zod';

export const app = new Hono();

const bodySchema = z.object({ email: z.string().includes('@') });

const titles = {
  malformed: 'The body is no JSON.',
  validation: 'The address is missing or is none.',
  'unknown-reading': 'There is no such reading.',
  'already-booked': 'This address has a seat already.',
  'sold-out': 'All seats are taken.',
};
type Name = keyof typeof titles;

/** A request that is refused; thrown inside a transaction it also rolls back. */
class Refusal extends Error {
  readonly status: 400 | 404 | 409 | 422;
  readonly problem: Name;
  constructor(status: 400 | 404 | 409 | 422, problem: Name) {
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

app.post('/readings/:id/bookings', async (c) => {
  const body: unknown = await c.req.json().catch(() => {
    throw new Refusal(400, 'malformed');
  });
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) throw new Refusal(422, 'validation');
  const { email } = parsed.data;
  const id = c.req.param('id');
  if (!/^[1-9]\d{0,9}$/.test(id) || Number(id) > 2147483647) throw new Refusal(404, 'unknown-reading');

  const booking = await db.transaction(async (tx) => {
    // The lock makes bookings of the same reading wait for each other.
    const reading = (await tx.query('select seats from readings where id = $1 for update', [id])).rows[0];
    if (reading === undefined) throw new Refusal(404, 'unknown-reading');
    const text =
      'select count(*)::int as taken, count(*) filter (where email = $2)::int as mine from bookings where reading_id = $1';
    const { taken, mine } = (await tx.query(text, [id, email])).rows[0] as { taken: number; mine: number };
    if (mine > 0) throw new Refusal(409, 'already-booked');
    if (taken >= Number(reading.seats)) throw new Refusal(409, 'sold-out');
    const insert = `insert into bookings (reading_id, email) values (${id}, '${email}') returning id`;
    return (await tx.query(insert)).rows[0]!;
  });
  return c.json({ id: booking.id, reading: Number(id), email }, 201, { Location: `/bookings/${booking.id}` });
});
