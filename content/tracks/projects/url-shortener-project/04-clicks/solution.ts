import { Hono } from 'hono';
import { db } from 'underpin';
import { z } from 'zod';

type Key = { hash: string; perMinute: number };

export const app = new Hono<{ Variables: { key: Key } }>();

const host = 's.shop.example';

const kinds = {
  malformed: { status: 400, title: 'The body is no JSON.' },
  unauthenticated: { status: 401, title: 'Send your key in the field X-Api-Key.' },
  'not-found': { status: 404, title: 'There is no such link.' },
  'code-taken': { status: 409, title: 'Another link has this code.' },
  validation: { status: 422, title: 'Some fields are not as they should be.' },
  'too-many-requests': { status: 429, title: 'Your key has no link left for the moment.' },
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
  const document = { type: `https://links.example/problems/${error.kind}`, ...kinds[error.kind], ...error.more };
  if (document.status === 401) c.header('WWW-Authenticate', 'Api-Key');
  return c.body(JSON.stringify(document), document.status, { 'Content-Type': 'application/problem+json' });
});

app.notFound(() => {
  throw new Refusal('not-found');
});

const urlSchema = z.string().max(2000).refine(isTarget, 'must be an http or https address that leads elsewhere');

const newLinkSchema = z.strictObject({
  url: urlSchema,
  code: z
    .string()
    .regex(/^[A-Za-z0-9_-]{3,30}$/)
    .refine((code) => code !== 'links', 'is an address of this service')
    .optional(),
});

const changeSchema = z.strictObject({ url: urlSchema });

type Link = { code: string; url: string };

// The addresses of links are for those who have a key; following one needs none.
for (const path of ['/links', '/links/*']) {
  app.use(path, async (c, next) => {
    const hash = await sha256(c.req.header('X-Api-Key') ?? '');
    const { rows } = await db.query('select per_minute from api_keys where key_hash = $1', [hash]);
    if (rows[0] === undefined) throw new Refusal('unauthenticated');
    c.set('key', { hash, perMinute: Number(rows[0].per_minute) });
    await next();
  });
}

app.post('/links', async (c) => {
  const key = c.get('key');
  const waitMs = takeToken(key);
  if (waitMs > 0) {
    c.header('Retry-After', String(Math.ceil(waitMs / 1000)));
    throw new Refusal('too-many-requests');
  }
  const { url, code } = await read(c.req.raw, newLinkSchema);
  const link = { code: code ?? randomCode(), url };
  // The primary key decides who is first, not a look beforehand.
  const insert = 'insert into links (code, url, key_hash) values ($1, $2, $3) on conflict do nothing';
  const { rowCount } = await db.query(insert, [link.code, link.url, key.hash]);
  if (rowCount === 0) throw new Refusal('code-taken');
  forget(link.code);
  return c.json(shown(link), 201, { Location: `/links/${link.code}` });
});

app.get('/links/:code', async (c) => c.json(shown(await linkOf(c.get('key'), c.req.param('code')))));

const reportSchema = z.strictObject({
  days: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(90))
    .default(7),
});

app.get('/links/:code/clicks', async (c) => {
  const { code } = await linkOf(c.get('key'), c.req.param('code'));
  const parsed = reportSchema.safeParse(c.req.query());
  if (!parsed.success) throw new Refusal('validation', { errors: fieldErrors(parsed.error) });
  await writeClicks();
  const days = lastDays(parsed.data.days);
  const query = "select to_char(day, 'YYYY-MM-DD') as day, count from clicks where code = $1 and day >= $2";
  const { rows } = await db.query(query, [code, days[0]]);
  const counts = new Map(rows.map((row) => [String(row.day), Number(row.count)]));
  const report = days.map((day) => ({ day, clicks: counts.get(day) ?? 0 }));
  return c.json({ total: report.reduce((sum, { clicks }) => sum + clicks, 0), days: report });
});

app.patch('/links/:code', async (c) => {
  const { code } = await linkOf(c.get('key'), c.req.param('code'));
  const { url } = await read(c.req.raw, changeSchema);
  await db.query('update links set url = $2 where code = $1', [code, url]);
  forget(code);
  return c.json(shown({ code, url }));
});

app.delete('/links/:code', async (c) => {
  const { code } = await linkOf(c.get('key'), c.req.param('code'));
  await db.query('delete from links where code = $1', [code]);
  forget(code);
  return c.body(null, 204);
});

app.get('/:code', async (c) => {
  const url = await targetOf(c.req.param('code'));
  if (url === null) throw new Refusal('not-found');
  // Hono answers HEAD with the handler of GET; a preview of the link is nobody who follows it.
  if (c.req.method === 'GET') countClick(c.req.param('code'));
  c.header('Cache-Control', 'no-store');
  return c.redirect(url, 302);
});

/** How long a redirect may lag behind a change that was made by somebody else. */
const linkMs = 60_000;
const missingMs = 10_000;
const codesMax = 100;

