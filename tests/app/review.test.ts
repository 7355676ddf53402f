import { beforeEach, expect, test, vi } from 'vitest';
import { currentPlan } from '../../app/progress/plan/current-plan.ts';
import { overviewOf } from '../../app/progress/overview.ts';
import { sessionCards } from '../../app/review/session-cards.ts';
import { currentPlacement } from '../../app/placement/current-placement.ts';
import { DELETE as dropGoal, PUT as setGoal } from '../../app/api/goal/route.ts';
import { POST as hint } from '../../app/api/exercises/[id]/hints/route.ts';
import { POST as solution } from '../../app/api/exercises/[id]/solution/route.ts';
import { PUT as mark } from '../../app/api/lessons/[id]/route.ts';
import { GET as me } from '../../app/api/me/route.ts';
import { POST as startPlacement, PUT as answerPlacement } from '../../app/api/placement/route.ts';
import { POST as answer } from '../../app/api/review/answers/route.ts';
import { PUT as changeCard } from '../../app/api/review/cards/route.ts';
import { POST as submit } from '../../app/api/submissions/route.ts';
import type { Db } from '#db/client';
import { placementOf } from '#db/placements';
import { cardsOf } from '#db/review-cards';
import { learners, reviewCards } from '#db/tables';
import { failed, passed } from '../db/verdicts.ts';
import type { Browser } from './browser.ts';
import { grader } from './grader.ts';
import { newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('#content/load', async () => (await import('./review-content.ts')).reviewContent);
vi.mock('#sandbox/client', () => import('./grader.ts'));

beforeEach(() => grader.reset());

const json = async (response: Response) => (response.status === 204 ? null : ((await response.json()) as unknown));

async function submitSums(browser: Browser) {
  const body = { exercise: 'sums', files: { 'solution.ts': 'x' }, mode: 'submit' };
  await (await browser.call(submit, '/api/submissions', { body })).text();
}

const answerCard = (browser: Browser, chosen: number[], check = 'first') =>
  browser.call(answer, '/api/review/answers', { body: { lesson: 'adding', check, chosen } });

/** The clock of the cards, moved on: everything becomes due as it would after that many days. */
function daysLater(db: Db, days: number) {
  const { dueAt, lastReviewAt } = reviewCards;
  db.$client.exec(
    `update review_cards set ${dueAt.name} = ${dueAt.name} - ${days * 86_400_000}, ${lastReviewAt.name} = ${lastReviewAt.name} - ${days * 86_400_000}`,
  );
}

const learnerIn = (db: Db) => db.select().from(learners).all()[0]!.id;

test('an answer is judged by the server and says when the card comes back', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  expect(await json(await answerCard(browser, [0]))).toEqual({ correct: true, dueAt: null, lapses: 0 });
  const missed = (await json(await answerCard(browser, [1], 'second'))) as { correct: boolean; dueAt: string };
  expect(missed.correct).toBe(false);
  expect(Date.parse(missed.dueAt)).toBeGreaterThan(Date.now() + 3.9 * 3_600_000);
  expect(await json(await answerCard(browser, [], 'second'))).toMatchObject({ correct: false });
  expect((await answerCard(browser, [0], 'nothing')).status).toBe(404);
});

test('an exercise that failed is due later, and solving it again rates it', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const due = async () => ((await json(await browser.call(me, '/api/me'))) as { due: number }).due;
  grader.verdict = failed;
  await submitSums(browser);
  expect(await due()).toBe(0);
  daysLater(world.db, 1);
  expect(await due()).toBe(1);
  const [shown] = sessionCards(await cardsOf(world.db, learnerIn(world.db)));
  expect(shown).toMatchObject({ kind: 'exercise', exercise: { title: 'Sums' }, failing: true, isLeech: false });
  grader.verdict = passed;
  await submitSums(browser);
  expect(await due()).toBe(0);
});

test('a card is suspended and taken back by its owner alone', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const ben = world.newBrowser();
  await answerCard(ann, [1]);
  await answerCard(ben, [0]);
  const change = (browser: Browser, suspended: boolean) =>
    browser.call(changeCard, '/api/review/cards', {
      method: 'PUT',
      body: { kind: 'check', item: 'adding/first', suspended },
    });
  expect((await change(ben, true)).status).toBe(404);
  expect((await change(world.newBrowser(), true)).status).toBe(404);
  expect((await change(ann, true)).status).toBe(204);
  daysLater(world.db, 2);
  expect(await json(await ann.call(me, '/api/me'))).toMatchObject({ due: 0 });
  expect((await change(ann, false)).status).toBe(204);
  expect(await json(await ann.call(me, '/api/me'))).toMatchObject({ due: 1 });
});

test('the level in /api/me and the overview follow the formula', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const level = async () => ((await json(await browser.call(me, '/api/me'))) as { level: string | null }).level;
  await browser.call(hint, '/api/exercises/sums/hints', { body: { number: 1 }, params: { id: 'sums' } });
  await submitSums(browser);
  expect(await level()).toBeNull();
  for (const lesson of ['adding', 'carrying']) {
    for (const check of ['first', 'second']) {
      await browser.call(answer, '/api/review/answers', { body: { lesson, check, chosen: [0] } });
    }
  }
  expect(await level()).toBe('junior');
  const { readiness, tally } = await overviewOf(world.db, { learnerId: learnerIn(world.db) });
  // 5 minutes at 90 %, and four questions of two minutes.
  expect(readiness.levels.junior.total).toMatchObject({ earned: 12.5, possible: 13 });
  expect(tally).toMatchObject({ withHints: 1, hints: 1, questionsAtOnce: 4 });
});

