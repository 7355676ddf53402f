import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { db } from 'underpin';

export const app = new Hono();

type Errors = { pointer: string; detail: string }[];
type Fields = Record<string, unknown>;

const titles: Record<string, string> = { malformed: 'Not JSON', 'not-found': 'Not found', validation: 'Not valid' };

function refuse(status: 400 | 404 | 422, name: string, errors?: Errors): never {
  const document = { type: 'https://tasks.example/problems/' + name, title: titles[name], status, errors };
  const headers = { 'Content-Type': 'application/problem+json; charset=utf-8' };
  throw new HTTPException(status, { res: new Response(JSON.stringify(document), { status, headers }) });
}

const select = 'select id, board_id board, title, status, due::text from tasks where id = $1';

const rules: Record<string, (value: unknown) => string | null> = {
  title: (value) => {
    if (typeof value !== 'string') return 'must be a text';
    const { length } = value.trim();
    if (length < 1 || length > 200) return 'must have 1 to 200 characters';
    return value.includes('\u0000') ? 'must not have a character that PostgreSQL cannot keep' : null;
  },
  status: (value) => (value === 'open' || value === 'doing' || value === 'done' ? null : 'must be open, doing or done'),
  due: (value) => {
    if (value === null) return null;
    if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return 'must be a day as YYYY-MM-DD';
    const day = new Date(value + 'T00:00:00Z');
    if (value.startsWith('0000')) return 'is no day of the calendar';
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value) ? null : 'is no day of the calendar';
  },
};

async function fieldsOf(request: Request, known: string[], needed: string[]): Promise<Fields> {
  let body: unknown;
  try {
    body = JSON.parse(await request.text());
  } catch {
    refuse(400, 'malformed');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    refuse(422, 'validation', [{ pointer: '', detail: 'must be an object' }]);
  }
  const errors: Errors = [];
  for (const name of new Set([...Object.keys(body as Fields), ...needed])) {
    const detail = known.includes(name) ? rules[name]!((body as Fields)[name]) : 'is unknown';
    if (detail !== null) errors.push({ pointer: '/' + name, detail });
  }
  if (errors.length > 0) refuse(422, 'validation', errors);
  const fields: Fields = { ...(body as Fields) };
  if (typeof fields.title === 'string') fields.title = fields.title.trim();
  return fields;
}

async function get(id: string) {
  const isId = /^\d+$/.test(id) && Number(id) >= 1 && Number(id) <= 2147483647;
  const { rows } = isId ? await db.query(select, [id]) : { rows: [] };
  return rows[0] ?? refuse(404, 'not-found');
}

app.post('/boards/:board/tasks', async (c) => {
  const board = c.req.param('board');
  const isId = /^\d+$/.test(board) && Number(board) >= 1 && Number(board) <= 2147483647;
  if (!isId || (await db.query('select 1 from boards where id = $1', [board])).rowCount === 0) refuse(404, 'not-found');
  const { title, due = null } = await fieldsOf(c.req.raw, ['title', 'due'], ['title']);
  const { rows } = await db.query('insert into tasks (board_id, title, due) values ($1, $2, $3) returning id', [
    board,
    title,
    due,
  ]);
  c.header('Location', `/tasks/${rows[0].id}`);
  return c.json(await get(String(rows[0].id)), 201);
});

app.get('/tasks/:id', async (c) => c.json(await get(c.req.param('id'))));

app.patch('/tasks/:id', async (c) => {
  const id = c.req.param('id');
  await get(id);
  const fields = await fieldsOf(c.req.raw, ['title', 'status', 'due'], []);
  // The names come from the list above, so they may stand in the text.
  const sets = Object.keys(fields).map((name, index) => `${name} = $${index + 2}`);
  if (sets.length > 0)
    await db.query(`update tasks set ${sets.join(', ')} where id = $1`, [id, ...Object.values(fields)]);
  return c.json(await get(id));
});

app.delete('/tasks/:id', async (c) => {
  await get(c.req.param('id'));
  await db.query('delete from tasks where id = $1', [c.req.param('id')]);
  return new Response(null, { status: 204 });
});
