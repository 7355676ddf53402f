import { beforeEach, expect, test, vi } from 'vitest';
import { sourceBytesMax } from '#lib/verdict';
import { GET as notAllowed, POST as send } from '../../app/api/requests/route.ts';
import type { Browser } from './browser.ts';
import { grader } from './grader.ts';
import { newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('#content/load', async () => (await import('./content.ts')).content);
vi.mock('#sandbox/client', () => import('./grader.ts'));

beforeEach(() => grader.reset());

const get = { method: 'GET', path: '/items', headers: [], body: '' };
const good = { exercise: 'shop', files: { 'solution.ts': 'export const app = 1;' }, requests: [get] };

const post = (browser: Browser, body: unknown) => browser.call(send, '/api/requests', { body });
const problemOf = async (response: Response) => {
  const { code, detail } = (await response.json()) as { code: string; detail: string };
  return { status: response.status, code, detail };
};

test('requests reach the service in order, and what comes back is told', async () => {
  using world = newWorld();
  const response = await post(world.newBrowser(), { ...good, requests: [get, { ...get, path: '/items/2' }] });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    status: 'ran',
    exchanges: [{ response: { body: 'GET /items' } }, { response: { body: 'GET /items/2' } }],
  });
  expect(grader.sent).toMatchObject([{ exercise: 'shop', guest: true, files: good.files }]);
});

test.each([
  ['no JSON', '{', 400, 'invalid-request'],
  ['no request', { ...good, requests: [] }, 400, 'invalid-request'],
  ['more requests than one call may have', { ...good, requests: Array(31).fill(get) }, 400, 'invalid-request'],
  ['a path without a slash', { ...good, requests: [{ ...get, path: 'items' }] }, 400, 'invalid-request'],
  ['a method that is none', { ...good, requests: [{ ...get, method: 'GE T' }] }, 400, 'invalid-request'],
  ['a header with a line break', { ...good, requests: [{ ...get, headers: [['a', 'b\nc']] }] }, 400, 'invalid-request'],
  ['another name of a file', { ...good, files: { 'other.ts': '' } }, 400, 'invalid-request'],
  ['an exercise without a service', { ...good, exercise: 'sums' }, 400, 'invalid-request'],
  ['an exercise that is not there', { ...good, exercise: 'nothing' }, 404, 'unknown-exercise'],
  ['a file that is too long', { ...good, files: { 'solution.ts': 'x'.repeat(sourceBytesMax + 1) } }, 413, 'too-large'],
  ['a body that is too long', 'x'.repeat(7 * sourceBytesMax), 413, 'too-large'],
])('%s is refused before anything runs', async (_name, body, status, code) => {
  using world = newWorld();
  const problem = await problemOf(await post(world.newBrowser(), body));
  expect(problem).toMatchObject({ status, code });
  expect(problem.detail).not.toBe('');
  expect(grader.sent).toEqual([]);
});

test('one learner sends one call at a time, and so many in a minute', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  expect((await post(ann, good)).status).toBe(200);
  const { promise, resolve } = Promise.withResolvers<undefined>();
  grader.hold = promise;
  const first = post(ann, good);
  await vi.waitFor(() => expect(grader.sent).toHaveLength(2));
  expect(await problemOf(await post(ann, good))).toMatchObject({ code: 'already-grading' });
  resolve(undefined);
  expect((await first).status).toBe(200);
  let last = await post(ann, good);
  for (let turn = 0; turn < 40 && last.status === 200; turn++) last = await post(ann, good);
  expect(await problemOf(last)).toMatchObject({ status: 429 });
  expect((await post(world.newBrowser(), good)).status).toBe(200);
});

test('other methods are refused', async () => {
  using world = newWorld();
  expect(await problemOf(await world.newBrowser().call(notAllowed, '/api/requests'))).toMatchObject({ status: 405 });
});
