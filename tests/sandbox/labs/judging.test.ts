import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestResult } from '#lib/verdict';
import { serviceRuntime, type ServiceRuntime } from '../http/services.ts';
import {
  exploitOf,
  gradeLabWith,
  halfPatched,
  labExercise,
  notes,
  notesService,
  patched,
  vulnerable,
  type LabGraded,
} from './lab-exercise.ts';

const first = 'exploit: works on the vulnerable service';
const own = 'patch: stops your own exploit';
const statuses = ({ tests }: LabGraded) => tests.map(({ name, status }) => `${status} ${name}`);
const bodies = ({ exchanges = [] }: TestResult) => exchanges.map(({ response }) => response?.body);

describe('a lab', { timeout: 60_000 }, () => {
  let runtime: ServiceRuntime;
  beforeAll(async () => {
    runtime = serviceRuntime();
    await runtime.boot();
  });
  afterAll(() => runtime[Symbol.asyncDispose]());
  const grade = (files: { exploit?: string; service?: string }, how?: Parameters<typeof gradeLabWith>[3]) =>
    gradeLabWith(runtime, notes, files, how);

  test('is passed by an exploit that works and a patch that stops it and breaks nothing', async () => {
    const graded = await grade({});
    expect(graded.verdict).toMatchObject({ status: 'passed' });
    expect(statuses(graded)).toEqual([
      `passed ${first}`,
      `passed ${own}`,
      'passed patch: stops variant 1',
      'passed works: shows a note',
      'passed patch: stops variant 2',
      'passed patch: stops variant 3',
      'passed works: leaves the key where it is',
      'passed works: agrees with the reference',
    ]);
    expect(graded.of(first).did).toEqual(['exploit({ request, customer: 7 })', 'GET /notes?name=..%2Fkey']);
  });

  test('is judged by what is visible on Run', async () => {
    expect(statuses(await grade({}, { mode: 'run' }))).toEqual([
      `passed ${first}`,
      `passed ${own}`,
      'passed patch: stops variant 1',
      'passed works: shows a note',
    ]);
  });

  test('has another secret in each run, and the exploit never has it before it attacks', async () => {
    const graded = await grade({ service: vulnerable });
    const seen = [first, own, 'patch: stops variant 1'].flatMap((name) => bodies(graded.of(name)));
    seen.push(...bodies((await grade({ service: vulnerable })).of(first)));
    expect(new Set(seen).size).toBe(4);
    for (const secret of seen) expect(secret).toMatch(/^[0-9a-f]{16}$/);
  });

  describe('gate one: the exploit on the service as it is given', () => {
    test('says what the exploit returned instead, and judges nothing that hangs on it', async () => {
      const graded = await grade({ exploit: exploitOf(`return (await request('GET', '/notes?name=welcome')).body;`) });
      expect(graded.verdict.status).toBe('failed');
      expect(graded.of(first)).toMatchObject({
        status: 'failed',
        message: `Your exploit ran, and did not get the server's key. It returned 'Welcome'.`,
      });
      expect(bodies(graded.of(first))).toEqual(['Welcome']);
      expect(graded.of(own)).toMatchObject({
        status: 'not-run',
        message: expect.stringContaining('as soon as your exploit works'),
      });
    });

    test('says that no request was sent', async () => {
      const graded = await grade({ exploit: exploitOf('') });
      expect(graded.of(first).message).toBe(
        `Your exploit ran, and did not get the server's key. It returned nothing. It sent no request.`,
      );
    });

    test('names the line on which the exploit threw', async () => {
      const exploit = 'export async function exploit({ request }) {\n  throw new Error("lost");\n}';
      const graded = await grade({ exploit });
      expect(graded.verdict).toMatchObject({ status: 'errored', reason: 'threw', at: { file: 'exploit.ts', line: 2 } });
      expect(graded.of(first).message).toContain('Error: lost');
    });

    test('names the place of a syntax error, and a missing export', async () => {
      expect((await grade({ exploit: 'export async function exploit( {' })).of(first)).toMatchObject({
        ...{ status: 'errored', reason: 'syntax' },
        message: expect.stringContaining('exploit.ts cannot be read'),
      });
      expect((await grade({ exploit: 'export const attack = 1;' })).of(first)).toMatchObject({
        status: 'failed',
        message: expect.stringContaining('exploit'),
      });
    });

    test('shows what the exploit printed', async () => {
      const graded = await grade({ exploit: exploitOf(`console.log('tried', given.customer); return null;`) });
      expect(graded.of(first).console).toBe('tried 7\n');
    });
  });

  describe('gate two: exploits on the patch', () => {
    test('an unchanged service lets everything through, and each variant is named', async () => {
      const graded = await grade({ service: vulnerable });
      expect(graded.verdict.status).toBe('failed');
      expect(graded.of(own).message).toContain(`Your own exploit still gets the server's key`);
      for (const [number, title] of [
        [1, 'climbs out of the folder'],
        [2, 'begins at the top'],
        [3, 'climbs after a step inside'],
      ] as const) {
        const result = graded.of(`patch: stops variant ${number}`);
        expect(result).toMatchObject({
          status: 'failed',
          message: `This variant still works on your patch: ${title}.`,
        });
        expect(result.exchanges).toHaveLength(1);
      }
    });

    test('what variants do is told to nobody whose own exploit does not work', async () => {
      const graded = await grade({ exploit: exploitOf('return 0;'), service: vulnerable });
      for (const number of [1, 2, 3]) {
        const result = graded.of(`patch: stops variant ${number}`);
        expect(result.status).toBe('failed');
        expect(result.message).toContain('What it does is shown once your own exploit works');
      }
      const text = JSON.stringify(graded.tests.filter(({ name }) => name.includes('variant')));
      for (const told of ['key', '..', 'climbs', 'begins']) expect(text).not.toContain(told);
    });

    test('half a patch stops the exploit of the learner, and not the hidden variant about it', async () => {
      const graded = await grade({ service: halfPatched });
      expect(statuses(graded).filter((one) => !one.startsWith('passed'))).toEqual(['failed patch: stops variant 2']);
      expect(graded.of('patch: stops variant 2').message).toContain('begins at the top');
    });

    test('hidden variants that were stopped keep to themselves how they went', async () => {
      const { did, exchanges } = (await grade({})).of('patch: stops variant 3');
      expect({ did, exchanges }).toEqual({ did: [], exchanges: undefined });
    });

    test('an exploit that ends with an error has been stopped', async () => {
      const exploit = exploitOf(`
        const { status, body } = await request('GET', '/notes?name=../key');
        if (status !== 200) throw new Error('stopped');
        return body;`);
      expect((await grade({ exploit })).verdict.status).toBe('passed');
    });
  });

  describe('gate three: what the service is for', () => {
    test('a patch that answers nothing any more is told what it broke', async () => {
      const graded = await grade({ service: notesService('null') });
      expect(graded.of('works: shows a note')).toMatchObject({ status: 'failed' });
      expect(graded.of('patch: stops variant 3').status).toBe('passed');
    });

    test('a patch that takes the treasure away is no patch', async () => {
      const service = notesService(
        `files.resolve('/srv/notes', name)`,
        `app.use(async (_c, next) => { await files.remove('/srv/key').catch(() => 0); await next(); });`,
      );
      expect(statuses(await grade({ service })).filter((one) => !one.startsWith('passed'))).toEqual([
        'failed works: leaves the key where it is',
      ]);
    });
  });

  test('a patch that cannot be read is told before everything, and the exploit is judged all the same', async () => {
    const graded = await grade({ service: `${patched}\nconst broken = ;` });
    expect(graded.verdict).toMatchObject({ status: 'errored', reason: 'syntax', at: { file: 'service.ts' } });
    expect(graded.of(first).status).toBe('passed');
    expect(graded.of(own)).toMatchObject({
      status: 'not-run',
      message: 'Not run, because your service.ts could not be loaded.',
    });
  });

  test('a patch that throws while it loads is told where', async () => {
    const { verdict } = await grade({ service: `${patched}\nthrow new Error('no settings');` });
    expect(verdict).toMatchObject({
      status: 'errored',
      reason: 'threw',
      message: expect.stringContaining('no settings'),
    });
  });

  test('a patch without an app is told so where a request meets it', async () => {
    const graded = await grade({ service: 'export const nothing = 1;' });
    expect(graded.verdict.status).toBe('failed');
    expect(graded.of('works: shows a note').message).toMatch(/app/);
  });
});

