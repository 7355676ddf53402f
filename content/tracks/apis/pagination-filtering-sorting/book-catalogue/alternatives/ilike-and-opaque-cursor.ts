import { Hono } from 'hono';
import { db } from 'underpin';

const app = new Hono();

type Place = { price: string; id: number };

function readCursor(text: string): Place | undefined {
  try {
    const place = JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/'))) as Place;
    return /^\d+\.\d\d$/.test(place.price) && Number.isInteger(place.id) ? place : undefined;
  } catch {
    return undefined;
  }
}

app.get('/books', async (c) => {
  const { limit: limitText = '20', q = '', after } = c.req.query();
  const limit = /^[1-9]\d{0,2}$/.test(limitText) ? Number(limitText) : 0;
  if (limit < 1 || limit > 100) return c.text('limit is a whole number from 1 to 100', 400);
  const place = after === undefined ? undefined : readCursor(after);
  if (after !== undefined && place === undefined) return c.text('after is no cursor', 400);

  const values: unknown[] = [`%${q.replace(/[\\%_]/g, '\\$&')}%`, limit + 1];
  let where = 'title ilike $1';
  if (place) {
    values.push(place.price, place.id);
    where += ' and (price > $3 or (price = $3 and id > $4))';
  }
  const { rows } = await db.query(
    `select id, title, price from books where ${where} order by price asc, id asc limit $2`,
    values,
  );
  if (rows.length <= limit) return c.json({ items: rows, next: null });
  const items = rows.slice(0, limit);
  const { price, id } = items[limit - 1]!;
  const next = btoa(JSON.stringify({ price, id })).replaceAll('+', '-').replaceAll('/', '_');
  const url = new URL(c.req.url);
  url.searchParams.set('after', next);
  c.header('link', `<${url.href}>; rel=next`);
  return c.json({ items, next });
});

export default app;
