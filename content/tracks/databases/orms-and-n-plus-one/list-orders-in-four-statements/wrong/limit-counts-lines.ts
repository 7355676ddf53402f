// caught by: counts orders with its limit, however many lines they have
import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

app.get('/orders', async (c) => {
  const status = c.req.query('status') ?? null;
  const limit = c.req.query('limit') ?? '20';
  if (status !== null && !['pending', 'paid', 'shipped', 'cancelled'].includes(status)) return c.text('status', 400);
  if (!/^[1-9]\d?$/.test(limit) || Number(limit) > 50) return c.text('limit', 400);
  const { rows } = await db.query(
    `select o.id, o.placed_at, o.customer_id, c.name as customer, i.book_id, b.title, i.quantity, i.unit_price,
       sum(i.quantity * i.unit_price) over (partition by o.id)::numeric(12, 2) as total,
       array(select a.name from book_authors ba join authors a on a.id = ba.author_id
             where ba.book_id = b.id order by ba.position) as authors
     from orders o
     left join customers c on c.id = o.customer_id
     left join order_items i on i.order_id = o.id
     left join books b on b.id = i.book_id
     where $1::text is null or o.status = $1
     order by o.placed_at desc, o.id desc, i.book_id
     limit $2`,
    [status, Number(limit)],
  );
  const orders = [...Map.groupBy(rows, ({ id }) => id).values()].map((lines) => ({
    id: lines[0].id,
    placedAt: lines[0].placed_at,
    customer: lines[0].customer_id === null ? null : { id: lines[0].customer_id, name: lines[0].customer },
    items: lines
      .filter(({ book_id }) => book_id !== null)
      .map((line) => ({
        bookId: line.book_id,
        title: line.title,
        authors: line.authors,
        quantity: line.quantity,
        unitPrice: line.unit_price,
      })),
    total: lines[0].total ?? '0.00',
  }));
  return c.json({ orders });
});
