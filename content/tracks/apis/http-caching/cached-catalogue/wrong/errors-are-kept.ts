// caught by: lets nobody keep an error
import { Hono } from 'hono';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

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

async function tagOf(body: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body));
  return `"${[...new Uint8Array(hash, 0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
}

/** 200 with the document, or 304 when the client has just these bytes. The fields are the same in both. */
async function answer(c: Context, document: object, fields: Record<string, string>) {
  const body = JSON.stringify(document);
  const tag = await tagOf(body);
  for (const [name, value] of Object.entries({ ...fields, ETag: tag })) c.header(name, value);

  const known = (c.req.header('If-None-Match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(tag) || known.includes('*')) return c.body(null, 304);
  return c.body(body, 200, { 'Content-Type': 'application/json' });
}

app.get('/books/:id', (c) => {
  const id = c.req.param('id');
  const book = /^\d+$/.test(id) ? books.get(Number(id)) : undefined;
  if (book === undefined) return c.notFound();
  const language = /^de/i.test(c.req.header('Accept-Language') ?? '') ? 'de' : 'en';
  const { price, titles } = book;
  return answer(
    c,
    { id: Number(id), language, title: titles[language], price },
    {
      'Cache-Control': 'public, max-age=60, stale-while-revalidate=30',
      'Content-Language': language,
      Vary: 'Accept-Language',
    },
  );
});

app.get('/wishes', (c) => {
  const list = wishes.get(getCookie(c, 'customer') ?? '');
  if (list === undefined) return c.json({ error: 'sign in first' }, 401, { 'Cache-Control': 'no-store' });
  return answer(c, { books: list }, { 'Cache-Control': 'private, no-cache' });
});

app.get('/covers/:name', (c) => {
  const cover = covers.get(c.req.param('name'));
  if (cover === undefined) return c.notFound();
  return c.body(cover, 200, {
    'Content-Type': 'image/svg+xml',
    'Cache-Control': 'public, max-age=31536000, immutable',
  });
});

app.put('/books/:id/price', async (c) => {
  const book = books.get(Number(c.req.param('id')));
  if (book === undefined) return c.notFound();
  book.price = ((await c.req.json()) as { price: string }).price;
  return c.body(null, 204, { 'Cache-Control': 'no-store' });
});

app.notFound((c) => c.json({ error: 'not found' }, 404));
