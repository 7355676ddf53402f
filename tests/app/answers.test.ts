import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { POST as questions } from '../../app/api/exercises/[id]/questions/route.ts';
import { POST as solution } from '../../app/api/exercises/[id]/solution/route.ts';
import { GET as me } from '../../app/api/me/route.ts';
import { POST as selfScore } from '../../app/api/self-scores/route.ts';
import { POST as submit } from '../../app/api/submissions/route.ts';
import { selfScores } from '#db/tables';
import { quizDrawSchema, type QuizDraw } from '#lib/answers';
import { failed } from '../db/verdicts.ts';
import type { Browser } from './browser.ts';
import { grader } from './grader.ts';
import { newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('#content/load', async () => (await import('./answered-content.ts')).answeredContent);
vi.mock('#sandbox/client', () => import('./grader.ts'));

beforeEach(() => grader.reset());

const json = async (answer: Promise<Response>) => {
  const response = await answer;
  return [response.status, await response.json()] as [number, Record<string, unknown>];
};

const askedSchema = z.strictObject({
  draw: quizDrawSchema,
  questions: z.array(
    z.strictObject({ id: z.string(), questionHtml: z.string(), several: z.boolean(), options: z.array(z.string()) }),
  ),
});

async function ask(browser: Browser, body: { submission?: string | undefined } = {}) {
  const [status, asked] = await json(
    browser.call(questions, '/api/exercises/capitals/questions', { body, params: { id: 'capitals' } }),
  );
  expect(status).toBe(200);
  return askedSchema.parse(asked);
}

const handIn = (browser: Browser, draw: QuizDraw, mode = 'submit') =>
  browser.call(submit, '/api/submissions', {
    body: { exercise: 'capitals', files: { 'answers.json': JSON.stringify({ draw, answers: {} }) }, mode },
  });

const codeOf = async (answer: Promise<Response>) => {
  const [status, body] = await json(answer);
  return [status, body['code']];
};

test('the questions stay the same until an attempt was graded, and are others then', async () => {
  using world = newWorld();
  grader.verdict = failed;
  const ann = world.newBrowser();
  const first = await ask(ann);
  expect(first.questions).toHaveLength(8);
  expect(await ask(ann)).toEqual(first);
  expect((await (await handIn(ann, first.draw)).text()).includes('"verdict"')).toBe(true);
  const second = await ask(ann);
  expect(second.draw.attempt).toBe(1);
  const ids = first.questions.map(({ id }) => id);
  expect(second.questions.filter(({ id }) => !ids.includes(id))).toHaveLength(4);
});

test('the questions of a submission can be had again by its learner, and by nobody else', async () => {
  using world = newWorld();
  grader.verdict = failed;
  const ann = world.newBrowser();
  const first = await ask(ann);
  const [, submission] = /"submission":"([^"]+)"/.exec(await (await handIn(ann, first.draw)).text()) ?? [];
  expect(await ask(ann, { submission })).toEqual(first);
  expect((await ask(ann)).draw.attempt).toBe(1);
  expect((await ask(ann, { submission: 'sub_none' })).draw.attempt).toBe(1);
  expect((await ask(world.newBrowser(), { submission })).draw.seed).not.toBe(first.draw.seed);
});

test('another learner is asked in another order', async () => {
  using world = newWorld();
  const [ann, ben] = [await ask(world.newBrowser()), await ask(world.newBrowser())];
  expect(ann.draw.seed).not.toBe(ben.draw.seed);
});

test('answers to other questions than those of the present attempt are refused and not counted', async () => {
  using world = newWorld();
  grader.verdict = failed;
  const ann = world.newBrowser();
  const { draw } = await ask(ann);
  const { draw: bens } = await ask(world.newBrowser());
  for (const made of [bens, { ...draw, attempt: 3 }, { ...draw, seed: 'easy' }, { ...draw, pool: 'older' }]) {
    expect(await codeOf(handIn(ann, made))).toEqual([409, 'stale-draw']);
  }
  expect(grader.jobs).toEqual([]);
  await (await handIn(ann, draw)).text();
  expect(await codeOf(handIn(ann, draw))).toEqual([409, 'stale-draw']);
  expect(await json(ann.call(me, '/api/me'))).toMatchObject([200, { exercises: { capitals: { attempts: 1 } } }]);
});

