import { beforeEach, expect, test, vi } from 'vitest';
import { GET as drafts } from '../../app/api/drafts/[exercise]/route.ts';
import { POST as submit } from '../../app/api/submissions/route.ts';
import { failed } from '../db/verdicts.ts';
import type { Browser } from './browser.ts';
import { grader } from './grader.ts';
import { newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('#content/load', async () => (await import('./content.ts')).content);
vi.mock('#sandbox/client', () => import('./grader.ts'));

beforeEach(() => grader.reset());

const file = 'solution.ts';

/** The exercise `shop` goes on with the code of `sums`. */
async function carriedTo(browser: Browser, exercise = 'shop') {
  const answer = await browser.call(drafts, `/api/drafts/${exercise}`, { params: { exercise } });
  return ((await answer.json()) as { carried: Record<string, string> }).carried;
}

async function handIn(browser: Browser, source: string) {
  const body = { exercise: 'sums', files: { [file]: source }, mode: 'submit' };
  await (await browser.call(submit, '/api/submissions', { body })).text();
}

test('a step begins with what the learner last passed the step before with', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  await handIn(ann, 'first that passed');
  await handIn(ann, 'second that passed');
  grader.verdict = failed;
  await handIn(ann, 'failed since');
  expect(await carriedTo(ann)).toEqual({ [file]: 'second that passed' });
});

test('a step before that was not passed carries nothing over', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  grader.verdict = failed;
  await handIn(ann, 'failed');
  expect(await carriedTo(ann)).toEqual({});
});

test('nobody begins with another learner’s code, and a visitor with none', async () => {
  using world = newWorld();
  await handIn(world.newBrowser(), 'of ann');
  expect(await carriedTo(world.newBrowser())).toEqual({});
});

test('an exercise that goes on with no other begins with its starter', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  await handIn(ann, 'passed');
  expect(await carriedTo(ann, 'sums')).toEqual({});
});
