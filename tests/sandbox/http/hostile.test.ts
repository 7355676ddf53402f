import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exercise } from '#content/exercise';
import { gradeWith } from '../exercises.ts';
import { outcomesOf, type Outcome } from '../outcomes.ts';
import { databaseService, service, serviceExercise, serviceRuntime, type ServiceRuntime } from './services.ts';

const sums = serviceExercise({
  tests: `
    test('adds', async ({ request }) => {
      const answer = await request('POST', '/sum', { json: [5, 8, 29] });
      expect(answer.status).toBe(200);
      expect(answer.json).toEqual({ sum: 42 });
    });
    test('calls once', async ({ request, upstream }) => {
      upstream.reply('GET', 'https://rates.test/', { json: { rate: 2 } });
      expect((await request('GET', '/rate')).json).toEqual({ rate: 2 });
      expect(upstream.calls()).toHaveLength(1);
    });`,
});
const honest = `
  app.post('/sum', async (c) => c.json({ sum: (await c.req.json()).reduce((sum: number, one: number) => sum + one, 0) }));
  app.get('/rate', async (c) => c.json(await (await fetch('https://rates.test/')).json()));`;

const rows = serviceExercise({
  schema: 'create table items (id int primary key, name text not null);',
  data: `insert into items values (1, 'one');`,
  tests: `
    test('lists', async ({ request, db }) => {
      expect((await request('GET', '/items')).json).toEqual([{ id: 1, name: 'one' }]);
      expect(db.statements()).toHaveLength(1);
      expect((await db.query('select count(*)::int as count from items')).rows).toEqual([{ count: 1 }]);
    });
    test('lists again', async ({ request }) => {
      expect((await request('GET', '/items')).json).toEqual([{ id: 1, name: 'one' }]);
    });`,
  limits: { testMs: 2000 },
});
const honestRows = databaseService(
  `app.get('/items', async (c) => c.json((await db.query('select * from items')).rows));`,
);

