import { NextRequest } from 'next/server';
import { afterEach, expect, test, vi } from 'vitest';

const token = 'a-token-for-prometheus';

/** The environment is read once in a process, so each test begins with fresh modules. */
async function ask(page: 'ready' | 'metrics', authorization?: string): Promise<Response> {
  const route = page === 'ready' ? await import('#app/api/ready/route') : await import('#app/api/metrics/route');
  const headers = new Headers(authorization === undefined ? undefined : { authorization });
  return route.GET(new NextRequest(`http://localhost:3000/api/${page}`, { headers }), {});
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
  Reflect.deleteProperty(globalThis, Symbol.for('underpin.once-per-process'));
});

test('is not ready without a sandbox, and says so with 503', async () => {
  vi.stubEnv('BASE_URL', '');
  const response = await ask('ready');
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ status: 'not-ready', missing: ['sandbox'] });
});

test('metrics are a page that is not there, without the token and where none is set', async () => {
  vi.stubEnv('BASE_URL', '');
  const closed = await ask('metrics', 'Bearer undefined');
  expect(closed.status).toBe(404);
  Reflect.deleteProperty(globalThis, Symbol.for('underpin.once-per-process'));
  vi.stubEnv('METRICS_TOKEN', token);
  for (const given of [undefined, '', 'Bearer', 'Bearer a-token-for-somebody--', token]) {
    expect((await ask('metrics', given)).status).toBe(404);
  }
});