test('after the solution was shown, an exercise counts half', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  await browser.call(solution, '/api/exercises/sums/solution', { body: { giveUp: true }, params: { id: 'sums' } });
  await submitSums(browser);
  const { readiness } = await overviewOf(world.db, { learnerId: learnerIn(world.db) });
  expect(readiness.levels.junior.total.earned).toBe(2.5);
});

test('what to do next comes with its reason', async () => {
  using world = newWorld();
  const titles = async (learnerId: string | null) =>
    (await overviewOf(world.db, learnerId === null ? null : { learnerId })).advice.map(({ path }) => path);
  expect(await titles(null)).toEqual(['/placement', '/learn/numbers/adding']);
  const browser = world.newBrowser();
  grader.verdict = failed;
  await submitSums(browser);
  daysLater(world.db, 1);
  expect(await titles(learnerIn(world.db))).toEqual(['/review', '/practice/sums', '/learn/numbers/adding']);
});

test('a placement asks, ends, recommends, and marks nothing', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const start = (level: string | null) => browser.call(startPlacement, '/api/placement', { body: { level } });
  const give = (body: unknown) => browser.call(answerPlacement, '/api/placement', { method: 'PUT', body });
  const current = async () => currentPlacement((await placementOf(world.db, learnerIn(world.db)))!);
  expect((await give({ lesson: 'adding', check: 'first', chosen: [0] })).status).toBe(409);
  expect((await start(null)).status).toBe(204);
  for (let asked = 0; asked < 4; asked += 1) {
    const now = await current();
    if (now.state !== 'asking') throw new Error('the placement ended too early');
    const { lesson, check } = now.question;
    const body = { lesson: lesson.id, check: check.id, chosen: [0] };
    expect((await give(body)).status).toBe(204);
    expect((await give(body)).status).toBe(409);
  }
  // There are two mid questions only, too few to ask about that level.
  expect(await current()).toMatchObject({
    state: 'ended',
    shown: ['junior'],
    right: 4,
    starts: [{ lesson: { id: 'dividing' }, known: ['adding', 'carrying'] }],
  });
  expect(await json(await browser.call(me, '/api/me'))).toMatchObject({ lessons: {}, level: null });
  expect((await start('junior')).status).toBe(204);
  expect(await current()).toMatchObject({ byHand: 'junior', starts: [{ lesson: { id: 'adding' } }] });
  expect((await start('principal')).status).toBe(400);
});

test('a plan is worked out from what is missing now', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const goal = (body: unknown) => browser.call(setGoal, '/api/goal', { method: 'PUT', body });
  expect(await json(await goal({ level: 'junior', days: 0, minutesPerDay: 5 }))).toMatchObject({
    errors: { days: 'is at least 1 day', minutesPerDay: 'is at least 10 minutes' },
  });
  expect((await goal({ level: 'junior', days: 2, minutesPerDay: 10 })).status).toBe(204);
  const learnerId = learnerIn(world.db);
  const plan = (now = new Date()) => currentPlan(world.db, learnerId, { now, zone: 'UTC' });
  expect((await plan())?.plan).toMatchObject({ neededMinutes: 15, fits: true, days: [{}, {}] });
  await browser.call(mark, '/api/lessons/adding', { method: 'PUT', body: { done: true }, params: { id: 'adding' } });
  expect((await plan())?.plan).toMatchObject({ neededMinutes: 10, days: [{}] });
  const over = await plan(new Date(Date.now() + 5 * 86_400_000));
  expect(over).toMatchObject({ daysLeft: 0, plan: { fits: false }, fitting: { days: 1, minutesPerDay: null } });
  expect((await browser.call(dropGoal, '/api/goal', { method: 'DELETE' })).status).toBe(204);
  expect(await plan()).toBeNull();
});

test('a plan can be for chosen lessons alone, and only for those that there are', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const goal = { level: 'junior', days: 3, minutesPerDay: 30 };
  const put = (more: object) => browser.call(setGoal, '/api/goal', { method: 'PUT', body: { ...goal, ...more } });
  expect(await json(await put({ lessons: ['nowhere'] }))).toMatchObject({ code: 'unknown-lesson' });
  expect((await put({ lessons: [] })).status).toBe(400);
  expect((await put({ lessons: ['dividing'] })).status).toBe(204);
  const plan = () => currentPlan(world.db, learnerIn(world.db), { now: new Date(), zone: 'UTC' });
  const chosen = await plan();
  expect(chosen?.goal.lessonIds).toEqual(['dividing']);
  expect(chosen?.plan.days.flatMap(({ parts }) => parts.map(({ item }) => item.id))).toContain('dividing');
  expect(chosen?.plan.days.flatMap(({ parts }) => parts.map(({ item }) => item.id))).not.toContain('adding');
  expect((await put({})).status).toBe(204);
  expect((await plan())?.goal.lessonIds).toBeNull();
});
