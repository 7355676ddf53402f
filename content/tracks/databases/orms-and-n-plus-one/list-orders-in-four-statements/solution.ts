import { Hono } from 'hono';
import { db } from 'underpin';
import { z } from 'zod';

export const app = new Hono();

const querySchema = z.object({
  status: z.enum(['pending', 'paid', 'shipped', 'cancelled']).optional(),
  limit: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(50))
    .default(20),
});

// To one: a join multiplies nothing. The limit counts orders.
const ordersText = `
  select o.id, o.placed_at, c.id as customer_id, c.name as customer_name
  from orders o
  left join customers c on c.id = o.customer_id
  where $1::text is null or o.status = $1
  order by o.placed_at desc, o.id desc
  limit $2`;

const itemsText = `
  select i.order_id, i.book_id, b.title, i.quantity, i.unit_price,
    sum(i.quantity * i.unit_price) over (partition by i.order_id)::numeric(12, 2) as total
  from order_items i
  join books b on b.id = i.book_id
  where i.order_id = any($1)
  order by i.order_id, i.book_id`;

const authorsText = `
  select ba.book_id, a.name
  from book_authors ba
  join authors a on a.id = ba.author_id
  where ba.book_id = any($1)
  order by ba.book_id, ba.position`;

app.get('/orders', async (c) => {
  const parsed = querySchema.safeParse(c.req.query());
  if (!parsed.success) return c.json({ error: z.prettifyError(parsed.error) }, 400);
  const { status, limit } = parsed.data;

  const { rows: orders } = await db.query(ordersText, [status ?? null, limit]);
  const { rows: items } = await db.query(itemsText, [orders.map(({ id }) => id)]);
  const bookIds = [...new Set(items.map(({ book_id }) => book_id))];
  const { rows: authors } = await db.query(authorsText, [bookIds]);

  const itemsOf = Map.groupBy(items, ({ order_id }) => order_id);
  const authorsOf = Map.groupBy(authors, ({ book_id }) => book_id);
  return c.json({
    orders: orders.map(({ id, placed_at, customer_id, customer_name }) => ({
      id,
      placedAt: placed_at,
      customer: customer_id === null ? null : { id: customer_id, name: customer_name },
      items: (itemsOf.get(id) ?? []).map(({ book_id, title, quantity, unit_price }) => ({
        bookId: book_id,
        title,
        authors: (authorsOf.get(book_id) ?? []).map(({ name }) => name),
        quantity,
        unitPrice: unit_price,
      })),
      total: itemsOf.get(id)?.[0]?.total ?? '0.00',
    })),
  });
});
