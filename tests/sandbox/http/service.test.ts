import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limitsOf } from '#sandbox/limits';
import { gradeWith } from '../exercises.ts';
import { service, serviceExercise, serviceRuntime, type ServiceRuntime } from './services.ts';

const echo = service(`
  let count = 0;
  app.get('/count', (c) => c.json({ count: ++count }));
  app.post('/echo', async (c) => c.json({ got: await c.req.json(), type: c.req.header('content-type') }, 201, { 'X-One': 'a' }));
  app.get('/slow', async (c) => { const from = Date.now(); await new Promise((resolve) => setTimeout(resolve, 60_000)); return c.json({ ms: Date.now() - from }); });
  app.get('/never', () => new Promise<Response>(() => {}));
  app.get('/broken', () => { throw new Error('boom'); });
  app.get('/refused', () => { throw new HTTPException(418, { message: 'teapot' }); });
  app.get('/text', () => 'no response' as never);
  app.get('/rate', async (c) => {
    try { return c.json(await (await fetch('https://rates.test/eur', { signal: AbortSignal.timeout(1000) })).json()); }
    catch (error) { return c.json({ name: (error as Error).name, message: (error as Error).message }, 502); }
  });
`);

describe('a service over HTTP', { timeout: 60_000 }, () => {
  let runtime: ServiceRuntime;
  beforeAll(async () => {
    runtime = serviceRuntime();
    await runtime.boot();
  });
  afterAll(() => runtime[Symbol.asyncDispose]());
  const grade = async (tests: string, source = echo, mode: 'run' | 'submit' = 'run', hidden = '') =>
    (await gradeWith(runtime, serviceExercise({ tests, hidden, solution: echo }), source, { mode })).verdict;
  const passes = async (tests: string, source?: string) => {
    const verdict = await grade(tests, source);
    expect(verdict).toMatchObject({ status: 'passed' });
    return verdict;
  };

  test('answers a request with status, headers and body, and the exchange is part of the result', async () => {
    const verdict = await passes(`test('a', async ({ request }) => {
      const answer = await request('POST', '/echo?x=1', { json: { a: [1] } });
      expect(answer).toEqual({ status: 201, headers: { 'content-type': 'application/json', 'x-one': 'a' }, cookies: [],
        body: '{"got":{"a":[1]},"type":"application/json"}', json: { got: { a: [1] }, type: 'application/json' } });
    });`);
    if (verdict.status !== 'passed') throw new Error('checked above');
    expect(verdict.tests[0]).toMatchObject({
      did: ['POST /echo?x=1 { a: [1] }'],
      exchanges: [{ request: { method: 'POST', path: '/echo?x=1' }, response: { status: 201 }, statements: [] }],
    });
  });

  test('is started anew for each test and keeps its state within one', async () => {
    const count = `const { json } = await request('GET', '/count');`;
    await passes(`
      test('first', async ({ request }) => { ${count} expect(json.count).toBe(1); expect((await request('GET', '/count')).json.count).toBe(2); });
      test('second', async ({ request }) => { ${count} expect(json.count).toBe(1); });`);
  });

  test('waits on a virtual clock, which a test can read and move', async () => {
    await passes(`test('a', async ({ request, clock }) => {
      const before = await clock.now();
      expect((await request('GET', '/slow')).json).toEqual({ ms: 60_000 });
      expect(await clock.now()).toBe(before + 60_000);
      expect(await clock.advance(500)).toBe(before + 60_500);
    });`);
  });

  test('gets requests made in one go at the same moment', async () => {
    await passes(
      `test('a', async ({ request }) => {
        const answers = await Promise.all([request('GET', '/wait'), request('GET', '/wake')]);
        expect(answers.map(({ body }) => body)).toEqual(['woken', 'ok']);
      });`,
      service(`let wake = () => {};
        app.get('/wait', async (c) => { await new Promise<void>((resolve) => { wake = resolve; }); return c.text('woken'); });
        app.get('/wake', (c) => { wake(); return c.text('ok'); });`),
    );
  });

  test('has three seconds for a test, with a database and without', async () => {
    const { testMs, runMs } = limitsOf(undefined, { isService: true });
    expect([testMs, runMs]).toEqual([3000, 15_000]);
    const loop = service(`app.get('/', () => { for (;;); });`);
    const verdict = await grade(`test('a', async ({ request }) => { await request('GET', '/'); });`, loop);
    expect(verdict).toMatchObject({ status: 'errored', reason: 'time-limit' });
    expect(verdict).toHaveProperty('message', expect.stringContaining('after 3 s, the limit in one test'));
  });

  test('answers 500 for an error that nothing caught, and prints where it was thrown', async () => {
    const verdict = await passes(`test('a', async ({ request }) => {
      expect((await request('GET', '/broken')).status).toBe(500);
      expect((await request('GET', '/refused')).status).toBe(418);
    });`);
    expect(verdict.status === 'passed' && verdict.tests[0]?.console).toMatch(
      /^Error: boom \(solution\.ts, line \d+\)\n$/,
    );
  });

  test('tells of a handler that never answers, of one that answers nothing, and of a file without an app', async () => {
    const ask = (path: string) => `test('a', async ({ request }) => { await request('GET', '${path}'); });`;
    const never = await grade(ask('/never'));
    expect(never).toMatchObject({ status: 'errored', reason: 'no-answer' });
    expect(never).toHaveProperty('message', expect.stringContaining('GET /never never answers'));
    const missing = await grade(ask('/'), 'export const server = 1;');
    expect(missing).toMatchObject({ status: 'failed', tests: [{ message: expect.stringContaining('`server`') }] });
  });

  test('reaches declared upstreams alone, in virtual time, and each call is recorded', async () => {
    await passes(`
      test('declared', async ({ request, upstream, clock }) => {
        const before = await clock.now();
        upstream.reply('GET', 'https://rates.test/eur', { json: { rate: 2 }, latencyMs: 900 });
        expect((await request('GET', '/rate')).json).toEqual({ rate: 2 });
        expect(upstream.calls()).toMatchObject([{ method: 'GET', url: 'https://rates.test/eur', atMs: before }]);
        expect(await clock.now()).toBe(before + 900);
      });
      test('too slow', async ({ request, upstream }) => {
        upstream.reply('GET', 'https://rates.test/eur', { json: {}, latencyMs: 1100 });
        expect((await request('GET', '/rate')).json).toMatchObject({ name: 'TimeoutError' });
      });
      test('first one, then another', async ({ request, upstream }) => {
        upstream.reply('GET', 'https://rates.test/eur', { fails: 'refused', times: 1 });
        upstream.reply('GET', 'https://rates.test/eur', { json: { rate: 3 } });
        expect((await request('GET', '/rate')).json).toMatchObject({ name: 'TypeError', message: 'fetch failed' });
        expect((await request('GET', '/rate')).json).toEqual({ rate: 3 });
      });
      test('undeclared', async ({ request }) => {
        const { json } = await request('GET', '/rate');
        expect(json.name).toBe('TypeError');
        expect(json.message).toContain('nothing answers GET https://rates.test/eur');
      });`);
  });

  test('has the web around it: URLs, encodings, streams, cookies and cryptography agree with their standards', async () => {
    await passes(
      `test('a', async ({ request }) => {
        const { json } = await request('GET', '/web');
        expect(json).toEqual({
          url: ['https://a.test:8443/b/%C3%A9?x=1+2&y=%26#h', '1 2', '&'],
          digest: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
          hmac: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
          pbkdf2: '120fb6cffcf8b32c43e7225256c4f837a86548c92ccc35480805987cb70be17b',
          sealed: 'secret', text: 'né😀', broken: '\\ufffdA', base64: ['aGk=', 'hi'], clone: true, uuid: true, chunks: 'ab', form: 'x y',
        });
      });`,
      service(`
        const hex = (buffer: ArrayBuffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        const bytes = (text: string) => new TextEncoder().encode(text);
        app.get('/web', async (c) => {
          const url = new URL('../b/é?x=1+2&y=%26#h', 'https://a.test:8443/a/c');
          const hmacKey = await crypto.subtle.importKey('raw', bytes('Jefe'), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
          const password = await crypto.subtle.importKey('raw', bytes('password'), 'PBKDF2', false, ['deriveBits']);
          const aes = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
          const iv = crypto.getRandomValues(new Uint8Array(12));
          const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, aes, bytes('secret'));
          const map = new Map<string, unknown>([['a', { b: [1] }]]);
          const stream = new ReadableStream({ start(controller) { controller.enqueue(bytes('a')); controller.enqueue(bytes('b')); controller.close(); } });
          return c.json({
            url: [url.href, url.searchParams.get('x'), url.searchParams.get('y')],
            digest: hex(await crypto.subtle.digest('SHA-256', bytes('abc'))),
            hmac: hex(await crypto.subtle.sign('HMAC', hmacKey, bytes('what do ya want for nothing?'))),
            pbkdf2: hex(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: bytes('salt'), iterations: 1 }, password, 256)),
            sealed: new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, aes, sealed)),
            text: new TextDecoder().decode(bytes('né😀')),
            broken: new TextDecoder().decode(new Uint8Array([0xe2, 0x41])),
            base64: [btoa('hi'), atob('aGk')],
            clone: (structuredClone(map).get('a') as { b: number[] }).b[0] === 1 && structuredClone(map) !== map,
            uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()),
            chunks: await new Response(stream).text(),
            form: (await new Request('http://a.test/', { method: 'POST', body: new URLSearchParams({ a: 'x y' }) }).formData()).get('a'),
          });
        });`),
    );
  });

  test('imports what services import and nothing else', async () => {
    const fs = await grade(
      `test('a', async ({ request }) => { await request('GET', '/'); });`,
      `import fs from 'node:fs'; export const app = fs;`,
    );
    expect(fs).toMatchObject({ status: 'errored', reason: 'threw', message: expect.stringContaining("'node:fs'") });
    expect(fs).toHaveProperty('message', expect.stringContaining('can be imported here is hono, hono/cookie'));
    const later = await grade(
      `test('a', async ({ request }) => { await request('GET', '/'); });`,
      service(`await_(); function await_() { (globalThis as any).require('node:fs'); }`),
    );
    expect(later).toHaveProperty('message', expect.stringContaining('are what can be imported here'));
    expect(later).toHaveProperty('message', expect.not.stringContaining('Nothing can be imported'));
  });

  test('the console sends whatever path, method and header there may be, and none of them ends the others', async () => {
    const send = (method: string, path: string, headers: [string, string][] = [], body = '') => ({
      ...{ method, path, headers, body },
    });
    const outcome = await runtime.send({
      exercise: serviceExercise({ tests: '' }),
      files: {
        'solution.ts': service(
          `app.all('*', async (c) => c.json([c.req.method, c.req.path, c.req.header('x-odd') ?? '', await c.req.text()]));`,
        ),
      },
      requests: [
        ...[send('GET', '//'), send('GET', '/\\evil.test/a'), send('GET', '/%zz?a=%zz#b'), send('TRACE', '/t')],
        ...[send('OPTIONS', '/o'), send('HEAD', '/h'), send('DELETE', '/d', [['x-odd', '\xff']], 'body')],
      ],
      signal: AbortSignal.timeout(60_000),
    });
    const answers = outcome.status === 'ran' ? outcome.exchanges?.map(({ response }) => response?.body ?? '') : [];
    expect(answers?.map((body) => (body === '' ? body : JSON.parse(body)))).toEqual([
      ...[
        ['GET', '//', '', ''],
        ['GET', '//evil.test/a', '', ''],
        ['GET', '/%zz', '', ''],
        ['TRACE', '/t', '', ''],
      ],
      ...[['OPTIONS', '/o', '', ''], '', ['DELETE', '/d', '\xff', 'body']],
    ]);
  });

  test('shows nothing of a hidden test until it has failed', async () => {
    const hidden = `test('h', async ({ request }) => { expect((await request('GET', '/count')).json.count).toBe(1); });`;
    const visible = `test('v', async ({ request }) => { await request('GET', '/count'); });`;
    const passed = await grade(visible, echo, 'submit', hidden);
    expect(passed).toMatchObject({ status: 'passed', tests: [{}, { hidden: true, did: [] }] });
    expect(passed.status === 'passed' && passed.tests[1]?.exchanges).toBeUndefined();
    const failed = await grade(visible, echo, 'submit', hidden.replace('toBe(1)', 'toBe(7)'));
    expect(failed).toMatchObject({ status: 'failed', tests: [{}, { did: ['GET /count'], exchanges: [{}] }] });
  });

  test('is compared with a reference that has a world of its own', async () => {
    await passes(`test('a', async ({ request, reference, upstream }) => {
      upstream.reply('GET', 'https://rates.test/eur', { json: { rate: 2 } });
      await request('GET', '/count');
      expect((await reference.request('GET', '/count')).json).toEqual({ count: 1 });
      expect((await request('GET', '/rate')).status).toBe(200);
      expect((await reference.request('GET', '/rate')).status).toBe(502);
    });`);
  });
});
