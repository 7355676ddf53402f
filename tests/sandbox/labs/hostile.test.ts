import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outcomesOf, type Outcome } from '../outcomes.ts';
import { serviceRuntime, type ServiceRuntime } from '../http/services.ts';
import { exploitOf, gradeLabWith, labExercise, notes, notesService, patched, vulnerable } from './lab-exercise.ts';

/** The notes, with limits that a loop reaches soon. */
const lab = { ...notes, meta: { ...notes.meta, limits: { testMs: 1000 } } };

const right = `files.resolve('/srv/notes', name).startsWith('/srv/notes/') ? files.resolve('/srv/notes', name) : null`;
const attack = `return (await request('GET', '/notes', { query: { name: '../key' } })).body;`;

type Case = {
  name: string;
  exploit?: string;
  service?: string;
  outcomes: Outcome[];
  /** What one of the results, or the verdict, tells the learner. */
  says?: RegExp;
};

/** Each means no good. A pass is right only where trying does no harm to an honest answer. */
const exploits: Case[] = [
  {
    name: 'guesses',
    exploit: exploitOf(`return '0123456789abcdef';`),
    outcomes: ['fail'],
    says: /did not get the server's key\. It returned '0123456789abcdef'/,
  },
  {
    name: 'returns a proxy that equals everything',
    exploit: exploitOf(`return new Proxy({}, { get: () => () => true, has: () => true, ownKeys: () => ['toJSON'] });`),
    outcomes: ['fail', 'error', 'timeout'],
    says: /exploit/,
  },
  {
    name: 'returns something that turns into another thing on its way out',
    exploit: exploitOf(`return { toJSON: () => ({ kind: 'value', succeeded: true }), valueOf: () => true };`),
    outcomes: ['fail'],
    says: /did not get the server's key/,
  },
  {
    name: 'returns far too much',
    exploit: exploitOf(`return 'x'.repeat(1e8);`),
    outcomes: ['fail', 'memory'],
    says: /64 KB|memory/,
  },
  { name: 'loops', exploit: exploitOf('for (;;);'), outcomes: ['timeout'], says: /still running after 1 s/ },
  {
    name: 'loops in microtasks',
    exploit: exploitOf('for (;;) await null;'),
    outcomes: ['timeout', 'killed'],
    says: /still running after 1 s/,
  },
  {
    name: 'never settles',
    exploit: exploitOf('return new Promise(() => undefined);'),
    outcomes: ['timeout'],
    says: /never answers/,
  },
  {
    name: 'eats memory',
    exploit: exploitOf('const all = []; for (;;) all.push(new Array(1e5).fill(all.length));'),
    outcomes: ['memory', 'killed', 'died', 'timeout'],
    says: /memory|process|still running/,
  },
  {
    name: 'loops while it is loaded',
    exploit: `for (;;);\nexport const exploit = () => null;`,
    outcomes: ['timeout'],
    says: /while your file loads/,
  },
  {
    name: 'sends one request more than it may',
    exploit: exploitOf(
      `for (let sent = 1; sent <= 501; sent++) try { await request('GET', '/notes'); } catch (error) { return sent + ': ' + error.message; }`,
    ),
    outcomes: ['fail', 'timeout'],
    says: /501: An exploit may send 500 requests|still running/,
  },
  {
    name: 'sends everything at once, and waits for nothing',
    exploit: exploitOf(
      `for (let sent = 0; sent < 5000; sent++) request('GET', '/notes').catch(() => 0); return 'sent';`,
    ),
    outcomes: ['fail', 'timeout'],
    says: /did not get the server's key|still running/,
  },
  {
    name: 'goes on after it has returned',
    exploit: exploitOf(`setInterval(() => { for (let i = 0; i < 1e4; i++); request('GET', '/notes'); }, 0); ${attack}`),
    outcomes: ['pass', 'fail', 'timeout', 'error', 'killed'],
  },
  {
    name: 'looks for the service, the secret and the host in its surroundings',
    exploit: exploitOf(`
      const found = [];
      for (const name of ['process', 'ivm', 'files', 'db', 'secret', 'planted', 'Deno', 'Bun']) if (name in globalThis) found.push(name);
      for (const name of ['underpin', 'node:fs', './service', './service.ts', './proof', 'submission', '../solution']) try {
        const got = (globalThis as any).require(name);
        if (name !== 'underpin') found.push(name);
        else found.push(...Object.keys(got).filter((key) => key !== 'request'));
      } catch {}
      return 'found ' + found.join() + ' ' + Object.keys(given).join() + ' ' + /srv|Hono/.test(String(new Error().stack));`),
    outcomes: ['fail'],
    says: /It returned 'found {2}customer false'/,
  },
  {
    name: 'asks the outside for what only services have',
    exploit: exploitOf(`
      const tried = [];
      for (const url of ['http://127.0.0.1/', 'http://169.254.169.254/latest/', 'file:///etc/passwd', 'https://example.com/']) try {
        tried.push(await (await fetch(url)).text());
      } catch (error) { tried.push(error.name); }
      return tried.join();`),
    outcomes: ['fail'],
    says: /It returned 'TypeError,TypeError,TypeError,TypeError'/,
  },
  {
    name: 'bends the language, and with it what it is given',
    exploit: `
      Object.prototype.request = async () => ({ body: 'mine' });
      Promise.prototype.then = function () { return this; };
      JSON.stringify = () => '{"kind":"value","value":true}';
      Array.prototype.push = () => 0;
      export async function exploit(target) { target.request = 0; Object.freeze(target); return true; }`,
    outcomes: ['fail', 'error', 'timeout', 'killed', 'died'],
    says: /./,
  },
  {
    name: 'sends what no request is',
    exploit: exploitOf(`
      const said = [];
      for (const [method, path, options] of [
        ['GET', 'http://localhost/notes'], ['G ET', '/notes'], ['GET', '/notes', { headers: { 'a b': 'c' } }],
        ['GET', '/notes', { headers: { a: 'c\\r\\nd: e' } }], ['GET', '/notes', { body: 'x' }], [{}, []], ['GET', '/' + 'x'.repeat(1e5)],
        ['POST', '/notes', { body: 'x'.repeat(2e5) }],
      ]) try { await request(method, path, options); said.push('sent'); } catch (error) { said.push(error.name); }
      return said.join();`),
    outcomes: ['fail'],
    says: /It returned '(TypeError,|Error,){7}(TypeError|Error)'/,
  },
];