test('a quiz has no run, and answers that are none are refused', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const { draw } = await ask(ann);
  expect(await codeOf(handIn(ann, draw, 'run'))).toEqual([400, 'invalid-request']);
  const broken = { exercise: 'capitals', files: { 'answers.json': '{' }, mode: 'submit' };
  expect(await codeOf(ann.call(submit, '/api/submissions', { body: broken }))).toEqual([400, 'invalid-request']);
  expect(grader.jobs).toEqual([]);
});

test('there are questions of quizzes alone', async () => {
  using world = newWorld();
  const of = (id: string) =>
    codeOf(world.newBrowser().call(questions, `/api/exercises/${id}/questions`, { body: {}, params: { id } }));
  expect(await of('note')).toEqual([404, 'unknown-exercise']);
  expect(await of('nothing')).toEqual([404, 'unknown-exercise']);
});

test('a text is never graded', async () => {
  using world = newWorld();
  const body = { exercise: 'note', files: { 'answers.json': '{"sections":{}}' }, mode: 'submit' };
  expect(await codeOf(world.newBrowser().call(submit, '/api/submissions', { body }))).toEqual([400, 'invalid-request']);
  expect(grader.jobs).toEqual([]);
});

const reveal = (browser: Browser, id: string, giveUp: boolean) =>
  json(browser.call(solution, `/api/exercises/${id}/solution`, { body: { giveUp }, params: { id } }));

test('findings and model answers come after asking for them, and the pool of a quiz never', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  expect(await reveal(ann, 'diff', false)).toMatchObject([403, { code: 'not-passed' }]);
  expect(await reveal(ann, 'diff', true)).toMatchObject([
    200,
    { answers: { findings: [{ explanation: 'It is bad.' }] } },
  ]);
  expect(await reveal(ann, 'note', false)).toMatchObject([403, { code: 'not-passed' }]);
  expect(await reveal(ann, 'note', true)).toMatchObject([200, { answers: { model: [{ html: '<p>The model.</p>' }] } }]);
  expect(await reveal(ann, 'capitals', true)).toMatchObject([200, { answers: null }]);
});

const keep = (browser: Browser, scores: Record<string, number>, exercise = 'note') =>
  json(browser.call(selfScore, '/api/self-scores', { body: { exercise, scores } }));

test('a guest keeps a score of their own, which is no progress', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  expect(await keep(ann, { a: 2, b: 0 })).toMatchObject([200, { points: 2, pointsMax: 4 }]);
  expect(await keep(ann, { a: 2, b: 2 })).toMatchObject([200, { points: 4 }]);
  const [, body] = await json(ann.call(me, '/api/me'));
  expect(body).toMatchObject({
    learner: { kind: 'guest' },
    selfScores: { note: { points: 4, pointsMax: 4, scores: { a: 2, b: 2 } } },
    exercises: {},
  });
});

test('a score has one level for every criterion, of a text that there is', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const wrong: Record<string, number>[] = [{ a: 2 }, { a: 1, b: 0 }, { a: 2, b: 0, c: 2 }, { a: 2, b: 40 }];
  for (const scores of wrong) expect(await keep(ann, scores)).toMatchObject([400, { code: 'invalid-request' }]);
  expect(await keep(ann, { a: 2, b: 0 }, 'capitals')).toMatchObject([404, { code: 'unknown-exercise' }]);
  expect(await keep(ann, { a: 2, b: 0 }, 'nothing')).toMatchObject([404, { code: 'unknown-exercise' }]);
  expect(world.db.select().from(selfScores).all()).toEqual([]);
});
