import { Hono } from 'hono';
import { db } from 'underpin';
import { z } from 'zod';

export const app = new Hono();

const host = 's.shop.example';

const kinds = {
  malformed: { status: 400, title: 'The body is no JSON.' },
  'not-found': { status: 404, title: 'There is no such link.' },
  'code-taken': { status: 409, title: 'Another link has this code.' },
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
  const document = { type: `https://links.example/problems/${error.kind}`, ...kinds[error.kind], ...error.more };
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

app.post('/links', async (c) => {
  const { url, code } = await read(c.req.raw, newLinkSchema);
  const link = { code: code ?? randomCode(), url };
  // The primary key decides who is first, not a look beforehand.
  const insert = 'insert into links (code, url) values ($1, $2) on conflict do nothing';
  const { rowCount } = await db.query(insert, [link.code, link.url]);
  if (rowCount === 0) throw new Refusal('code-taken');
  forget(link.code);
  return c.json(shown(link), 201, { Location: `/links/${link.code}` });
});

app.get('/links/:code', async (c) => c.json(shown(await linkOf(c.req.param('code')))));

app.patch('/links/:code', async (c) => {
  const { code } = await linkOf(c.req.param('code'));
  const { url } = await read(c.req.raw, changeSchema);
  await db.query('update links set url = $2 where code = $1', [code, url]);
  forget(code);
  return c.json(shown({ code, url }));
});

app.delete('/links/:code', async (c) => {
  const code = c.req.param('code');
  const { rowCount } = await db.query('delete from links where code = $1', [code]);
  forget(code);
  if (rowCount === 0) throw new Refusal('not-found');
  return c.body(null, 204);
});

app.get('/:code', async (c) => {
  const url = await targetOf(c.req.param('code'));
  if (url === null) throw new Refusal('not-found');
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

function shown({ code, url }: Link) {
  return { code, url, short: `https://${host}/${code}` };
}

async function linkOf(code: string): Promise<Link> {
  const { rows } = await db.query('select code, url from links where code = $1', [code]);
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