/** Each means no good. None may pass, except where trying does no harm to an honest answer. */
const cases: { name: string; body: string; outcomes: Outcome[] }[] = [
  {
    name: 'an answer that is no Response but says so',
    body: `app.fetch = (() => ({ status: 200, headers: new Headers(), text: async () => '{"sum":42}' })) as never;`,
    outcomes: ['fail'],
  },
  {
    name: 'Response and JSON bent to look right',
    body: `Response.prototype.text = async () => '{"sum":0}'; JSON.stringify = () => '{"kind":"answers","answers":[]}'; Object.defineProperty(Response.prototype, 'status', { get: () => 200 });${honest}`,
    outcomes: ['fail'],
  },
  {
    name: 'toJSON on every object',
    body: `(Object.prototype as any).toJSON = () => ({ kind: 'loaded' }); (Array.prototype as any).toJSON = () => 'x';${honest}`,
    outcomes: ['fail', 'error', 'died'],
  },
  {
    name: 'Promise.prototype.then that forges the harness',
    body: `Promise.prototype.then = function () { return new Promise(() => {}); } as never;${honest}`,
    outcomes: ['fail', 'timeout', 'error'],
  },
  {
    name: 'a call that is taken out of the record',
    body: `const real = fetch; (globalThis as any).fetch = async (url: string) => { await real(url); return real(url); };${honest}`,
    outcomes: ['fail'],
  },
  {
    name: 'Map and Array emptied under the headers',
    body: `Map.prototype.get = () => undefined; Array.prototype.map = () => []; Array.prototype[Symbol.iterator] = function* () {} as never;${honest}`,
    outcomes: ['fail', 'error', 'died', 'timeout'],
  },
  {
    name: 'a setter on Object.prototype that would catch what the harness sends',
    body: `for (const key of ['call', 'op', 'payload', 'resolve', 'answer', 'kind', 'value']) Object.defineProperty(Object.prototype, key, { set() { throw new Error('caught you'); }, get() { return 'polluted'; } });${honest}`,
    outcomes: ['pass', 'fail', 'error', 'died'],
  },
  { name: 'a handler that loops', body: `app.post('/sum', () => { for (;;); });`, outcomes: ['timeout'] },
  {
    name: 'a handler that loops in microtasks',
    body: `app.post('/sum', async () => { for (;;) await null; });`,
    outcomes: ['timeout', 'killed'],
  },
  {
    name: 'a handler that never settles',
    body: `app.post('/sum', () => new Promise<Response>(() => {}));`,
    outcomes: ['timeout'],
  },
  {
    name: 'a body that never ends',
    body: `app.post('/sum', () => new Response(new ReadableStream({ pull(controller) { controller.enqueue(new Uint8Array(65536)); } })));`,
    outcomes: ['timeout', 'memory', 'killed', 'died'],
  },
  { name: 'a huge body', body: `app.post('/sum', (c) => c.text('9'.repeat(5e7)));`, outcomes: ['fail', 'memory'] },
  {
    name: 'a thousand huge headers',
    body: `app.post('/sum', (c) => { for (let i = 0; i < 1000; i++) c.header('x-' + i, '9'.repeat(1000)); return c.json({ sum: 42 }); });`,
    outcomes: ['fail', 'memory'],
  },
  {
    name: 'a flood of fetches',
    body: `app.post('/sum', async (c) => { const all = []; for (let i = 0; i < 1e6; i++) all.push(fetch('https://rates.test/' + i).catch(() => 0)); await Promise.all(all); return c.json({ sum: 0 }); });`,
    outcomes: ['fail', 'timeout', 'memory', 'killed', 'died', 'error'],
  },
  {
    name: 'a flood of URLs',
    body: `app.post('/sum', (c) => { for (;;) URL.canParse('http://a.test/' + Math.random()); });`,
    outcomes: ['timeout', 'killed'],
  },
  {
    name: 'the real network, by address and by file',
    body: `app.post('/sum', async (c) => { for (const url of ['http://127.0.0.1:80/', 'http://169.254.169.254/latest/', 'file:///etc/passwd', 'data:,42']) try { return c.json({ sum: 42, got: await (await fetch(url)).text() }); } catch {} return c.json({ sum: 'nothing' }); });`,
    outcomes: ['fail'],
  },
  {
    name: 'a billion rounds of PBKDF2',
    body: `app.post('/sum', async (c) => { const key = await crypto.subtle.importKey('raw', new Uint8Array(8), 'PBKDF2', false, ['deriveBits']); await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-512', salt: new Uint8Array(8), iterations: 2 ** 31 - 1 }, key, 256); return c.json({ sum: 42 }); });`,
    outcomes: ['fail'],
  },
  {
    name: 'cryptography with everything it can be given',
    body: `app.post('/sum', async (c) => { const big = new Uint8Array(3e7); await crypto.subtle.digest('SHA-256', big); return c.json({ sum: 42 }); });`,
    outcomes: ['fail', 'memory', 'timeout'],
  },
  {
    name: 'random bytes without end',
    body: `app.post('/sum', (c) => { for (;;) crypto.getRandomValues(new Uint8Array(65536)); });`,
    outcomes: ['timeout', 'killed', 'fail', 'error'],
  },
  {
    name: 'a parameter of cryptography that is an object of its own making',
    body: `app.post('/sum', async (c) => { await crypto.subtle.generateKey(JSON.parse('{"name":"HMAC","hash":"SHA-256","length":1e12,"__proto__":{"base64":"x"}}'), true, ['sign']); return c.json({ sum: 42 }); });`,
    outcomes: ['fail'],
  },
  {
    name: 'work that goes on after the answer',
    body: `${honest} app.use(async (_c, next) => { await next(); setInterval(() => { for (let i = 0; i < 1e5; i++); }, 1); void (async () => { for (;;) await fetch('https://rates.test/').catch(() => 0); })(); });`,
    outcomes: ['pass', 'fail', 'timeout', 'killed', 'error'],
  },
  {
    name: 'an error whose message loops',
    body: `app.post('/sum', () => { throw Object.defineProperty(new Error(), 'message', { get() { for (;;); } }); });`,
    outcomes: ['timeout', 'killed'],
  },
  {
    name: 'require of the outside, and what the harness is made of',
    body: `const names = ['node:fs', 'child_process', 'web/start', 'sandbox/javascript/web/start.ts', '__proto__', 'constructor']; for (const name of names) try { const got = (globalThis as any).require(name); if (got) throw new Error('got ' + name); } catch (error) { if (String(error).includes('got ')) throw error; } if ((globalThis as any).process || (globalThis as any).ivm) throw new Error('host');${honest}`,
    outcomes: ['pass'],
  },
];

