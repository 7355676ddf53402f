import { beforeEach, expect, test, vi } from 'vitest';
import { GET as anything } from '../../app/api/[...path]/route.ts';
import { DELETE as reset, GET as drafts, PUT as save } from '../../app/api/drafts/[exercise]/route.ts';
import { POST as hint } from '../../app/api/exercises/[id]/hints/route.ts';
import { POST as solution } from '../../app/api/exercises/[id]/solution/route.ts';
import { POST as check } from '../../app/api/lessons/[id]/checks/route.ts';
import { PUT as mark } from '../../app/api/lessons/[id]/route.ts';
import { GET as me } from '../../app/api/me/route.ts';
import { POST as submit } from '../../app/api/submissions/route.ts';
import { POST as visit } from '../../app/api/visits/route.ts';
import type { Browser } from './browser.ts';
import { grader } from './grader.ts';
import { newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('#content/load', async () => (await import('./content.ts')).content);
vi.mock('#sandbox/client', () => import('./grader.ts'));

beforeEach(() => grader.reset());

const json = async (answer: Promise<Response>) => {
  const response = await answer;
  return [response.status, response.status === 204 ? null : await response.json()] as [number, Record<string, unknown>];
};

test('a draft comes back on the next visit, and a device that is behind is shown the other code', async () => {
  using world = newWorld();
  const desk = world.newBrowser();
  const params = { exercise: 'sums' };
  const put = (source: string, baseRevision: number | null) =>
    json(
      desk.call(save, '/api/drafts/sums', {
        method: 'PUT',
        body: { file: 'solution.ts', source, baseRevision },
        params,
      }),
    );
  expect(await put('a', null)).toMatchObject([200, { revision: 1 }]);
  expect(await put('b', 1)).toMatchObject([200, { revision: 2 }]);
  expect(await put('from an old tab', 1)).toMatchObject([
    409,
    { code: 'draft-conflict', current: { source: 'b', revision: 2, updatedAt: expect.any(String) as string } },
  ]);
  const [, { files }] = await json(desk.call(drafts, '/api/drafts/sums', { params }));
  expect(files).toMatchObject({ 'solution.ts': { source: 'b', revision: 2 } });
  expect((await desk.call(reset, '/api/drafts/sums', { method: 'DELETE', params })).status).toBe(204);
  expect(await json(desk.call(drafts, '/api/drafts/sums', { params }))).toEqual([200, { files: {}, carried: {} }]);
});

test('drafts are for files that exist', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const put = (exercise: string, body: Record<string, unknown>) =>
    json(browser.call(save, `/api/drafts/${exercise}`, { method: 'PUT', body, params: { exercise } }));
  const draft = { file: 'solution.ts', source: '', baseRevision: null };
  expect(await put('nothing', draft)).toMatchObject([404, { code: 'unknown-exercise' }]);
  expect(await put('sums', { ...draft, file: 'tests.ts' })).toMatchObject([400, { code: 'invalid-request' }]);
  expect(await put('sums', { ...draft, source: 'x'.repeat(65_537) })).toMatchObject([413, { code: 'too-large' }]);
});

test('hints come one after another and are counted', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const take = (number: number) =>
    json(browser.call(hint, '/api/exercises/sums/hints', { body: { number }, params: { id: 'sums' } }));
  expect(await take(2)).toMatchObject([409, { code: 'hint-out-of-order' }]);
  expect(await take(1)).toEqual([200, { number: 1, html: '<p>Think.</p>', total: 2 }]);
  expect(await take(2)).toMatchObject([200, { number: 2 }]);
  expect(await take(3)).toMatchObject([404, { code: 'unknown-hint' }]);
  expect(await take(0)).toMatchObject([400, { code: 'invalid-request' }]);
  expect(await json(browser.call(me, '/api/me'))).toMatchObject([200, { exercises: { sums: { hintsUsed: 2 } } }]);
});

test('the solution shows after a pass, or after giving up, which is recorded', async () => {
  using world = newWorld();
  const ask = (browser: Browser, giveUp: boolean) =>
    json(browser.call(solution, '/api/exercises/sums/solution', { body: { giveUp }, params: { id: 'sums' } }));
  const ann = world.newBrowser();
  expect(await ask(ann, false)).toMatchObject([403, { code: 'not-passed' }]);
  const submission = { exercise: 'sums', files: { 'solution.ts': 'x' }, mode: 'submit' };
  await (await ann.call(submit, '/api/submissions', { body: submission })).text();
  expect(await ask(ann, false)).toMatchObject([200, { files: { 'solution.ts': expect.any(String) as string } }]);
  expect(await json(ann.call(me, '/api/me'))).toMatchObject([200, { exercises: { sums: { solutionSeen: false } } }]);
  const ben = world.newBrowser();
  expect(await ask(ben, true)).toMatchObject([200, { afterHtml: '<p>Well.</p>', alternatives: [] }]);
  expect(await json(ben.call(me, '/api/me'))).toMatchObject([200, { exercises: { sums: { solutionSeen: true } } }]);
});

