import { Hono } from 'hono';

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

app.get('/v2/books/:id', (c) => {
  const { id, title } = books.get(Number(c.req.param('id'))) ?? {};
  return c.json({ id, title });
});
