import { Hono } from 'hono';
import { db } from 'underpin';

const app = new Hono();
const problem = (status: 400 | 404 | 409 | 422, name: string) =>
  new Response(JSON.stringify({ type: `https://shop.example/problems/${name}`, title: name, status }), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
  });

app.post('/readings/:id/bookings', async (c) => {
  let body;
  try {
    body = (await c.req.json()) as { email?: unknown } | null;
  } catch {
    return problem(400, 'malformed');
  }
  const email = body?.email;
  if (typeof email !== 'string' || !email.includes('@')) return problem(422, 'validation');
  const id = Number(c.req.param('id'));
  if (!/^\d{1,10}$/.test(c.req.param('id')) || id < 1 || id > 2147483647) return problem(404, 'unknown-reading');
  for (;;) {
    try {
      return await db.transaction(async (tx) => {
        await tx.query('set transaction isolation level serializable');
        const { rows } = await tx.query(
          `select seats, (select count(*)::int from bookings where reading_id = r.id) as taken,
                  exists (select from bookings where reading_id = r.id and email = $2) as mine
           from readings r where id = $1`,
          [id, email],
        );
        const reading = rows[0] as { seats: number; taken: number; mine: boolean } | undefined;
        if (!reading) return problem(404, 'unknown-reading');
        if (reading.mine) return problem(409, 'already-booked');
        if (reading.taken >= reading.seats) return problem(409, 'sold-out');
        const made = await tx.query('insert into bookings (reading_id, email) values ($1, $2) returning id', [
          id,
          email,
        ]);
        const booking = made.rows[0]!.id;
        return c.json({ id: booking, reading: id, email }, 201, { location: `/bookings/${booking}` });
      });
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === '23505') return problem(409, 'already-booked');
      // Another transaction came first: look again.
      if (code !== '40001') throw error;
    }
  }
});

export default app;
