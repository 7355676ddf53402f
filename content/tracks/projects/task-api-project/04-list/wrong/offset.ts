// caught by: nobody misses a task because others remove or add some
import { Hono } from 'hono';
import { db } from 'underpin';
import { z } from 'zod';

type Person = { id: number; tokenHash: string };

export const app = new Hono<{ Variables: { person: Person } }>();

const kinds = {
  malformed: { status: 400, title: 'The body is no JSON.' },
  unauthenticated: { status: 401, title: 'Sign in first, and send the token.' },
  'invalid-credentials': { status: 401, title: 'The address or the password is wrong.' },
  forbidden: { status: 403, title: 'Your role on this board does not allow it.' },
  'not-found': { status: 404, title: 'There is nothing at this address.' },
  'last-owner': { status: 409, title: 'A board keeps at least one owner.' },
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
  const token = hex(crypto.getRandomValues(new Uint8Array(32)));
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

const roleSchema = z.strictObject({ role: z.enum(['viewer', 'editor', 'owner']) });
type Role = z.infer<typeof roleSchema>['role'];

app.post('/boards/:board/tasks', async (c) => {
  const person = c.get('person');
  const board = idOf(c.req.param('board'));
  allow((await roleOn(board, person)) !== 'viewer');
  const { title, due } = await read(c.req.raw, newTaskSchema);
  const insert = `insert into tasks (board_id, title, due, created_by) values ($1, $2, $3, $4) returning ${columns}`;
  const task = (await db.query(insert, [board, title, due, person.id])).rows[0] as Task;
  return c.json(task, 201, { Location: `/tasks/${task.id}` });
});

const listSchema = z.strictObject({
  status: z.enum(['open', 'doing', 'done']).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(100))
    .default(20),
  after: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional(),
});

// Tasks without a day come last, as if they were due at the end of all days; the index has the same expression.
const page = `
  select ${columns} from tasks
  where board_id = $1
    and ($2::text is null or status = $2)
  order by coalesce(due, 'infinity'), id
  limit $4 offset $3`;

app.get('/boards/:board/tasks', async (c) => {
  const board = idOf(c.req.param('board'));
  await roleOn(board, c.get('person'));
  const parsed = listSchema.safeParse(c.req.query());
  if (!parsed.success) throw new Refusal('validation', { errors: fieldErrors(parsed.error) });
  const { status = null, limit, after } = parsed.data;
  const offset = after ?? 0;
  // One row more than is shown tells whether a page follows.
  const { rows } = await db.query(page, [board, status, offset, limit + 1]);
  const items = rows.slice(0, limit) as Task[];
  const next = rows.length > limit ? String(offset + limit) : null;
  return c.json({ items, next });
});

app.get('/tasks/:id', async (c) => c.json((await taskFor(c.get('person'), c.req.param('id'))).task));

app.patch('/tasks/:id', async (c) => {
  const { task, role } = await taskFor(c.get('person'), c.req.param('id'));
  allow(role !== 'viewer');
  const { title, status, due } = { ...task, ...(await read(c.req.raw, changeSchema)) };
  const update = `update tasks set title = $2, status = $3, due = $4 where id = $1 returning ${columns}`;
  const { rows } = await db.query(update, [task.id, title, status, due]);
  if (rows[0] === undefined) throw new Refusal('not-found');
  return c.json(rows[0]);
});

app.delete('/tasks/:id', async (c) => {
  const person = c.get('person');
  const { task, role, createdBy } = await taskFor(person, c.req.param('id'));
  allow(role === 'owner' || (role === 'editor' && createdBy === person.id));
  await db.query('delete from tasks where id = $1', [task.id]);
  return c.body(null, 204);
});

app.get('/boards/:board/members', async (c) => {
  const board = idOf(c.req.param('board'));
  await roleOn(board, c.get('person'));
  const members = `
    select person_id as person, name, role from members join people on id = person_id
    where board_id = $1 order by person_id`;
  return c.json((await db.query(members, [board])).rows);
});

app.put('/boards/:board/members/:person', async (c) => {
  const board = idOf(c.req.param('board'));
  allow((await roleOn(board, c.get('person'))) === 'owner');
  const { role } = await read(c.req.raw, roleSchema);
  const person = idOf(c.req.param('person'));
  await changeMembers(board, async (tx) => {
    const known = await tx.query('select 1 from people where id = $1', [person]);
    if (known.rowCount === 0) throw new Refusal('not-found');
    const upsert = `
      insert into members (board_id, person_id, role) values ($1, $2, $3)
      on conflict (board_id, person_id) do update set role = excluded.role`;
    await tx.query(upsert, [board, person, role]);
  });
  return c.json({ person, role });
});

app.delete('/boards/:board/members/:person', async (c) => {
  const { id } = c.get('person');
  const board = idOf(c.req.param('board'));
  const role = await roleOn(board, c.get('person'));
  allow(role === 'owner' || c.req.param('person') === String(id));
  const person = idOf(c.req.param('person'));
  await changeMembers(board, async (tx) => {
    const gone = await tx.query('delete from members where board_id = $1 and person_id = $2', [board, person]);
    if (gone.rowCount === 0) throw new Refusal('not-found');
  });
  return c.body(null, 204);
});

type Queries = Pick<typeof db, 'query'>;

/** Changes the members of a board, one change after another, unless it would leave the board without an owner. */
async function changeMembers(board: number, change: (tx: Queries) => Promise<void>): Promise<void> {
  await db.transaction(async (tx) => {
    // Without the lock, two owners who remove each other both still see the other one.
    await tx.query('select id from boards where id = $1 for update', [board]);
    await change(tx);
    const owners = await tx.query("select 1 from members where board_id = $1 and role = 'owner' limit 1", [board]);
    if (owners.rowCount === 0) throw new Refusal('last-owner');
  });
}

function allow(allowed: boolean): void {
  if (!allowed) throw new Refusal('forbidden');
}

/** For somebody who is no member, the board is not there. */
async function roleOn(board: number, person: Person): Promise<Role> {
  const query = 'select role from members where board_id = $1 and person_id = $2';
  const { rows } = await db.query(query, [board, person.id]);
  if (rows[0] === undefined) throw new Refusal('not-found');
  return rows[0].role as Role;
}

/** A task on a board of which the person is a member, and what they are there. */
async function taskFor(person: Person, id: string): Promise<{ task: Task; role: Role; createdBy: number | null }> {
  const query = `
    select ${columns}, role, created_by
    from tasks join members using (board_id)
    where id = $1 and person_id = $2`;
  const { rows } = await db.query(query, [idOf(id), person.id]);
  if (rows[0] === undefined) throw new Refusal('not-found');
  const { role, created_by: createdBy, ...task } = rows[0] as Task & { role: Role; created_by: number | null };
  return { task, role, createdBy };
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
