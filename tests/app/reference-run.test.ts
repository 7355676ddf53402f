import { beforeEach, expect, test, vi } from 'vitest';
import { GET as reference } from '../../app/api/exercises/[id]/reference/route.ts';
import { POST as submit } from '../../app/api/submissions/route.ts';
import { referenceRun } from '#app/reference-run';
import { failed, passed } from '../db/verdicts.ts';
import type { Browser } from './browser.ts';
import { content } from './content.ts';
import { grader } from './grader.ts';
import { forgetProcess, newWorld } from './world.ts';

const queue = vi.hoisted(() => ({ answers: [] as { running: number; waiting: number }[] }));

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('#content/load', async () => (await import('./content.ts')).content);
vi.mock('#sandbox/client', async () => ({
  ...(await import('./grader.ts')),
  sandboxHealth: () =>
    Promise.resolve({ state: 'ready', health: { queue: queue.answers.shift() ?? { running: 0, waiting: 0 } } }),
}));

beforeEach(() => {
  forgetProcess();
  grader.reset();
  queue.answers = [];
});

const page = content.exercisePage('sums')!;
const ask = (browser: Browser, file = 'solution.ts') =>
  browser.call(reference, `/api/exercises/sums/reference?file=${file}`, { params: { id: 'sums' } });
const files = { 'solution.ts': 'mine' };

async function pass(browser: Browser) {
  const body = { exercise: 'sums', files, mode: 'submit' };
  await (await browser.call(submit, '/api/submissions', { body })).text();
  grader.jobs = [];
}

test('after a pass the reference is measured by the same tests, and only once for everybody', async () => {
  using world = newWorld();
  const [ann, ben] = [world.newBrowser(), world.newBrowser()];
  await pass(ann);
  await pass(ben);
  if (passed.status !== 'passed') throw new Error('Not a pass.');
  grader.verdict = { ...passed, durationMs: 9, memoryKb: 2048 };
  const measured = { reference: { durationMs: 9, memoryKb: 2048 } };
  expect(await (await ask(ann)).json()).toEqual(measured);
  expect(grader.jobs).toHaveLength(3);
  expect(grader.jobs[0]).toMatchObject({ exercise: 'sums', mode: 'submit', learner: 'reference' });
  expect(await (await ask(ben)).json()).toEqual(measured);
  expect(grader.jobs).toHaveLength(3);
});

test('before a pass nothing is measured, whoever asks', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  grader.verdict = failed;
  await pass(ann);
  for (const browser of [ann, world.newBrowser()]) expect((await ask(browser)).status).toBe(403);
  expect(grader.jobs).toEqual([]);
});

test('learners come first: nothing is measured while somebody is being graded', async () => {
  queue.answers = [
    { running: 1, waiting: 0 },
    { running: 0, waiting: 1 },
  ];
  const waits: number[] = [];
  const wait = (ms: number) => Promise.resolve(waits.push(ms));
  expect(await referenceRun(page, 'solution.ts', wait)).toEqual({ durationMs: 2, memoryKb: null });
  expect(waits).toHaveLength(2);
});

test('where the moment does not come there is no figure, and the next who asks tries again', async () => {
  queue.answers = Array.from({ length: 40 }, () => ({ running: 2, waiting: 3 }));
  const wait = () => Promise.resolve();
  expect(await referenceRun(page, 'solution.ts', wait)).toBeNull();
  expect(grader.jobs).toEqual([]);
  expect(await referenceRun(page, 'solution.ts', wait)).not.toBeNull();
});

test('a file without a reference, and a kind that is not run, are not compared', async () => {
  expect(await referenceRun(page, 'solution.py')).toBeNull();
  expect(await referenceRun({ ...page, kind: 'lab' }, 'solution.ts')).toBeNull();
  expect(grader.jobs).toEqual([]);
});
