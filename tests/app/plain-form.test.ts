import { beforeEach, expect, test, vi } from 'vitest';
import { POST as post } from '../../app/api/submissions/form/route.ts';
import { handedIn, readForm } from '../../app/api/submissions/form/read-form.ts';
import { draftVersionsOf } from '#db/draft-versions';
import { draftsOf, saveDraft } from '#db/drafts';
import { learners } from '#db/tables';
import { submissionOf } from '#db/submissions';
import { failed } from '../db/verdicts.ts';
import type { Browser } from './browser.ts';
import { content } from './content.ts';
import { grader } from './grader.ts';
import { newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('#content/load', async () => (await import('./content.ts')).content);
vi.mock('#sandbox/client', () => import('./grader.ts'));

beforeEach(() => grader.reset());

const form = 'application/x-www-form-urlencoded';
const send = (browser: Browser, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  browser.call(post, '/api/submissions/form', {
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': form, ...headers },
  });
const whereTo = (response: Response) => new URL(response.headers.get('location') ?? '', 'http://localhost:3000');
const code = { exercise: 'sums', 'file:solution.ts': 'const a = 1;\r\nconst b = 2;\r\n' };
const onlyLearner = (world: ReturnType<typeof newWorld>) => world.db.select().from(learners).get()!.id;

test('a form makes a guest, is graded to its end, and leads to its own result', async () => {
  using world = newWorld();
  grader.verdict = failed;
  const ann = world.newBrowser();
  const answer = await send(ann, code);
  expect(answer.status).toBe(303);
  const to = whereTo(answer);
  expect(to.pathname).toBe('/practice/sums/plain');
  const stored = await submissionOf(world.db, onlyLearner(world), to.searchParams.get('submission')!);
  expect(stored).toMatchObject({ status: 'closed', verdict: { status: 'failed' } });
  expect(stored?.files).toEqual({ 'solution.ts': 'const a = 1;\nconst b = 2;\n' });
  expect(grader.jobs).toMatchObject([{ exercise: 'sums', mode: 'submit', guest: true }]);
  expect(ann.jar.has('underpin_guest')).toBe(true);
});

test('what was written is there again in the next form', async () => {
  using world = newWorld();
  await send(world.newBrowser(), code);
  expect(await draftsOf(world.db, onlyLearner(world), 'sums')).toMatchObject({
    'solution.ts': { source: 'const a = 1;\nconst b = 2;\n', revision: 1 },
  });
});

test('a form that is older than what another device saved replaces it, and that stays in the history', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  await send(ann, { ...code, 'file:solution.ts': 'first' });
  const key = { learnerId: onlyLearner(world), exerciseId: 'sums', file: 'solution.ts' };
  await saveDraft(world.db, { ...key, source: 'on the other device', baseRevision: 1 });
  await send(ann, { ...code, 'file:solution.ts': 'second', 'revision:solution.ts': '1' });
  expect(await draftsOf(world.db, key.learnerId, 'sums')).toMatchObject({ 'solution.ts': { source: 'second' } });
  expect((await draftVersionsOf(world.db, key)).map(({ source }) => source)).toContain('on the other device');
});

test('code that is too long, and a learner who submits too often, are told so on a page', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const long = await send(ann, { ...code, 'file:solution.ts': 'a'.repeat(64 * 1024 + 1) });
  expect(whereTo(long).searchParams.get('problem')).toBe('too-large');
  let last = await send(ann, code);
  for (let times = 0; times < 40; times += 1) last = await send(ann, code);
  expect(last.status).toBe(303);
  expect(whereTo(last).searchParams.get('problem')).toBe('rate-limited');
  expect(Number(whereTo(last).searchParams.get('waitMs'))).toBeGreaterThan(0);
  expect(grader.jobs).toHaveLength(40);
});

test('a form of another site, of an exercise that does not exist, or that is none is refused', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  expect((await send(ann, code, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await send(ann, { ...code, exercise: 'nothing' })).status).toBe(404);
  expect((await send(ann, code, { 'content-type': 'application/json' })).status).toBe(400);
  expect(whereTo(await send(ann, { exercise: 'sums' })).searchParams.get('problem')).toBe('invalid-request');
  expect(grader.jobs).toEqual([]);
});

const base = content.exercisePage('sums')!;
const languages = {
  ...base,
  files: [
    { name: 'solution.ts', language: 'typescript' as const, starter: 'ts', starterHtml: '' },
    { name: 'solution.py', language: 'python' as const, starter: 'py', starterHtml: '' },
  ],
};
const posted = (sources: Record<string, string>, choice: string | null = null) => ({
  exercise: 'sums',
  sources,
  revisions: {},
  choice,
  draw: null,
  answers: {},
  marks: [],
});

test('of several languages the chosen one is handed in, or the one that was written in', () => {
  const both = { 'solution.ts': 'mine', 'solution.py': 'mine too' };
  expect(handedIn(languages, posted(both, 'solution.py'))).toEqual({ 'solution.py': 'mine too' });
  expect(handedIn(languages, posted({ ...both, 'solution.ts': 'ts' }, 'solution.ts'))).toEqual({
    'solution.py': 'mine too',
  });
  expect(handedIn(languages, posted({ 'solution.ts': 'ts', 'solution.py': 'py' }))).toEqual({ 'solution.ts': 'ts' });
  expect(handedIn({ ...languages, submits: 'all' }, posted(both))).toEqual(both);
});

test('a form that is longer than any can be is not read', async () => {
  const body = `exercise=sums&file:solution.ts=${'a'.repeat(500_000)}`;
  const request = new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': form } });
  expect(await readForm(request)).toBeNull();
});
