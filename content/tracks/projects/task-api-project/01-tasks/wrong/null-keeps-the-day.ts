// caught by: takes the day of a task away
import { Hono } from 'hono';
import { db } from 'underpin';
import { z } from 'zod';

export const app = new Hono();

const kinds = {
  malformed: { status: 400, title: 'The body is no JSON.' },
  'not-found': { status: 404, title: 'There is nothing at this address.' },
  validation: { status: 422, title: 'Some fields are not as they should be.' },
} as const;

/** A request that is refused, as the problem document that says why. */
class Refusal extends Error {
  readonly kind: keyof typeof kinds;
  readonly more: Record<string, unknown>;
  constructor(kind: keyof typeof kinds, more: Record<string, unknown> = {}) {
    super(kinds[kind].title);
    this.kind = kind;
    this.more = more;
  }
}

app.onError((error, c) => {
  if (!(error instanceof Refusal)) {
    console.error(error);
    return c.text('Internal Server Error', 500);
  }
  const document = { type: `https://tasks.example/problems/${error.kind}`, ...kinds[error.kind], ...error.more };
  return c.body(JSON.stringify(document), document.status, { 'Content-Type': 'application/problem+json' });
});

app.notFound(() => {
  throw new Refusal('not-found');
});

// PostgreSQL's text cannot hold U+0000, and its calendar has no year 0000.
const isStorable = (text: string) => !text.includes('\u0000');
const titleSchema = z.string().trim().min(1).max(200).refine(isStorable, 'has a character that cannot be stored');
const daySchema = z.iso.date().refine((day) => day >= '0001-01-01', 'is no day of the calendar');

const newTaskSchema = z.strictObject({
  title: titleSchema,
  due: daySchema.nullable().default(null),
});

const changeSchema = z.strictObject({
  title: titleSchema.optional(),
  status: z.enum(['open', 'doing', 'done']).optional(),
  due: daySchema.nullable().optional(),
});

type Task = { id: number; board: number; title: string; status: string; due: string | null };

const columns = `id, board_id as board, title, status, to_char(due, 'YYYY-MM-DD') as due`;

app.post('/boards/:board/tasks', async (c) => {
  const board = idOf(c.req.param('board'));
  await found('select id from boards where id = $1', board);
  const { title, due } = await read(c.req.raw, newTaskSchema);
  const insert = `insert into tasks (board_id, title, due) values ($1, $2, $3) returning ${columns}`;
  const task = (await db.query(insert, [board, title, due])).rows[0] as Task;
  return c.json(task, 201, { Location: `/tasks/${task.id}` });
});

app.get('/tasks/:id', async (c) => c.json(await taskOf(idOf(c.req.param('id')))));

app.patch('/tasks/:id', async (c) => {
  const task = await taskOf(idOf(c.req.param('id')));
  const changes = await read(c.req.raw, changeSchema);
  const title = changes.title ?? task.title;
  const status = changes.status ?? task.status;
  const due = changes.due ?? task.due;
  const update = `update tasks set title = $2, status = $3, due = $4 where id = $1 returning ${columns}`;
  const { rows } = await db.query(update, [task.id, title, status, due]);
  if (rows[0] === undefined) throw new Refusal('not-found');
  return c.json(rows[0]);
});

app.delete('/tasks/:id', async (c) => {
  const { rowCount } = await db.query('delete from tasks where id = $1', [idOf(c.req.param('id'))]);
  if (rowCount === 0) throw new Refusal('not-found');
  return c.body(null, 204);
});

function taskOf(id: number): Promise<Task> {
  return found(`select ${columns} from tasks where id = $1`, id);
}

async function found<Row>(query: string, id: number): Promise<Row> {
  const row = (await db.query(query, [id])).rows[0];
  if (row === undefined) throw new Refusal('not-found');
  return row as Row;
}

/** Ids are PostgreSQL's `integer`; anything else in an address leads nowhere. */
function idOf(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text) || Number(text) > 2147483647) throw new Refusal('not-found');
  return Number(text);
}

async function read<Value>(request: Request, schema: z.ZodType<Value>): Promise<Value> {
  const body: unknown = await request.json().catch(() => {
    throw new Refusal('malformed');
  });
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new Refusal('validation', { errors: fieldErrors(parsed.error) });
  return parsed.data;
}

/** One entry a field, each with its place in the body as a JSON Pointer. */
function fieldErrors(error: z.ZodError): { pointer: string; detail: string }[] {
  const details = new Map<string, string>();
  for (const issue of error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('/')];
    for (const name of names) {
      const pointer = name === '' ? '' : `/${name}`;
      const detail = issue.code === 'unrecognized_keys' ? 'is not known here' : issue.message;
      if (!details.has(pointer)) details.set(pointer, detail);
    }
  }
  return [...details].map(([pointer, detail]) => ({ pointer, detail }));
}
