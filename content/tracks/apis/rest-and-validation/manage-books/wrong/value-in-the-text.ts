// caught by: writes nothing that was sent into the text of a statement
import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

type Body = { title?: string; price?: string; isbn?: string | null };
type Issue = { pointer: string; detail: string };

const titles = {
  malformed: 'The body is no JSON.',
  'unknown-book': 'There is no such book.',
  'isbn-taken': 'Another book has this ISBN.',
  'book-ordered': 'The book has been ordered.',
  validation: 'The request is not valid.',
};

class Refusal extends Error {
  readonly status: 400 | 404 | 409 | 422;
  readonly problem: keyof typeof titles;
  readonly errors: Issue[] | undefined;
  constructor(status: 400 | 404 | 409 | 422, problem: keyof typeof titles, errors?: Issue[]) {
    super(titles[problem]);
    this.status = status;
    this.problem = problem;
    this.errors = errors;
  }
}

app.onError((error, c) => {
  if (!(error instanceof Refusal)) {
    console.error(error);
    return c.text('Internal Server Error', 500);
  }
  const { status, problem, message, errors } = error;
  const document = { type: `https://shop.example/problems/${problem}`, title: message, status, errors };
  return c.body(JSON.stringify(document), status, { 'Content-Type': 'application/problem+json' });
});

const isText = (value: unknown, pattern: RegExp) => typeof value === 'string' && pattern.test(value);

/** What clients may set; each function says what a value must be when it is none. */
const members = new Map<string, (value: unknown) => string | undefined>([
  [
    'title',
    (value) =>
      isText(value, /\S/) && String(value).length <= 200 ? undefined : 'must be a text of 1 to 200 characters',
  ],
  ['price', (value) => (isText(value, /^\d{1,8}\.\d\d$/) ? undefined : 'must be a text such as "12.50"')],
  [
    'isbn',
    (value) => (value === null || isText(value, /^\d{13}$/) ? undefined : 'must have thirteen digits, or be null'),
  ],
]);

function validate(body: unknown, required: string[]): Body {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refusal(422, 'validation', [{ pointer: '#', detail: 'must be an object' }]);
  }
  const errors: Issue[] = [];
  for (const name of required) {
    if (!Object.hasOwn(body, name)) errors.push({ pointer: `#/${name}`, detail: 'is missing' });
  }
  for (const [name, value] of Object.entries(body)) {
    const check = members.get(name);
    const detail = check === undefined ? 'cannot be set' : check(value);
    const step = encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
    if (detail !== undefined) errors.push({ pointer: `#/${step}`, detail });
  }
  if (errors.length > 0) throw new Refusal(422, 'validation', errors);
  return body;
}

async function readJson(request: { json: () => Promise<unknown> }): Promise<unknown> {
  return await request.json().catch(() => {
    throw new Refusal(400, 'malformed');
  });
}

function readId(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text) || Number(text) > 2147483647) throw new Refusal(404, 'unknown-book');
  return Number(text);
}

/** The constraints are the check; this only translates what they say. */
async function write(text: string, values: unknown[]) {
  try {
    return await db.query(text, values);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '23505') throw new Refusal(409, 'isbn-taken');
    if (code === '23503' || code === '23001') throw new Refusal(409, 'book-ordered');
    throw error;
  }
}

const columns = 'id, isbn, title, price, stock';

app.post('/books', async (c) => {
  const { title, price, isbn = null } = validate(await readJson(c.req), ['title', 'price']);
  const insert = `insert into books (title, price, isbn) values ('${title!.replaceAll("'", "''")}', $1, $2) returning ${columns}`;
  const book = (await write(insert, [price, isbn])).rows[0];
  return c.json(book, 201, { Location: `/books/${book.id}` });
});

app.get('/books/:id', async (c) => {
  const { rows } = await db.query(`select ${columns} from books where id = $1`, [readId(c.req.param('id'))]);
  if (rows.length === 0) throw new Refusal(404, 'unknown-book');
  return c.json(rows[0]);
});

app.patch('/books/:id', async (c) => {
  const id = readId(c.req.param('id'));
  const { title = null, price = null, isbn } = validate(await readJson(c.req), []);
  // Names only what the patch names, so that two patches at the same moment both stay.
  const update = `
    update books set
      title = coalesce($2::text, title),
      price = coalesce($3::numeric, price),
      isbn = case when $4::boolean then $5::text else isbn end
    where id = $1
    returning ${columns}`;
  const { rows } = await write(update, [id, title, price, isbn !== undefined, isbn ?? null]);
  if (rows.length === 0) throw new Refusal(404, 'unknown-book');
  return c.json(rows[0]);
});

app.delete('/books/:id', async (c) => {
  const { rowCount } = await write('delete from books where id = $1', [readId(c.req.param('id'))]);
  if (rowCount === 0) throw new Refusal(404, 'unknown-book');
  return c.body(null, 204);
});
