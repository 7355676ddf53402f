import { Hono } from 'hono';
import type { Context } from 'hono';

const app = new Hono();

type Book = { id: number; title: string; authors: string[]; price: { amount: string; currency: string } };

const books = new Map<number, Book>(
  [
    {
      id: 4,
      title: 'Indexes and Other Promises',
      authors: ['Mara Lindqvist', 'Ada Okafor'],
      price: { amount: '24.00', currency: 'EUR' },
    },
    { id: 7, title: 'Two Generals', authors: ['Ines Moreau'], price: { amount: '12.50', currency: 'EUR' } },
    {
      id: 9,
      title: 'Capacity',
      authors: ['Ada Okafor', 'Henry Pell', 'Jun Watanabe'],
      price: { amount: '27.00', currency: 'USD' },
    },
    { id: 11, title: 'Letters from a Data Centre', authors: [], price: { amount: '12.55', currency: 'EUR' } },
  ].map((book) => [book.id, book]),
);

const announce = (c: Context) => {
  c.header('deprecation', '@1767225600');
  c.header('sunset', 'Wed, 01 Jul 2026 00:00:00 GMT');
  c.header('link', `<${new URL(`/v2/books/${c.req.param('id')}`, c.req.url).href}>; rel=successor-version`);
  return Date.now() < Date.parse('2026-07-01T00:00:00Z');
};

const old = ({ id, title, authors, price }: Book) => ({ id, title, author: authors[0] ?? null, price: +price.amount });

app.get('/v1/books/:id', (c) => {
  if (!announce(c)) return c.text('gone', 410);
  const book = books.get(+c.req.param('id'));
  return book ? c.json(old(book)) : c.text('none', 404);
});

app.put('/v1/books/:id', async (c) => {
  if (!announce(c)) return c.text('gone', 410);
  const book = books.get(+c.req.param('id'));
  if (!book) return c.text('none', 404);
  const { title, author, price } = (await c.req.json()) ?? {};
  const rightAuthor = author === null || typeof author === 'string';
  const cents = typeof price === 'number' ? Math.round(price * 100) : -1;
  if (typeof title !== 'string' || !rightAuthor || cents < 0 || cents / 100 !== price) return c.text('no', 422);
  book.title = title;
  if (author === null) book.authors.shift();
  else book.authors[0] = author;
  book.price.amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
  return c.json(old(book));
});

app.get('/v2/books/:id', (c) => {
  const book = books.get(+c.req.param('id'));
  return book ? c.json(book) : c.text('none', 404);
});

app.put('/v2/books/:id', async (c) => {
  const book = books.get(+c.req.param('id'));
  if (!book) return c.text('none', 404);
  const { title, authors, price } = (await c.req.json()) ?? {};
  const texts = Array.isArray(authors) ? [title, price?.amount, price?.currency, ...authors] : [0];
  if (!texts.every((one) => typeof one === 'string') || !/^[0-9]+[.][0-9]{2}$/.test(price.amount)) {
    return c.text('no', 422);
  }
  Object.assign(book, { title, authors, price: { amount: price.amount, currency: price.currency } });
  return c.json(book);
});

export default app;
