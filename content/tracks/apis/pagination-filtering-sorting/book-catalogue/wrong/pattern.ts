// caught by: takes every character of a search as it is
import { Hono } from 'hono';
import { db } from 'underpin';
import { z } from 'zod';

export const app = new Hono();

const querySchema = z.object({
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(100))
    .default(20),
  q: z.string().optional(),
  // The price and the id of the last book, which decide what comes after it.
  after: z
    .string()
    .regex(/^\d{1,8}\.\d{2}_\d{1,9}$/)
    .optional(),
});

const page = `
  select id, title, price from books
  where ($1::numeric is null or (price, id) > ($1::numeric, $2::integer))
    and ($3::text is null or title ilike '%' || $3 || '%')
  order by price, id
  limit $4`;

app.get('/books', async (c) => {
  const parsed = querySchema.safeParse(c.req.query());
  if (!parsed.success) return c.json({ error: z.prettifyError(parsed.error) }, 400);
  const { limit, q, after } = parsed.data;
  const [price = null, id = null] = after?.split('_') ?? [];

  // One row more than is shown tells whether a page follows.
  const { rows } = await db.query(page, [price, id, q ?? null, limit + 1]);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || last === undefined) return c.json({ items, next: null });

  const next = `${last.price}_${last.id}`;
  const query = new URLSearchParams({ limit: String(limit), ...(q !== undefined && { q }), after: next });
  return c.json({ items, next }, 200, { Link: `</books?${query}>; rel="next"` });
});
