import { beforeEach, expect, test, vi } from 'vitest';
import { GET as versions, POST as keep } from '../../app/api/drafts/[exercise]/versions/route.ts';
import { DELETE as reset, PUT as save } from '../../app/api/drafts/[exercise]/route.ts';
import { POST as submit } from '../../app/api/submissions/route.ts';
import { failed } from '../db/verdicts.ts';
import type { Browser } from './browser.ts';
import { grader } from './grader.ts';
import { newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('#content/load', async () => (await import('./content.ts')).content);
vi.mock('#sandbox/client', () => import('./grader.ts'));

beforeEach(() => grader.reset());

const at = { params: { exercise: 'sums' } };
const file = 'solution.ts';

async function historyOf(browser: Browser) {
  const response = await browser.call(versions, `/api/drafts/sums/versions?file=${file}`, at);
  expect(response.status).toBe(200);
  return ((await response.json()) as { versions: Record<string, unknown>[] }).versions;
}

const hand = async (browser: Browser, mode: string, source: string) =>
  (
    await browser.call(submit, '/api/submissions', { body: { exercise: 'sums', files: { [file]: source }, mode } })
  ).text();

test('a guest finds what they ran and submitted in the history, the submission with its verdict', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  await hand(ann, 'run', 'first');
  grader.verdict = failed;
  await hand(ann, 'submit', 'second');
  expect(await historyOf(ann)).toMatchObject([
    { source: 'second', reason: 'submit', verdict: { status: 'failed', passedTests: 1, totalTests: 2 } },
    { source: 'first', reason: 'run', verdict: null },
  ]);
});

test('nobody sees another learner’s history', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const ben = world.newBrowser();
  await hand(ann, 'run', 'of ann');
  await hand(ben, 'run', 'of ben');
  expect(await historyOf(ben)).toMatchObject([{ source: 'of ben' }]);
  expect(await historyOf(world.newBrowser())).toEqual([]);
});

test('what a restored version replaces is kept first', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const kept = await ann.call(keep, '/api/drafts/sums/versions', {
    ...at,
    body: { file, source: 'half a thought', reason: 'restore' },
  });
  expect(kept.status).toBe(204);
  expect(await historyOf(ann)).toMatchObject([{ source: 'half a thought', reason: 'restore' }]);
});

test('a reset leaves what it took away in the history', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  await ann.call(save, '/api/drafts/sums', {
    ...at,
    method: 'PUT',
    body: { file, source: 'work', baseRevision: null },
  });
  await ann.call(reset, `/api/drafts/sums?file=${file}`, { ...at, method: 'DELETE' });
  expect(await historyOf(ann)).toMatchObject([{ source: 'work', reason: 'reset' }]);
});

test('running the starter code leaves nothing in the history', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  await hand(ann, 'run', '');
  expect(await historyOf(ann)).toEqual([]);
});

test('a text that belongs to no file of the exercise, is too long, or claims another reason is refused', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const post = async (body: unknown) => (await ann.call(keep, '/api/drafts/sums/versions', { ...at, body })).status;
  expect(await post({ file: 'other.ts', source: '', reason: 'restore' })).toBe(400);
  expect(await post({ file, source: 'a'.repeat(64 * 1024 + 1), reason: 'restore' })).toBe(413);
  expect(await post({ file, source: '', reason: 'submit' })).toBe(400);
});
