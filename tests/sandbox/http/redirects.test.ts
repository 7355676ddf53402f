import { afterAll, beforeAll, expect, test } from 'vitest';
import { gradeWith } from '../exercises.ts';
import { service, serviceExercise, serviceRuntime, type ServiceRuntime } from './services.ts';

const source = service(`
  app.post('/go', async (c) => {
    const { url, ...init } = await c.req.json();
    try {
      const response = await fetch(url, init);
      return c.json({ status: response.status, url: response.url, redirected: response.redirected, body: await response.text(), location: response.headers.get('location') });
    } catch (error) {
      return c.json({ name: (error as Error).name, cause: String((error as any).cause?.message) });
    }
  });`);

const tests = `
  const go = async (request, json) => (await request('POST', '/go', { json })).json;
  test('a redirect is followed, relative to where it came from, and every hop is recorded', async ({ request, upstream }) => {
    upstream.reply('GET', 'https://a.test/old/one', { status: 302, headers: { location: '../new' }, body: 'moved' });
    upstream.reply('GET', 'https://a.test/new', { status: 301, headers: { location: 'https://b.test/end' } });
    upstream.reply('GET', 'https://b.test/end', { body: 'here' });
    const headers = { authorization: 'Bearer x', accept: 'text/plain' };
    expect(await go(request, { url: 'https://a.test/old/one', headers })).toEqual({
      status: 200, url: 'https://b.test/end', redirected: true, body: 'here', location: null,
    });
    expect(upstream.calls()).toMatchObject([
      { url: 'https://a.test/old/one', headers: { authorization: 'Bearer x', accept: 'text/plain' } },
      { url: 'https://a.test/new', headers: { authorization: 'Bearer x' } },
      { url: 'https://b.test/end', headers: { accept: 'text/plain' } },
    ]);
    expect(Object.keys(upstream.calls()[2].headers)).toEqual(['accept']);
  });
  test('with manual it is an answer like any other, with error it is none', async ({ request, upstream }) => {
    upstream.reply('GET', 'https://a.test/', { status: 302, headers: { Location: 'https://b.test/' } });
    expect(await go(request, { url: 'https://a.test/', redirect: 'manual' })).toMatchObject({
      status: 302, url: 'https://a.test/', redirected: false, location: 'https://b.test/',
    });
    expect(await go(request, { url: 'https://a.test/', redirect: 'error' })).toEqual({ name: 'TypeError', cause: 'unexpected redirect' });
    expect(upstream.calls()).toHaveLength(2);
  });
  test('a POST becomes a GET after 302 and stays one after 307', async ({ request, upstream }) => {
    const headers = { location: 'https://a.test/end' };
    for (const status of [302, 307]) upstream.reply('POST', 'https://a.test/' + status, { status, headers });
    upstream.reply('GET', 'https://a.test/end', { body: 'got' });
    upstream.reply('POST', 'https://a.test/end', { body: 'posted' });
    const init = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    expect((await go(request, { url: 'https://a.test/302', ...init })).body).toBe('got');
    expect((await go(request, { url: 'https://a.test/307', ...init })).body).toBe('posted');
    const [, got, , posted] = upstream.calls();
    expect(got).toMatchObject({ method: 'GET', body: '', headers: {} });
    expect(posted).toMatchObject({ method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
  });
  test('a circle ends after twenty, and nothing but HTTP is followed', async ({ request, upstream }) => {
    upstream.reply('GET', 'https://a.test/round', { status: 308, headers: { location: '/round' } });
    upstream.reply('GET', 'https://a.test/file', { status: 302, headers: { location: 'file:///etc/passwd' } });
    expect((await go(request, { url: 'https://a.test/round' })).cause).toBe('redirect count exceeded');
    expect(upstream.calls()).toHaveLength(21);
    expect((await go(request, { url: 'https://a.test/file' })).cause).toBe('URL scheme must be a HTTP(S) scheme');
  });`;

let runtime: ServiceRuntime;
beforeAll(async () => {
  runtime = serviceRuntime();
  await runtime.boot();
});
afterAll(() => runtime[Symbol.asyncDispose]());

test('fetch follows redirects as the Fetch Standard says', { timeout: 60_000 }, async () => {
  const exercise = serviceExercise({ tests, limits: { testMs: 3000 } });
  const { verdict } = await gradeWith(runtime, exercise, source);
  expect(verdict, JSON.stringify(verdict).slice(0, 3000)).toMatchObject({ status: 'passed' });
});