const services: Case[] = [
  {
    name: 'answers 500 to everything',
    service: `import { Hono } from 'hono';\nexport const app = new Hono();\napp.all('*', (c) => c.text('no', 500));`,
    outcomes: ['fail'],
    says: /Expected 'Welcome'/,
  },
  {
    name: 'throws for everything',
    service: `import { Hono } from 'hono';\nexport const app = new Hono();\napp.all('*', () => { throw new Error('closed'); });`,
    outcomes: ['fail'],
    says: /Expected 'Welcome'/,
  },
  {
    name: 'never answers what looks like an attack',
    service: notesService(
      right,
      `app.use(async (c, next) => { if (!/welcome|lucky|none/.test(c.req.url)) await new Promise(() => {}); await next(); });`,
    ),
    outcomes: ['timeout'],
    says: /GET \/notes\?name=..%2Fkey never answers/,
  },
  {
    name: 'slows everything down',
    service: notesService(
      `files.resolve('/srv/notes', name)`,
      `app.use(async (_c, next) => { for (let i = 0; i < 1e12; i++); await next(); });`,
    ),
    outcomes: ['timeout'],
    says: /still running after 1 s/,
  },
  {
    name: 'waits for hours on the clock that jumps, and then does as before',
    service: notesService(
      `files.resolve('/srv/notes', name)`,
      `app.use(async (_c, next) => { await new Promise((done) => setTimeout(done, 36e5)); await next(); });`,
    ),
    outcomes: ['fail'],
    says: /This variant still works on your patch: climbs out of the folder/,
  },
  {
    name: 'loops while it is loaded',
    service: `for (;;);`,
    outcomes: ['timeout'],
    says: /while your file loads/,
  },
  {
    name: 'eats memory while it is loaded',
    service: `const all = []; for (;;) all.push(new Array(1e5).fill(all.length));`,
    outcomes: ['memory', 'killed', 'died', 'timeout'],
    says: /memory|process|while your file loads/,
  },
  {
    name: 'answers without end',
    service: notesService(
      right,
      `app.use((c) => new Response(new ReadableStream({ pull(controller) { controller.enqueue(new Uint8Array(65536)); } })));`,
    ),
    outcomes: ['timeout', 'memory', 'killed', 'died', 'fail'],
    says: /memory|still running|64 KB|process|allocation/,
  },
  {
    name: 'counts its visitors in every place that it can reach, and lets the first ones through',
    service: notesService(
      `(await visits()) > 3 ? ${right} : files.resolve('/srv/notes', name)`,
      `
      const store = (globalThis as any).store ??= { count: 0 };
      async function visits() {
        const before = Number(await files.read('/visits').catch(() => '0'));
        await files.write('/visits', String(before + 1));
        (Object.prototype as any).visits = ((Object.prototype as any).visits ?? 0) + 1;
        store.count++;
        const most = Math.max(before + 1, store.count, (Object.prototype as any).visits);
        console.log('visit', most);
        return most;
      }`,
    ),
    outcomes: ['fail'],
    says: /This variant still works on your patch: begins at the top/,
  },
  {
    name: 'answers exploits as attackers and tests as customers, by what it was told before',
    service: notesService(
      `(await files.exists('/seen')) || Date.now() > 1767225600000 || performance.now() > 1e6 ? files.resolve('/srv/notes', name) : files.resolve('/srv/notes', name)`,
    ),
    outcomes: ['fail'],
    says: /Your own exploit still gets the server's key/,
  },
  {
    name: 'keeps the secret for the next one, in headers, mail and on the console',
    service: `
      import { Hono } from 'hono';
      import { files, mail } from 'underpin';
      export const app = new Hono();
      app.get('/notes', async (c) => {
        const key = await files.read('/srv/key').catch(() => '');
        await mail.send({ to: 'me@here.test', subject: key, text: key });
        console.log(key);
        c.header('x-key', key);
        (globalThis as any).key ??= key;
        if ((globalThis as any).key !== key) return c.text('kept', 500);
        const place = files.resolve('/srv/notes', c.req.query('name') ?? '');
        if (!place.startsWith('/srv/notes/') || !(await files.exists(place))) return c.text('none', 404);
        return c.text(await files.read(place));
      });`,
    outcomes: ['pass'],
  },
  {
    name: 'fetches from real addresses',
    service: notesService(
      right,
      `app.use(async (c, next) => {
        for (const url of ['http://127.0.0.1/', 'http://169.254.169.254/latest/meta-data/', 'https://example.com/', 'file:///etc/passwd'])
          try { return c.text('got ' + (await (await fetch(url)).text())); } catch {}
        await next();
      });`,
    ),
    outcomes: ['pass'],
  },
  {
    name: 'writes files without end',
    service: notesService(
      right,
      `app.use(async (_c, next) => { for (let i = 0; i < 900; i++) await files.write('/tmp/' + i, 'x'.repeat(1e5)).catch(() => 0); await next(); });`,
    ),
    outcomes: ['pass', 'timeout', 'fail'],
  },
  {
    name: 'calls the fakes with what they do not take',
    service: notesService(
      right,
      `app.use(async (_c, next) => {
        for (const path of [undefined, {}, 'a\\0b', 'x'.repeat(9e4), '/', '__proto__', '/srv/notes/welcome/x'])
          try { await files.read(path as never); } catch {}
        try { await mailer.send({ to: 5 } as never); } catch {}
        await next();
      });
      import { mail as mailer } from 'underpin';`,
    ),
    outcomes: ['pass'],
  },
  {
    name: 'asks for what only exploits and the judge have',
    service: notesService(
      right,
      `const given = (globalThis as any).require('underpin');
       if (Object.keys(given).some((key) => !['files', 'mail'].includes(key))) throw new Error('has ' + Object.keys(given));`,
    ),
    outcomes: ['pass'],
  },
  {
    name: 'forges what the harness answers',
    service: notesService(
      `files.resolve('/srv/notes', name)`,
      `Response.prototype.text = async () => 'Welcome'; JSON.stringify = () => '{"kind":"answers","answers":[]}'; Promise.all = (() => {}) as never;`,
    ),
    outcomes: ['fail', 'error', 'died', 'timeout'],
    says: /./,
  },
];

