import { Hono } from 'hono';

const app = new Hono();

const books: Record<string, { price: string; titles: Record<string, string> }> = {
  7: { price: '12.50', titles: { en: 'Two Generals', de: 'Zwei Generäle' } },
  8: { price: '14.00', titles: { en: 'Rollback', de: 'Rollback' } },
};
const wishes: Record<string, number[]> = { ada: [7, 8], ben: [8] };
const covers: Record<string, string> = { 'two-generals.4f1a9c.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' };

/** FNV-1a, twice with different starts: short, and the same on every server. */
function fingerprint(bytes: Uint8Array) {
  const run = (start: number) => bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 16777619) >>> 0, start);
  return `"${run(2166136261).toString(36)}-${run(97).toString(36)}-${bytes.length}"`;
}

app.use(async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  if (c.res.status !== 200 || c.req.path.startsWith('/covers')) return;
  const bytes = new Uint8Array(await c.res.clone().arrayBuffer());
  const etag = fingerprint(bytes);
  c.res.headers.set('etag', etag);
  const sent = c.req.header('if-none-match');
  if (sent === undefined) return;
  const opaque = sent.match(/"[^"]*"|\*/g) ?? [];
  if (!opaque.some((tag) => tag === '*' || tag === etag)) return;
  const headers = new Headers();
  for (const name of ['etag', 'cache-control', 'vary', 'content-language']) {
    const value = c.res.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  c.res = undefined;
  c.res = new Response(null, { status: 304, headers });
});

app.get('/books/:id', (c) => {
  const id = c.req.param('id');
  const book = Object.hasOwn(books, id) ? books[id] : undefined;
  if (!book) return c.notFound();
  const german = (c.req.header('accept-language') ?? '').toLowerCase().startsWith('de');
  const language = german ? 'de' : 'en';
  c.header('vary', 'accept-encoding, accept-language');
  c.header('content-language', language);
  c.header('cache-control', 'max-age=60,stale-while-revalidate=30,public');
  return c.json({ id: Number(id), language, title: book.titles[language], price: book.price });
});

app.get('/wishes', (c) => {
  const [, name = ''] = /(?:^|;\s*)customer=([^;]*)/.exec(c.req.header('cookie') ?? '') ?? [];
  if (!Object.hasOwn(wishes, name)) return c.text('who are you?', 401);
  c.header('cache-control', 'no-cache, private');
  return c.json({ books: wishes[name] });
});

app.get('/covers/:name', (c) => {
  const name = c.req.param('name');
  if (!Object.hasOwn(covers, name)) return c.notFound();
  c.header('cache-control', 'immutable, public, max-age=31536000');
  return c.text(covers[name]!);
});

app.put('/books/:id/price', async (c) => {
  const book = books[c.req.param('id')];
  if (!book) return c.notFound();
  ({ price: book.price } = await c.req.json());
  return c.body(null, 204);
});

export default app;