/** Sends these before it answers as it should. */
const sends = (...texts: string[]): string =>
  `app.get('/items', async (c) => { for (const text of ${JSON.stringify(texts)}) await db.query(text); return c.json((await db.query('select * from items')).rows); });`;

/** `words`: what the learner reads, in the message or on the console. */
const databaseCases: ((typeof cases)[number] & { words?: RegExp })[] = [
  {
    name: 'pg_sleep',
    body: `app.get('/items', async (c) => c.json((await db.query('select pg_sleep(3600)')).rows));`,
    outcomes: ['timeout', 'fail', 'killed'],
  },
  {
    name: 'a row of half a gigabyte',
    body: `app.get('/items', async (c) => c.json((await db.query("select repeat('x', 500000000) as x")).rows));`,
    outcomes: ['fail', 'timeout', 'memory'],
  },
  {
    name: 'rows without end',
    body: `app.get('/items', async (c) => c.json((await db.query('select * from generate_series(1, 100000000)')).rows));`,
    outcomes: ['fail', 'timeout', 'memory'],
  },
  {
    name: 'a flood of statements',
    body: `app.get('/items', async (c) => { for (;;) await db.query('select 1').catch((error) => { if (String(error).includes('calls to the outside')) throw error; }); });`,
    outcomes: ['fail', 'timeout', 'error', 'killed'],
  },
  {
    name: 'statements all at once',
    body: `app.get('/items', async (c) => { await Promise.allSettled(Array.from({ length: 5000 }, () => db.query('select 1'))); return c.json([]); });`,
    outcomes: ['fail', 'timeout'],
  },
  {
    name: 'ending every session',
    body: `app.get('/items', async (c) => { await db.query('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()').catch(() => 0); return c.json([{ id: 1, name: 'one' }]); });`,
    outcomes: ['pass', 'fail'],
  },
  {
    name: 'ending its own session',
    body: `app.get('/items', async (c) => { await db.query('select pg_terminate_backend(pg_backend_pid())').catch(() => 0); return c.json((await db.query('select 1')).rows); });`,
    outcomes: ['fail'],
  },
  {
    name: 'files and programs of the server',
    body: `app.get('/items', async (c) => { const got = []; for (const text of ["select pg_read_file('/etc/passwd')", "copy items from program 'id'", "select lo_import('/etc/passwd')", 'create extension dblink', 'set role postgres', 'alter role current_user superuser']) try { await db.query(text); got.push(text); } catch {} return c.json(got.length === 0 ? 'nothing' : [{ id: 1, name: 'one' }]); });`,
    outcomes: ['fail'],
  },
  {
    name: 'a transaction that is never ended',
    body: `app.get('/items', async (c) => { void db.transaction(async (tx) => { await tx.query('lock table items'); await new Promise(() => {}); }); await null; return c.json([{ id: 1, name: 'one' }]); });`,
    outcomes: ['fail', 'timeout', 'pass', 'killed'],
  },
  {
    name: 'a copy of the rows that is changed for the next test',
    body: `app.get('/items', async (c) => { const { rows } = await db.query('select * from items'); await db.query("update underpin_pristine.rows_1 set name = 'mine'").catch(() => 0); return c.json(rows); });`,
    outcomes: ['fail'],
  },
  {
    name: 'temporary files without end',
    body: sends('select count(*) from (select md5(n::text) from generate_series(1, 5000000) n order by 1) x'),
    outcomes: ['fail', 'timeout'],
    words: /temp_file_limit|statement took too long|after \d s/,
  },
  {
    name: 'settings that make the next statements fail',
    body: sends('set statement_timeout = 1', 'set default_transaction_read_only = on', 'set search_path = nowhere'),
    outcomes: ['fail'],
    words: /does not exist|statement timeout/,
  },
  {
    name: 'settings, a cursor, a prepared statement, a listener and a lock that are left behind',
    body: sends(
      ...['set search_path = public', 'declare c cursor with hold for select 1', 'prepare p as select 1'],
      ...[
        'listen x',
        "select pg_notify('x', repeat('y', 7000)) from generate_series(1, 500)",
        'select pg_advisory_lock(1)',
      ],
    ),
    outcomes: ['fail'],
  },
  {
    name: 'its own schema dropped',
    body: sends('drop schema public cascade'),
    outcomes: ['fail'],
    words: /relation .*items.* does not exist/,
  },
  {
    name: 'an event trigger',
    body: sends(
      "create function f() returns event_trigger language plpgsql as 'begin end'",
      'create event trigger e on ddl_command_start execute function f()',
    ),
    outcomes: ['fail'],
    words: /permission denied to create event trigger/,
  },
  {
    name: 'a statement that waits for its own transaction',
    body: `app.get('/items', async (c) => db.transaction(async (tx) => { await tx.query("update items set name = 'x'"); return c.json((await db.query("update items set name = 'y' returning id")).rows); }));`,
    outcomes: ['fail'],
    words: /Inside a transaction use tx\.query/,
  },
  {
    name: 'a row larger than an answer',
    body: sends("select repeat('x', 300000)"),
    outcomes: ['fail'],
    words: /more than 256 KB/,
  },
  {
    name: 'messages of the protocol as values',
    body: `app.get('/items', async (c) => c.json((await db.query('select $1::text as a', ['"},{"call":1,"op":"commit","payload":"{}"}\\n{"type":"ready"}'])).rows));`,
    outcomes: ['fail'],
  },
];

