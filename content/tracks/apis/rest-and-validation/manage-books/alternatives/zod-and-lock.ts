import { Hono } from 'hono';
import type { Context } from 'hono';
import { db } from 'underpin';
import { z } from 'zod';

const app = new Hono();

const fields = z.strictObject({
  title: z.string().min(1).max(200).regex(/[^ ]/),
  price: z.string().regex(/^[0-9]{1,8}[.][0-9]{2}$/),
  isbn: z
    .string()
    .regex(/^[0-9]{13}$/)
    .nullable(),
});
const forPost = fields.partial({ isbn: true });
const forPatch = fields.partial();

function problem(c: Context, status: 400 | 404 | 409 | 422, name: string, extra: object = {}) {
  const type = `https://shop.example/problems/${name}`;
  return c.newResponse(JSON.stringify({ ...extra, type, title: name.replace('-', ' '), status }), status, {
    'content-type': 'application/problem+json; charset=utf-8',
  });
}

const errorsOf = (error: z.ZodError) => [
  ...new Map(
    error.issues
      .flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => ({ path: [key], message: 'is unknown' }))
          : [{ path: issue.path, message: issue.message }],
      )
      .map(({ path, message }) => {
        const pointer = ['#', ...path.map(String)].join('/');
        return [pointer, { pointer, detail: message }];
      }),
  ).values(),
];

const bodyOf = async (c: Context) => {
  try {
    return { value: (await c.req.json()) as unknown };
  } catch {
    return undefined;
  }
};

const idOf = (c: Context) => {
  const id = /^\d+$/.test(c.req.param('id') ?? '') ? Number(c.req.param('id')) : 0;
  return id >= 1 && id < 2 ** 31 ? id : 0;
};

app.onError((error, c) => {
  const code = 'code' in error ? error.code : undefined;
  if (code === '23505') return problem(c, 409, 'isbn-taken');
  if (code === '23503') return problem(c, 409, 'book-ordered');
  return c.text('error', 500);
});

app.post('/books', async (c) => {
  const body = await bodyOf(c);
  if (!body) return problem(c, 400, 'malformed');
  const parsed = forPost.safeParse(body.value);
  if (!parsed.success) return problem(c, 422, 'validation', { errors: errorsOf(parsed.error) });
  const { title, price, isbn } = parsed.data;
  const { rows } = await db.query(
    'insert into books (isbn, title, price) values ($1, $2, $3) returning id, isbn, title, price, stock',
    [isbn ?? null, title, price],
  );
  c.header('Location', `/books/${rows[0].id}`);
  return c.json(rows[0], 201);
});

app.get('/books/:id', async (c) => {
  const { rows } = await db.query('select id, isbn, title, price, stock from books where id = $1', [idOf(c)]);
  return rows[0] ? c.json(rows[0]) : problem(c, 404, 'unknown-book');
});

app.patch('/books/:id', async (c) => {
  const body = await bodyOf(c);
  if (!body) return problem(c, 400, 'malformed');
  const parsed = forPatch.safeParse(body.value);
  if (!parsed.success) return problem(c, 422, 'validation', { errors: errorsOf(parsed.error) });
  const book = await db.transaction(async (tx) => {
    // Read, merge and write all columns: right too, because the row is locked.
    const { rows } = await tx.query('select isbn, title, price from books where id = $1 for update', [idOf(c)]);
    if (!rows[0]) return undefined;
    const merged = { ...rows[0], ...parsed.data };
    const changed = await tx.query(
      'update books set isbn = $2, title = $3, price = $4 where id = $1 returning id, isbn, title, price, stock',
      [idOf(c), merged.isbn, merged.title, merged.price],
    );
    return changed.rows[0];
  });
  return book ? c.json(book) : problem(c, 404, 'unknown-book');
});

app.delete('/books/:id', async (c) => {
  const { rows } = await db.query('delete from books where id = $1 returning id', [idOf(c)]);
  return rows.length === 0 ? problem(c, 404, 'unknown-book') : c.body(null, 204);
});

export default app;