test('lessons are marked and unmarked, and questions remember their first right answer', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const params = { id: 'adding' };
  const done = (value: boolean) =>
    json(browser.call(mark, '/api/lessons/adding', { method: 'PUT', body: { done: value }, params }));
  const answer = (correct: boolean, id = 'carry') =>
    json(browser.call(check, '/api/lessons/adding/checks', { body: { check: id, correct }, params }));
  const [, { doneAt }] = await done(true);
  expect(doneAt).toEqual(expect.any(String));
  expect(await done(true)).toEqual([200, { doneAt }]);
  expect(await answer(false)).toEqual([204, null]);
  expect(await answer(true)).toEqual([204, null]);
  expect(await answer(false)).toEqual([204, null]);
  expect(await answer(true, 'nothing')).toMatchObject([404, { code: 'unknown-check' }]);
  expect(await json(browser.call(me, '/api/me'))).toMatchObject([
    200,
    {
      lessons: { adding: { doneAt, checks: { carry: { correct: true, attempts: 3 } } } },
      lastVisited: { id: 'adding' },
    },
  ]);
  expect(await done(false)).toEqual([200, { doneAt: null }]);
});

test('the last page opened is where to go on, for those we know', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const open = (body: unknown) => json(browser.call(visit, '/api/visits', { body }));
  expect(await open({ kind: 'exercise', id: 'sums' })).toEqual([204, null]);
  expect(browser.jar.size).toBe(0);
  await browser.call(mark, '/api/lessons/adding', { method: 'PUT', body: { done: true }, params: { id: 'adding' } });
  expect(await open({ kind: 'exercise', id: 'sums' })).toEqual([204, null]);
  expect(await open({ kind: 'exercise', id: 'nothing' })).toMatchObject([404, { code: 'unknown-exercise' }]);
  const lastVisited = { kind: 'exercise', id: 'sums' };
  const finished = { next: null, lessonsDone: 1, exercisesDone: 0 };
  expect(await json(browser.call(me, '/api/me'))).toMatchObject([200, { lastVisited, ahead: finished }]);
  await browser.call(mark, '/api/lessons/adding', { method: 'PUT', body: { done: false }, params: { id: 'adding' } });
  await open({ kind: 'lesson', id: 'adding' });
  const step = { kind: 'lesson', id: 'adding', title: 'Adding', path: '/learn/numbers/adding' };
  const begun = { next: { reason: 'continue', step }, lessonsDone: 0, exercisesDone: 0 };
  expect(await json(browser.call(me, '/api/me'))).toMatchObject([200, { ahead: begun }]);
});

test('another site can change nothing', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const params = { id: 'adding' };
  const attempt = async (headers: Record<string, string>) => {
    const sent = { method: 'PUT', body: { done: true }, params, headers };
    return (await browser.call(mark, '/api/lessons/adding', sent)).status;
  };
  expect(await attempt({ 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await attempt({ 'sec-fetch-site': 'same-site' })).toBe(403);
  expect(await attempt({ 'sec-fetch-site': '', origin: 'https://evil.example' })).toBe(403);
  expect(await attempt({ 'sec-fetch-site': '', origin: 'null' })).toBe(403);
  expect(await attempt({ 'sec-fetch-site': '' })).toBe(403);
  expect(browser.jar.size).toBe(0);
  expect(await attempt({ 'sec-fetch-site': '', origin: 'http://localhost:3000' })).toBe(200);
  expect(await attempt({ 'sec-fetch-site': 'same-origin' })).toBe(200);
});

test('an address that does not exist is a problem document, and no answer may be cached', async () => {
  using world = newWorld();
  const response = await world.newBrowser().call(anything, '/api/nothing');
  expect(response.status).toBe(404);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await response.json()).toMatchObject({ code: 'not-found', status: 404, type: 'about:blank' });
});

test('one address makes guests at a bounded pace', async () => {
  using world = newWorld();
  const visitor = () =>
    world
      .newBrowser()
      .call(mark, '/api/lessons/adding', { method: 'PUT', body: { done: true }, params: { id: 'adding' } });
  for (let number = 1; number <= 120; number += 1) expect((await visitor()).status).toBe(200);
  const refused = await visitor();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).not.toBeNull();
});