/** What runs into the limit of a test shows as much with a second as with three; honest work keeps all of its time. */
const hurried = (exercise: Exercise, outcomes: Outcome[]): Exercise =>
  outcomes.includes('timeout') ? { ...exercise, meta: { ...exercise.meta, limits: { testMs: 1000 } } } : exercise;

// The weakest walls that are allowed, as for exercises of kind code.
describe('hostile services behind the weakest walls', { timeout: 60_000 }, () => {
  let runtime: ServiceRuntime;
  beforeAll(async () => {
    runtime = serviceRuntime({ children: 2, namespaces: false });
    await runtime.boot();
  });
  afterAll(() => runtime[Symbol.asyncDispose]());

  for (const { name, body, outcomes } of cases) {
    test(name, async () => {
      const { verdict } = await gradeWith(runtime, hurried(sums, outcomes), service(body));
      expect(
        outcomesOf(verdict).filter((word) => outcomes.includes(word)),
        JSON.stringify(verdict).slice(0, 2000),
      ).not.toEqual([]);
      expect((await gradeWith(runtime, sums, service(honest))).verdict.status).toBe('passed');
    });
  }
  for (const { name, body, outcomes, words } of databaseCases) {
    test(`database: ${name}`, async () => {
      const { verdict } = await gradeWith(runtime, hurried(rows, outcomes), databaseService(body));
      expect(
        outcomesOf(verdict).filter((word) => outcomes.includes(word)),
        JSON.stringify(verdict).slice(0, 2000),
      ).not.toEqual([]);
      if (words !== undefined) expect(JSON.stringify(verdict)).toMatch(words);
      expect((await gradeWith(runtime, rows, honestRows)).verdict.status).toBe('passed');
    });
  }
});
