import { Hono } from 'hono';
import { db } from 'underpin';

const app = new Hono();

app.get('/orders', async (c) => {
  const { status = null, limit = '20' } = c.req.query();
  if (status !== null && !['pending', 'paid', 'shipped', 'cancelled'].includes(status)) return c.text('status', 400);
  if (!/^[1-9]\d?$/.test(limit) || Number(limit) > 50) return c.text('limit', 400);
  const { rows } = await db.query(
    `select o.id, o.placed_at as "placedAt",
       case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as customer,
       coalesce(lines.items, '[]') as items,
       coalesce(lines.total, 0)::numeric(12, 2)::text as total
     from (
       select * from orders where $1::text is null or status = $1 order by placed_at desc, id desc limit $2
     ) o
     left join customers c on c.id = o.customer_id
     left join lateral (
       select sum(i.quantity * i.unit_price) as total,
         json_agg(json_build_object('bookId', b.id, 'title', b.title, 'quantity', i.quantity,
           'unitPrice', i.unit_price::text, 'authors', coalesce((
             select json_agg(a.name order by ba.position)
             from book_authors ba join authors a on a.id = ba.author_id
             where ba.book_id = b.id), '[]')) order by b.id) as items
       from order_items i join books b on b.id = i.book_id
       where i.order_id = o.id
     ) lines on true
     order by o.placed_at desc, o.id desc`,
    [status, Number(limit)],
  );
  return c.json({ orders: rows });
});

export default app;
