import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';

export const app = new Hono();

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

const deprecatedAt = Date.UTC(2026, 0, 1);
const sunsetAt = Date.UTC(2026, 6, 1);

/** A version is how a book is written and how what was sent becomes a book. */
type Version = {
  write: (book: Book) => object;
  /** Undefined where what was sent is no book of this version. */
  read: (sent: unknown, book: Book) => Book | undefined;
};

const v1Body = z.object({
  title: z.string(),
  author: z.string().nullable(),
  price: z
    .number()
    .nonnegative()
    .refine((price) => Number(price.toFixed(2)) === price),
});

const v1: Version = {
  write: ({ id, title, authors, price }) => ({ id, title, author: authors[0] ?? null, price: Number(price.amount) }),
  read: (sent, book) => {
    const { data } = v1Body.safeParse(sent);
    if (data === undefined) return undefined;
    // What this version does not know stays: the further authors and the currency.
    const further = book.authors.slice(1);
    return {
      ...book,
      title: data.title,
      authors: data.author === null ? further : [data.author, ...further],
      price: { ...book.price, amount: data.price.toFixed(2) },
    };
  },
};

const v2Body = z.object({
  title: z.string(),
  authors: z.array(z.string()),
  price: z.object({ amount: z.string().regex(/^\d+\.\d\d$/), currency: z.string() }),
});

const v2: Version = {
  write: ({ id, title, authors, price }) => ({ id, title, authors, price }),
  read: (sent, book) => {
    const { data } = v2Body.safeParse(sent);
    return data && { ...book, ...data };
  },
};

const find = (c: Context) => {
  const id = c.req.param('id') ?? '';
  return /^\d+$/.test(id) ? books.get(Number(id)) : undefined;
};

app.use('/v1/*', async (c, next) => {
  c.header('Deprecation', `@${deprecatedAt / 1000}`);
  c.header('Sunset', new Date(sunsetAt).toUTCString());
  c.header('Link', `<${c.req.path.replace('/v1/', '/v2/')}>; rel="successor-version"`);
  if (Date.now() >= sunsetAt) return c.json({ error: 'version 1 has ended; use version 2' }, 410);
  return await next();
});

for (const [prefix, version] of Object.entries({ '/v1': v1, '/v2': v2 })) {
  app.get(`${prefix}/books/:id`, (c) => {
    const book = find(c);
    return book ? c.json(version.write(book)) : c.json({ error: 'no such book' }, 404);
  });
  app.put(`${prefix}/books/:id`, async (c) => {
    const book = find(c);
    if (book === undefined) return c.json({ error: 'no such book' }, 404);
    const changed = version.read(await c.req.json().catch(() => undefined), book);
    if (changed === undefined) return c.json({ error: 'no book of this version' }, 422);
    books.set(book.id, changed);
    return c.json(version.write(changed));
  });
}