// The weakest walls that are allowed, as for exercises of kind code. A lab is ended after half a minute by itself, and
// each of these is followed by another one.
describe('hostile labs behind the weakest walls', { timeout: 180_000 }, () => {
  let runtime: ServiceRuntime;
  beforeAll(async () => {
    runtime = serviceRuntime({ children: 2, namespaces: false });
    await runtime.boot();
  });
  afterAll(() => runtime[Symbol.asyncDispose]());

  const judge = async ({ exploit, service, outcomes, says }: Case): Promise<void> => {
    const { verdict, tests } = await gradeLabWith(runtime, lab, { exploit, service });
    const told = JSON.stringify(verdict).slice(0, 3000);
    expect(
      outcomesOf(verdict).filter((word) => outcomes.includes(word)),
      told,
    ).not.toEqual([]);
    const sentences = [
      ('message' in verdict ? verdict.message : '') ?? '',
      ...tests.map(({ message = '' }) => message),
    ];
    expect(says === undefined || sentences.some((one) => says.test(one)), sentences.join('\n')).toBe(true);
    // Whatever did not pass says why, in sentences.
    for (const { name, status, message = '' } of tests) if (status !== 'passed') expect(message, name).toMatch(/[.?]$/);
    expect((await gradeLabWith(runtime, lab, {})).verdict.status).toBe('passed');
  };
  for (const one of exploits) test(`an exploit that ${one.name}`, () => judge(one));
  for (const one of services) test(`a service that ${one.name}`, () => judge(one));

  test('a variant that needs many requests is no victim of the learner’s slow patch: the patch is told', async () => {
    const chatty = exploitOf(
      `for (let sent = 0; sent < 400; sent++) await request('GET', '/notes?name=welcome'); return null;`,
    );
    const [visible] = lab.lab!.exploits;
    const talks = labExercise({
      ...{ service: vulnerable, solution: patched, proof: lab.lab!.proof, tests: lab.tests, limits: { testMs: 1000 } },
      exploits: [visible!, { name: 'z.ts', title: 'talks a lot', hidden: false, source: chatty }],
    });
    const slow = notesService(right, `app.use(async (_c, next) => { for (let i = 0; i < 3e7; i++); await next(); });`);
    const { of } = await gradeLabWith(runtime, talks, { service: slow });
    expect(of('patch: stops variant 2')).toMatchObject({
      ...{ status: 'errored', reason: 'time-limit' },
      message: expect.stringContaining('A patch has to end the attack, and not to slow it down.'),
    });
  });
});
