// caught by: sells the last seat once when two ask at the same moment
// The lock is waited for, but the count is of the moment at which the statement began.
import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

function refuse(status: number, name: string): Response {
  const document = { type: `https://shop.example/problems/${name}`, title: name, status };
  return new Response(JSON.stringify(document), { status, headers: { 'Content-Type': 'application/problem+json' } });
}

const book = `
  with reading as (select id, seats from readings where id = $1 for update)
  insert into bookings (reading_id, email)
  select id, $2 from reading where (select count(*) from bookings where reading_id = $1) < seats
  returning id`;

app.post('/readings/:id/bookings', async (c) => {
  let body: { email?: unknown } | null;
  try {
    body = await c.req.json();
  } catch {
    return refuse(400, 'malformed');
  }
  const email = body?.email;
  if (typeof email !== 'string' || !email.includes('@')) return refuse(422, 'validation');
  const id = c.req.param('id');
  if (!/^[1-9]\d{0,9}$/.test(id) || Number(id) > 2147483647) return refuse(404, 'unknown-reading');

  const known = await db.query('select id from readings where id = $1', [id]);
  if (known.rowCount === 0) return refuse(404, 'unknown-reading');
  const mine = await db.query('select id from bookings where reading_id = $1 and email = $2', [id, email]);
  if (mine.rows.length > 0) return refuse(409, 'already-booked');
  try {
    const booking = (await db.query(book, [id, email])).rows[0];
    if (booking === undefined) return refuse(409, 'sold-out');
    return c.json({ id: booking.id, reading: Number(id), email }, 201, { Location: `/bookings/${booking.id}` });
  } catch (error) {
    if ((error as { code?: string }).code === '23505') return refuse(409, 'already-booked');
    throw error;
  }
});
