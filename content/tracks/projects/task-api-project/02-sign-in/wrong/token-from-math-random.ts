// caught by: no two tokens are alike, and each has at least 128 random bits
import { Hono } from 'hono';
import { db } from 'underpin';
import { z } from 'zod';

type Person = { id: number; tokenHash: string };

export const app = new Hono<{ Variables: { person: Person } }>();

const kinds = {
  malformed: { status: 400, title: 'The body is no JSON.' },
  unauthenticated: { status: 401, title: 'Sign in first, and send the token.' },
  'invalid-credentials': { status: 401, title: 'The address or the password is wrong.' },
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
  if (document.status === 401) c.header('WWW-Authenticate', 'Bearer');
  return c.body(JSON.stringify(document), document.status, { 'Content-Type': 'application/problem+json' });
});

app.notFound(() => {
  throw new Refusal('not-found');
});

/** Half a day: who plans readings signs in once in the morning. */
const sessionMs = 12 * 60 * 60_000;

const credentialsSchema = z.strictObject({ email: z.string(), password: z.string() });

app.post('/sessions', async (c) => {
  const { email, password } = await read(c.req.raw, credentialsSchema);
  const query = 'select id, password_hash from people where email = $1';
  const { rows } = isStorable(email) ? await db.query(query, [email]) : { rows: [] };
  const person = rows[0] as { id: number; password_hash: string } | undefined;
  // Somebody unknown takes as long as somebody known, so that the time does not tell who has an account.
  const matches = await passwordMatches(password, person?.password_hash ?? nobodysHash);
  if (!person || !matches) throw new Refusal('invalid-credentials');
  const token = Array.from({ length: 64 }, () => Math.floor(Math.random() * 16).toString(16)).join('');
  const expiresAt = new Date(Date.now() + sessionMs).toISOString();
  const insert = 'insert into sessions (token_hash, person_id, expires_at) values ($1, $2, $3)';
  await db.query(insert, [await sha256(token), person.id, expiresAt]);
  return c.json({ token, expiresAt }, 201);
});

// What stands below asks who it is.
app.use(async (c, next) => {
  const [, token] = /^bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? [];
  if (token === undefined) throw new Refusal('unauthenticated');
  const tokenHash = await sha256(token);
  const query = 'select person_id as id from sessions where token_hash = $1 and expires_at > $2';
  const { rows } = await db.query(query, [tokenHash, new Date().toISOString()]);
  if (rows[0] === undefined) throw new Refusal('unauthenticated');
  c.set('person', { id: Number(rows[0].id), tokenHash });
  await next();
});

app.delete('/session', async (c) => {
  await db.query('delete from sessions where token_hash = $1', [c.get('person').tokenHash]);
  return c.body(null, 204);
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
  const insert = `insert into tasks (board_id, title, due, created_by) values ($1, $2, $3, $4) returning ${columns}`;
  const task = (await db.query(insert, [board, title, due, c.get('person').id])).rows[0] as Task;
  return c.json(task, 201, { Location: `/tasks/${task.id}` });
});

app.get('/tasks/:id', async (c) => c.json(await taskOf(idOf(c.req.param('id')))));

app.patch('/tasks/:id', async (c) => {
  const task = await taskOf(idOf(c.req.param('id')));
  const { title, status, due } = { ...task, ...(await read(c.req.raw, changeSchema)) };
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

/** Of a password that nobody has. */
const nobodysHash = `pbkdf2-sha256$1000$${btoa('0'.repeat(16))}$${btoa('0'.repeat(32))}`;

/** `stored` is `pbkdf2-sha256$<iterations>$<salt>$<key>`, the last two in base64. */
async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const [, iterations = '1', salt = '', key = ''] = stored.split('$');
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const wanted = bytesOf(key);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations: Number(iterations) };
  const derived = new Uint8Array(await crypto.subtle.deriveBits(parameters, material, wanted.length * 8));
  // Looks at every byte, whichever differs first.
  return derived.reduce((difference, byte, index) => difference | (byte ^ wanted[index]!), 0) === 0;
}

async function sha256(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
