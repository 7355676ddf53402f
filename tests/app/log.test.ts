import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { NextRequest } from 'next/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { log, logPrintedErrors } from '#app/log';
import { logRequests, routeOf, type Route } from '#app/request-log';
import * as users from '#db/users';
import { POST as signUp } from '../../app/api/account/route.ts';
import { POST as authPost } from '../../app/api/auth/[...nextauth]/route.ts';
import { POST as report } from '../../app/api/reports/route.ts';
import { POST as submit } from '../../app/api/submissions/route.ts';
import { grader } from './grader.ts';
import { inRequest } from './next-headers.ts';
import { newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('#content/load', async () => (await import('./content.ts')).content);
vi.mock('#sandbox/client', () => import('./grader.ts'));

const routes: Route[] = [
  { page: '/api/account', regex: /^\/api\/account(?:\/)?$/ },
  { page: '/api/health', regex: /^\/api\/health(?:\/)?$/ },
  { page: '/api/submissions', regex: /^\/api\/submissions(?:\/)?$/ },
  { page: '/api/reports', regex: /^\/api\/reports(?:\/)?$/ },
  { page: '/api/auth/[...nextauth]', regex: /^\/api\/auth\/(.+?)(?:\/)?$/ },
  { page: '/practice/[exercise]', regex: /^\/practice\/([^/]+?)(?:\/)?$/ },
];

const lines: string[] = [];
const plain = { error: console.error, warn: console.warn };

let world: ReturnType<typeof newWorld>;
let stop: (() => void) | undefined;

beforeEach(() => {
  world = newWorld();
  stop = logRequests(routes);
  grader.reset();
  lines.length = 0;
  for (const name of ['info', 'error', 'warn', 'log'] as const) {
    vi.spyOn(console, name).mockImplementation((...given: unknown[]) => void lines.push(given.map(String).join(' ')));
  }
});
afterEach(() => {
  stop?.();
  world[Symbol.dispose]();
  vi.restoreAllMocks();
  Object.assign(console, plain);
});

/** A server as Next's is one: Node's own, with our handlers behind it. */
async function serving() {
  const handlers: Record<string, (request: NextRequest, context: never) => Response | Promise<Response>> = {
    '/api/account': signUp,
    '/api/submissions': submit,
    '/api/reports': report,
    '/api/auth/callback/credentials': authPost,
    '/api/health': () => new Response('{}'),
  };
  const server = http.createServer((incoming, outgoing) => {
    void (async () => {
      const parts: Buffer[] = [];
      for await (const part of incoming as AsyncIterable<Buffer>) parts.push(part);
      const url = new URL(incoming.url ?? '/', 'http://localhost:3000');
      const headers = new Headers(incoming.headers as Record<string, string>);
      const body = parts.length > 0 ? Buffer.concat(parts).toString() : null;
      const request = new NextRequest(url, { method: incoming.method ?? 'GET', headers, body });
      const handler = handlers[url.pathname] ?? (() => new Response(null, { status: 404 }));
      const params = { params: Promise.resolve({ nextauth: ['callback', 'credentials'] }) } as never;
      const response = await inRequest(request, () => handler(request, params));
      outgoing.writeHead(response.status).end(await response.text());
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ask: async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
      const answered = await fetch(`${origin}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
          connection: 'close',
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      await answered.text();
      return answered;
    },
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}

const parsed = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
const requests = () => parsed().filter(({ event }) => event === 'request');

test('what people send is in no line: not their address, password, code, words, cookies or query', async () => {
  const marker = 'marker-of-ann';
  const password = `${marker} battery staple`;
  const files = { 'solution.ts': `const mine = '${marker}';` };
  {
    await using server = await serving();
    const account = { email: `${marker}@example.org`, password, name: marker };
    await server.ask(`/api/account?email=${marker}`, account, {
      cookie: `underpin_guest=${marker}`,
      'user-agent': marker,
    });
    await server.ask('/api/account', `{"email": ${marker}`);
    await server.ask('/api/auth/callback/credentials', { email: account.email, password: marker, csrfToken: marker });
    await server.ask('/api/submissions', { exercise: 'sums', files, mode: 'submit' });
    await server.ask('/api/reports', { itemKind: 'exercise', item: 'sums', kind: 'other', text: marker, files });
    await server.ask(`/practice/${marker}`);
    await server.ask(`/${marker}@example.org`);
    // And where things go wrong with it in hand.
    grader.fault = new SyntaxError(`Unexpected token in ${files['solution.ts']}`);
    await server.ask('/api/submissions', { exercise: 'sums', files, mode: 'submit' });
    vi.spyOn(users, 'createUser').mockRejectedValueOnce(new SyntaxError(`bad ${account.email}`));
    await server.ask('/api/account', { ...account, email: 'ben@example.org' });
  }
  expect(requests()).toHaveLength(9);
  expect(
    parsed()
      .filter(({ level }) => level === 'error')
      .map(({ event }) => event),
  ).toEqual(expect.arrayContaining(['grading-fault', 'api-fault']));
  expect(lines.join('\n')).not.toContain(marker);
  expect(lines.join('\n')).not.toContain('127.0.0.1');
});

test('each request is one line with its id, route, status and duration, and the id comes with the answer', async () => {
  const answered = [];
  {
    await using server = await serving();
    answered.push(await server.ask('/practice/sums?x=1', undefined, { 'x-request-id': 'made-up' }));
    answered.push(await server.ask('/nowhere/at/all'));
    await server.ask('/api/health');
    await server.ask('/_next/static/chunk.js');
  }
  const ids = answered.map((response) => response.headers.get('x-request-id'));
  expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(requests()).toEqual(
    ['/practice/[exercise]', null].map((route, index) => ({
      at: expect.stringMatching(/^\d{4}-/) as string,
      level: 'info',
      from: 'web',
      event: 'request',
      request: ids[index],
      method: 'GET',
      route,
      status: 404,
      durationMs: expect.any(Number) as number,
    })),
  );
});

test('a fault carries the id of its request', async () => {
  vi.spyOn(users, 'createUser').mockRejectedValueOnce(new TypeError('x is not a function'));
  const account = { email: 'ann@example.org', password: 'correct horse battery' };
  {
    await using server = await serving();
    expect((await server.ask('/api/account', account)).status).toBe(500);
  }
  const [fault] = parsed().filter(({ event }) => event === 'api-fault');
  expect(fault).toMatchObject({ error: 'TypeError: x is not a function', request: requests()[0]?.request });
});

test('an error that a library prints becomes a line without what it quotes; other words go as they are', () => {
  logPrintedErrors();
  console.error('⨯', Object.assign(new SyntaxError('quotes marker-of-ann'), { digest: '42' }));
  console.warn('plain words');
  log('info', 'thing', { count: 1 });
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'error', event: 'fault', error: 'SyntaxError', digest: '42' });
  expect(lines[0]).not.toContain('marker');
  expect(lines[1]).toBe('plain words');
  expect(JSON.parse(lines[2]!)).toMatchObject({ level: 'info', from: 'web', event: 'thing', count: 1 });
});

test('a route is the most particular pattern that fits, and nothing for an address that is none', () => {
  expect(routeOf('/api/auth/session', routes)).toBe('/api/auth/[...nextauth]');
  expect(routeOf('/practice/anything/more', routes)).toBeNull();
});