/** The code that was used longest ago comes first. */
const known = new Map<string, { url: string | null; untilMs: number }>();
const lookups = new Map<string, Promise<string | null>>();
let changes = 0;

/** Where a code leads; null where there is no link. Of several who ask for the same code at once, one asks the database. */
function targetOf(code: string): string | null | Promise<string | null> {
  const held = known.get(code);
  if (held && Date.now() < held.untilMs) {
    known.delete(code);
    known.set(code, held);
    return held.url;
  }
  const lookup = lookups.get(code) ?? lookUp(code);
  lookups.set(code, lookup);
  return lookup;
}

async function lookUp(code: string): Promise<string | null> {
  const [changesBefore, atMs] = [changes, Date.now()];
  try {
    const { rows } = await db.query('select url from links where code = $1', [code]);
    const url = (rows[0]?.url as string | undefined) ?? null;
    // What was read may be older than a change that came meanwhile.
    if (changes === changesBefore) remember(code, { url, untilMs: atMs + (url === null ? missingMs : linkMs) });
    return url;
  } finally {
    lookups.delete(code);
  }
}

function remember(code: string, entry: { url: string | null; untilMs: number }): void {
  known.delete(code);
  known.set(code, entry);
  const [oldest] = known.keys();
  if (known.size > codesMax && oldest !== undefined) known.delete(oldest);
}

/** Called after the change is in the database: before it, a redirect could read the old address once more. */
function forget(code: string): void {
  changes += 1;
  known.delete(code);
  lookups.delete(code);
}

/** By the hash of the key. `tokens` is what was there at `atMs`. */
const buckets = new Map<string, { tokens: number; atMs: number }>();

/** Takes one token and returns 0, or returns how long it takes until there is one. */
function takeToken({ hash, perMinute }: Key): number {
  const perMs = perMinute / 60_000;
  const nowMs = Date.now();
  const { tokens: before, atMs } = buckets.get(hash) ?? { tokens: perMinute, atMs: nowMs };
  const tokens = Math.min(perMinute, before + (nowMs - atMs) * perMs);
  const takes = tokens >= 1;
  buckets.set(hash, { tokens: takes ? tokens - 1 : tokens, atMs: nowMs });
  return takes ? 0 : (1 - tokens) / perMs;
}

const writeEveryMs = 5000;

/** Clicks that are not written yet, by day and code. */
const pending = new Map<string, number>();
let timer: ReturnType<typeof setTimeout> | undefined;
/** One write after another, so that a report can wait for the one that is under way. */
let writing: Promise<unknown> = Promise.resolve();

function countClick(code: string): void {
  add(`${dayOf(Date.now())} ${code}`, 1);
}

function add(key: string, clicks: number): void {
  pending.set(key, (pending.get(key) ?? 0) + clicks);
  timer ??= setTimeout(() => void writeClicks().catch(console.error), writeEveryMs);
}

function writeClicks(): Promise<void> {
  const written = writing.then(writePending);
  writing = written.catch(() => undefined);
  return written;
}

// The join leaves out links that were removed meanwhile: one of them would fail the statement for all.
const addClicks = `
  insert into clicks (code, day, count)
  select code, day, added
  from jsonb_to_recordset($1::jsonb) as batch (code text, day date, added bigint)
  join links using (code)
  on conflict (code, day) do update set count = clicks.count + excluded.count`;

async function writePending(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  if (pending.size === 0) return;
  const batch = [...pending];
  pending.clear();
  const rows = batch.map(([key, added]) => ({ day: key.slice(0, 10), code: key.slice(11), added }));
  try {
    await db.query(addClicks, [JSON.stringify(rows)]);
  } catch (error) {
    for (const [key, clicks] of batch) add(key, clicks);
    throw error;
  }
}

function lastDays(count: number): string[] {
  const now = Date.now();
  return Array.from({ length: count }, (_, index) => dayOf(now - (count - 1 - index) * 86_400_000));
}

/** Of UTC, in which every day has 24 hours. */
function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}

function shown({ code, url }: Link) {
  return { code, url, short: `https://${host}/${code}` };
}

/** A link of this key; that of another one is not there. */
async function linkOf(key: Key, code: string): Promise<Link> {
  const { rows } = await db.query('select code, url from links where code = $1 and key_hash = $2', [code, key.hash]);
  if (rows[0] === undefined) throw new Refusal('not-found');
  return rows[0] as Link;
}

/** Whether an address may be shortened: one of the web, without credentials, that does not lead back here. */
function isTarget(text: string): boolean {
  if (!/^[!-~]+$/.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && hostname !== host && username === '' && password === '';
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Seven of 62 characters: 3.5 trillion codes. */
function randomCode(): string {
  let code = '';
  while (code.length < 7) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    // 248 is the largest multiple of 62 in a byte; taking the rest as well would prefer the first eight letters.
    if (byte < 248) code += alphabet[byte % 62];
  }
  return code;
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

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
