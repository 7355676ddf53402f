import { beforeEach, expect, test, vi } from 'vitest';
import { POST as questions } from '../../app/api/exercises/[id]/questions/route.ts';
import { POST as post } from '../../app/api/submissions/form/route.ts';
import { quizAnswersSchema } from '#lib/answers';
import { drafts, submissions } from '#db/tables';
import type { Browser } from './browser.ts';
import { grader } from './grader.ts';
import { newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('#content/load', async () => (await import('./answered-content.ts')).answeredContent);
vi.mock('#sandbox/client', () => import('./grader.ts'));

beforeEach(() => grader.reset());

const send = async (browser: Browser, fields: [string, string][]) => {
  const answer = await browser.call(post, '/api/submissions/form', {
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get('location') ?? '', 'http://localhost:3000');
};

test('without scripts a quiz is begun as a guest, answered, and graded for the learner’s own draw', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const begun = await send(ann, [['exercise', 'capitals']]);
  expect(begun.href).toBe('http://localhost:3000/practice/capitals/plain');
  expect(grader.jobs).toEqual([]);

  const asked = await ann.call(questions, '/api/exercises/capitals/questions', {
    body: {},
    params: { id: 'capitals' },
  });
  const { draw, questions: all } = (await asked.json()) as { draw: unknown; questions: { id: string }[] };
  const [first, second] = all.map(({ id }) => id) as [string, string];
  const fields: [string, string][] = [
    ['exercise', 'capitals'],
    ['draw', JSON.stringify(draw)],
    [`answer:${first}`, '0'],
    [`answer:${second}`, '1'],
    [`answer:${second}`, '2'],
  ];
  const graded = await send(ann, fields);
  expect(graded.searchParams.get('submission')).toMatch(/^sub_/);
  const { files } = world.db.select().from(submissions).get()!;
  expect(quizAnswersSchema.parse(JSON.parse(files['answers.json']!)).answers).toEqual({
    [first]: [0],
    [second]: [1, 2],
  });

  const again = await send(ann, fields);
  expect(again.searchParams.get('problem')).toBe('stale-draw');
  expect(grader.jobs).toHaveLength(1);
});

test('without scripts the rows of a review are its marks, kept for the next form', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const graded = await send(ann, [
    ['exercise', 'diff'],
    ['mark:0:from', '3'],
    ['mark:0:to', ''],
    ['mark:0:defect', 'one'],
    ['mark:1:from', '5'],
    ['mark:1:to', '7'],
    ['mark:1:defect', 'two'],
    ['mark:2:from', ''],
    ['mark:2:to', ''],
    ['mark:2:defect', 'one'],
  ]);
  expect(graded.searchParams.get('submission')).toMatch(/^sub_/);
  const marks = [
    { from: 3, to: 3, defect: 'one' },
    { from: 5, to: 7, defect: 'two' },
  ];
  expect(JSON.parse(world.db.select().from(submissions).get()!.files['answers.json']!)).toEqual({ marks });
  expect(JSON.parse(world.db.select().from(drafts).get()!.source)).toEqual({ marks });
});

test('a draw that is no JSON and a text are refused', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const problemOf = async (fields: [string, string][]) => (await send(ann, fields)).searchParams.get('problem');
  expect(
    await problemOf([
      ['exercise', 'capitals'],
      ['draw', '{'],
    ]),
  ).toBe('stale-draw');
  expect(await problemOf([['exercise', 'note']])).toBe('invalid-request');
  expect(grader.jobs).toEqual([]);
});