describe('a lab with a database, mail and other services', { timeout: 60_000 }, () => {
  let runtime: ServiceRuntime;
  beforeAll(async () => {
    runtime = serviceRuntime();
    await runtime.boot();
  });
  afterAll(() => runtime[Symbol.asyncDispose]());

  test('the console sends requests to service.ts, in a world where there is something to find', async () => {
    const outcome = await runtime.send({
      exercise: notes,
      files: { 'exploit.ts': 'never looked at {', 'service.ts': vulnerable },
      requests: ['welcome', '../key'].map((name) => ({
        ...{ method: 'GET', path: `/notes?name=${name}`, headers: [], body: '' },
      })),
      signal: new AbortController().signal,
    });
    expect(outcome.status).toBe('ran');
    const [welcome, key] = (outcome.status === 'ran' && outcome.exchanges) || [];
    expect(welcome?.response?.body).toBe('Welcome');
    expect(key?.response?.body).toMatch(/^[0-9a-f]{16}$/);
  });

  const search = (where: string): string => `
    import { Hono } from 'hono';
    import { db } from 'underpin';
    export const app = new Hono();
    app.get('/items', async (c) => c.json((await db.query(${where})).rows));`;
  const patchedSearch = search(`'select name from items where name = $1', [c.req.query('name')]`);
  const items = labExercise({
    service: search("`select name from items where name = '${c.req.query('name')}'`"),
    solution: patchedSearch,
    schema: 'create table items (name text); create table keys (key text);',
    data: `insert into items values ('one'); insert into keys values ('none');`,
    proof: `proof({
      wants: 'the key',
      plant: async ({ db, secret }) => { await db.query('update keys set key = $1', [secret]); },
      succeeded: ({ answer, secret }) => answer.key === secret,
    });`,
    exploits: [
      {
        ...{ name: 'a.ts', title: 'appends a table', hidden: false },
        source: exploitOf(
          `const { json } = await request('GET', '/items', { query: { name: "' union select key from keys --" } }); return { key: json[0].name };`,
        ),
      },
    ],
    tests: `test('finds', async ({ request, db }) => {
      expect((await request('GET', '/items?name=one')).json).toEqual([{ name: 'one' }]);
      expect((await db.query('select count(*)::int as count from keys')).rows).toEqual([{ count: 1 }]);
    });`,
  });

  test('shows the statements behind each request of the exploit', async () => {
    const exploit = items.lab!.exploits[0]!.source;
    const graded = await gradeLabWith(runtime, items, { exploit, service: patchedSearch });
    expect(graded.verdict.status).toBe('passed');
    expect(graded.of(first).exchanges?.[0]?.statements).toEqual([
      expect.objectContaining({
        text: `select name from items where name = '' union select key from keys --'`,
        rowCount: 1,
      }),
    ]);
    expect(graded.of(own).exchanges?.[0]?.statements).toEqual([
      expect.objectContaining({ text: 'select name from items where name = $1', rowCount: 0 }),
    ]);
  });

  test('an answer of another shape than the proof expects is no success and nobody else’s fault', async () => {
    const graded = await gradeLabWith(runtime, items, { exploit: exploitOf('return null;'), service: patchedSearch });
    expect(graded.of(first).message).toContain('It returned null');
  });

  test.each([
    ['a table', ['create table if not exists visits (at int)', 'insert into visits values (1)'], 'visits'],
    [
      'a statement hidden behind quotes',
      [String.raw`select E'\'' ; create table if not exists visits (at int); insert into visits values (1) --'`],
      'visits',
    ],
    [
      'rows among the copies of the rows',
      ['insert into underpin_pristine.rows_1 select name from underpin_pristine.rows_1'],
      'underpin_pristine.rows_1',
    ],
    [
      'a temporary table',
      ['create temp table if not exists visits as select 1', 'insert into visits values (1)'],
      'visits',
    ],
  ])('a service finds nothing of the run before in its database: %s', async (_how, statements, table) => {
    const service = `
      import { Hono } from 'hono';
      import { db } from 'underpin';
      export const app = new Hono();
      app.get('/items', async (c) => {
        for (const text of ${JSON.stringify(statements)}) await db.query(text);
        const { rows: [{ count }] } = await db.query('select count(*)::int as count from ${table}');
        console.log('visits', count);
        return c.json((await db.query('select name from items where name = $1', [c.req.query('name')])).rows);
      });`;
    const exploit = items.lab!.exploits[0]!.source;
    const graded = await gradeLabWith(runtime, items, { exploit, service });
    expect(graded.verdict.status).toBe('passed');
    const printed = graded.tests.slice(1).map(({ console }) => console);
    expect(printed[0]).toMatch(/visits [1-9]/);
    expect(new Set(printed).size, printed.join()).toBe(1);
  });

  const relay = labExercise({
    service: `
      import { Hono } from 'hono';
      import { mail } from 'underpin';
      export const app = new Hono();
      app.post('/tell', async (c) => {
        const { to } = await c.req.json();
        await mail.send({ to, subject: 'A book for you', text: 'Look' });
        await fetch('https://counter.test/told', { method: 'POST' });
        return c.json({ ok: true });
      });`,
    solution: `
      import { Hono } from 'hono';
      import { mail } from 'underpin';
      export const app = new Hono();
      app.post('/tell', async (c) => {
        const { to } = await c.req.json();
        if (!/^[^\\s@,]+@[^\\s@,]+$/.test(to)) return c.json({ error: 'to' }, 400);
        await mail.send({ to, subject: 'A book for you', text: 'Look' });
        await fetch('https://counter.test/told', { method: 'POST' });
        return c.json({ ok: true });
      });`,
    proof: `proof({
      wants: 'a mail to a second recipient',
      plant: ({ upstream }) => void upstream.reply('POST', 'https://counter.test/told', { status: 204 }),
      succeeded: ({ mail, upstream }) =>
        mail.sent().some(({ recipients }) => recipients.length > 1) && upstream.calls().length > 0,
    });`,
    exploits: [
      {
        ...{ name: 'a.ts', title: 'begins another header', hidden: false },
        source: exploitOf(`await request('POST', '/tell', { json: { to: 'a@b.test\\r\\nBcc: c@d.test' } });`),
      },
    ],
    tests: `test('tells a friend', async ({ request, mail, upstream }) => {
      expect((await request('POST', '/tell', { json: { to: 'a@b.test' } })).status).toBe(200);
      expect(mail.sent()).toEqual([{ to: 'a@b.test', subject: 'A book for you', text: 'Look', recipients: ['a@b.test'] }]);
      expect(upstream.calls()).toHaveLength(1);
    });`,
  });

  test('is decided by the mail that was sent and by the services that were asked', async () => {
    const exploit = relay.lab!.exploits[0]!.source;
    const right = await gradeLabWith(runtime, relay, { exploit, service: relay.solution.typescript });
    expect(statuses(right).filter((one) => !one.startsWith('passed'))).toEqual([]);
    const wrong = await gradeLabWith(runtime, relay, { exploit, service: relay.lab!.service });
    expect(wrong.of(own).message).toContain('Your own exploit still gets a mail to a second recipient');
  });
});
