import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

type Item = { bookId: number; title: string; authors: string[]; quantity: number; unitPrice: string };

/** An order as the mapper gives it: its relations are loaded when they are asked for. */
class Order {
  readonly row: { id: number; placed_at: string; customer_id: number | null };
  constructor(row: Order['row']) {
    this.row = row;
  }
  async customer() {
    const { rows } = await db.query('select id, name from customers where id = $1', [this.row.customer_id]);
    return rows[0] ?? null;
  }
  async items() {
    const text = 'select book_id, quantity, unit_price from order_items where order_id = $1 order by book_id';
    const items: Item[] = [];
    for (const { book_id: bookId, quantity, unit_price: unitPrice } of (await db.query(text, [this.row.id])).rows) {
      const book = new Book(bookId);
      items.push({ bookId, title: await book.title(), authors: await book.authors(), quantity, unitPrice });
    }
    return items;
  }
  async total() {
    const text =
      'select coalesce(sum(quantity * unit_price), 0)::numeric(12, 2) as total from order_items where order_id = $1';
    return (await db.query(text, [this.row.id])).rows[0].total;
  }
}

class Book {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
  async title() {
    return (await db.query('select title from books where id = $1', [this.id])).rows[0].title;
  }
  async authors() {
    const text =
      'select name from book_authors join authors on authors.id = author_id where book_id = $1 order by position';
    return (await db.query(text, [this.id])).rows.map(({ name }) => name);
  }
}

app.get('/orders', async (c) => {
  const limit = Number(c.req.query('limit') ?? 20);
  const status = c.req.query('status') ?? null;
  const text = `select id, placed_at, customer_id from orders where $1::text is null or status = $1
    order by placed_at desc, id desc limit $2`;
  const { rows } = await db.query(text, [status, limit]);
  const orders: unknown[] = [];
  for (const row of rows) {
    const order = new Order(row);
    orders.push({
      id: row.id,
      placedAt: row.placed_at,
      customer: await order.customer(),
      items: await order.items(),
      total: await order.total(),
    });
  }
  return c.json({ orders });
});
