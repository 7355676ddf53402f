import { Hono } from 'hono';

export const app = new Hono();

const books = new Map([
  [7, { price: '12.50', titles: { en: 'Two Generals', de: 'Zwei Generäle' } }],
  [8, { price: '14.00', titles: { en: 'Rollback', de: 'Rollback' } }],
]);
const wishes = new Map([
  ['ada', [7, 8]],
  ['ben', [8]],
]);
const covers = new Map([['two-generals.4f1a9c.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>']]);

app.get('/books/:id', (c) => {
  const book = books.get(Number(c.req.param('id')));
  return book ? c.json({ title: book.titles.en, price: book.price }) : c.notFound();
});

app.get('/wishes', (c) => c.json({ customers: [...wishes.keys()] }));

app.get('/covers/:name', (c) => c.text(covers.get(c.req.param('name')) ?? ''));
