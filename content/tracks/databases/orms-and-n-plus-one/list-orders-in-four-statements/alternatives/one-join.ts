import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

const cents = (price: string) => BigInt(price.replace('.', ''));
const money = (sum: bigint) => `${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`;

type Item = { bookId: number; title: string; authors: string[]; quantity: number; unitPrice: string };
type Customer = { id: number; name: string };
type Order = { id: number; placedAt: string; customer: Customer | null; items: Item[]; total: string };

app.get('/orders', async (c) => {
  const status = c.req.query('status');
  const limit = Number(c.req.query('limit') ?? '20');
  const isStatus = status === undefined || ['pending', 'paid', 'shipped', 'cancelled'].includes(status);
  if (!isStatus || c.req.query('limit') === '' || !Number.isInteger(limit) || limit < 1 || limit > 50) {
    return c.json({ error: 'no such status or limit' }, 400);
  }
  const { rows } = await db.query(
    `select o.id, o.placed_at, o.customer_id, c.name as customer, i.book_id, b.title, i.quantity, i.unit_price, a.name as author
     from (select * from orders where status = coalesce($1, status) order by placed_at desc, id desc limit $2) o
     left join customers c on c.id = o.customer_id
     left join order_items i on i.order_id = o.id
     left join books b on b.id = i.book_id
     left join book_authors ba on ba.book_id = b.id
     left join authors a on a.id = ba.author_id
     order by o.placed_at desc, o.id desc, i.book_id, ba.position`,
    [status ?? null, limit],
  );
  const orders: Order[] = [];
  let sum = 0n;
  for (const row of rows) {
    let order = orders.at(-1);
    if (order === undefined || order.id !== row.id) {
      const customer = row.customer_id === null ? null : { id: row.customer_id, name: row.customer };
      order = { id: row.id, placedAt: row.placed_at, customer, items: [], total: '0.00' };
      orders.push(order);
      sum = 0n;
    }
    if (row.book_id === null) continue;
    let item = order.items.at(-1);
    if (item === undefined || item.bookId !== row.book_id) {
      item = { bookId: row.book_id, title: row.title, authors: [], quantity: row.quantity, unitPrice: row.unit_price };
      order.items.push(item);
      sum += BigInt(row.quantity) * cents(row.unit_price);
      order.total = money(sum);
    }
    if (row.author !== null) item.authors.push(row.author);
  }
  return c.json({ orders });
});
