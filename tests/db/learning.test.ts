import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { activityOf } from '#db/activity';
import { closeDatabase, migrateDatabase, openDatabase, type Db } from '#db/client';
import { dropGoal, goalOf, setGoal } from '#db/goals';
import { createGuest, learnerOfUser } from '#db/learners';
import { answerCheck, lessonsOf, markLesson } from '#db/lessons';
import { mergeGuest } from '#db/merge';
import { answerPlacement, placementOf, startPlacement } from '#db/placements';
import { exerciseProgressOf, hintsBeforePassOf, takeHint } from '#db/progress';
import { cardsOf } from '#db/review-cards';
import { closeSubmission, openSubmission, submissionPage } from '#db/submissions';
import { learners } from '#db/tables';
import { createUser } from '#db/users';
import type { Verdict } from '#lib/verdict';
import { migrations, migrationsBefore } from './migrations-before.ts';
import { temporaryDatabase } from './temporary-database.ts';
import { failed, passed } from './verdicts.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 9, minute));

async function submit(db: Db, learnerId: string, verdict: Verdict, when: Date, exerciseId = 'sums') {
  const files = { 'solution.ts': 'x' };
  const id = await openSubmission(db, { learnerId, exerciseId, contentHash: 'v1', files }, when);
  await closeSubmission(db, id, { verdict, contentHash: 'v1' }, when);
  return id;
}

async function twoLearners(db: Db) {
  const user = await createUser(db, { email: 'ann@example.org', name: null, passwordHash: null });
  return { guest: await createGuest(db, 'token'), account: await learnerOfUser(db, user!.id) };
}

test('failures count until the first pass and no longer', async () => {
  using db = temporaryDatabase();
  const learner = await createGuest(db, 'token');
  for (const verdict of [failed, failed, passed, failed, passed]) await submit(db, learner, verdict, at(0));
  expect(await exerciseProgressOf(db, learner, 'sums')).toMatchObject({ attempts: 5, failuresBeforePass: 2 });
});

test('failures come along with the pass that wins a merge', async () => {
  using db = temporaryDatabase();
  const { guest, account } = await twoLearners(db);
  await submit(db, guest, passed, at(1));
  await submit(db, account, failed, at(2));
  await submit(db, account, passed, at(3));
  await submit(db, guest, failed, at(4), 'open');
  await submit(db, account, failed, at(5), 'open');
  await mergeGuest(db, guest, account);
  expect(await exerciseProgressOf(db, account, 'sums')).toMatchObject({ failuresBeforePass: 0, passedAt: at(1) });
  expect(await exerciseProgressOf(db, account, 'open')).toMatchObject({ failuresBeforePass: 2 });
});

test('hints count as help only before the pass', async () => {
  using db = temporaryDatabase();
  const learner = await createGuest(db, 'token');
  await takeHint(db, { learnerId: learner, exerciseId: 'sums', number: 1 });
  await submit(db, learner, passed, at(0));
  await takeHint(db, { learnerId: learner, exerciseId: 'sums', number: 2 });
  expect(await hintsBeforePassOf(db, learner)).toEqual({ sums: 1 });
});

test('the first answer to a question is remembered', async () => {
  using db = temporaryDatabase();
  const learner = await createGuest(db, 'token');
  const answer = (checkId: string, correct: boolean) =>
    answerCheck(db, { learnerId: learner, lessonId: 'adding', checkId, correct });
  await answer('once', true);
  await answer('once', false);
  await answer('later', false);
  await answer('later', true);
  expect((await lessonsOf(db, learner))['adding']?.checks).toEqual({
    once: { correct: true, attempts: 2, firstCorrect: true },
    later: { correct: true, attempts: 2, firstCorrect: false },
  });
});

test('activity is summed up by quarters of an hour and leaves out what is older or somebody else’s', async () => {
  using db = temporaryDatabase();
  const learner = await createGuest(db, 'token');
  const other = await createGuest(db, 'other');
  const answer = (learnerId: string, when: Date) =>
    answerCheck(db, { learnerId, lessonId: 'adding', checkId: 'carry', correct: true }, when);
  await submit(db, learner, passed, at(-1000));
  await submit(db, learner, failed, at(1));
  await submit(db, learner, passed, at(14));
  await answer(learner, at(14));
  await answer(learner, at(15));
  await answer(other, at(15));
  await markLesson(db, { learnerId: learner, lessonId: 'adding', done: true }, at(16));
  await markLesson(db, { learnerId: learner, lessonId: 'other', done: false }, at(16));
  expect(await activityOf(db, learner, at(0))).toEqual([
    { at: at(0), submissions: 2, answers: 1, lessons: 0 },
    { at: at(15), submissions: 0, answers: 1, lessons: 1 },
  ]);
});

test('history pages follow one another without a gap or a repeat, also where moments are equal', async () => {
  using db = temporaryDatabase();
  const learner = await createGuest(db, 'token');
  const other = await createGuest(db, 'other');
  const ids = new Set<string>();
  for (let index = 0; index < 12; index += 1) ids.add(await submit(db, learner, failed, at(Math.floor(index / 5))));
  await submit(db, other, passed, at(9));
  const seen: string[] = [];
  let before: string | null = null;
  let pages = 0;
  do {
    const page: Awaited<ReturnType<typeof submissionPage>> = await submissionPage(db, learner, { before, limit: 5 });
    expect(page.rows.map(({ createdAt }) => createdAt.getTime())).toEqual(
      page.rows.map(({ createdAt }) => createdAt.getTime()).toSorted((a, b) => b - a),
    );
    seen.push(...page.rows.map(({ id }) => id));
    before = page.next;
    pages += 1;
  } while (before !== null);
  expect(pages).toBe(3);
  expect(seen).toHaveLength(12);
  expect(new Set(seen)).toEqual(ids);
});

test('a cursor that is no cursor begins at the newest', async () => {
  using db = temporaryDatabase();
  const learner = await createGuest(db, 'token');
  await submit(db, learner, passed, at(0));
  for (const before of ['', 'x', '12', '-', "1-' or 1=1", '99999999999999999999-sub_x']) {
    expect((await submissionPage(db, learner, { before, limit: 5 })).rows, before).toHaveLength(1);
  }
});

test('a goal is the last one set, and can be dropped', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  await setGoal(db, { learnerId, level: 'junior', days: 30, minutesPerDay: 45 }, at(0));
  await setGoal(db, { learnerId, level: 'mid', days: 60, minutesPerDay: 30 }, at(1));
  expect(await goalOf(db, learnerId)).toEqual({
    learnerId,
    level: 'mid',
    days: 60,
    minutesPerDay: 30,
    lessonIds: null,
    setAt: at(1),
  });
  await dropGoal(db, learnerId);
  expect(await goalOf(db, learnerId)).toBeNull();
});

test('an answer in a placement counts once, and starting again forgets the answers', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  const answer = { lesson: 'adding', check: 'carry', correct: true };
  expect(await answerPlacement(db, learnerId, { answered: 0, answer })).toBeNull();
  await startPlacement(db, { learnerId, seed: 's', chosenLevel: null });
  expect(await answerPlacement(db, learnerId, { answered: 0, answer })).toMatchObject({ answers: [answer] });
  expect(await answerPlacement(db, learnerId, { answered: 0, answer })).toMatchObject({ answers: [answer] });
  await startPlacement(db, { learnerId, seed: 't', chosenLevel: 'mid' });
  expect(await placementOf(db, learnerId)).toMatchObject({ seed: 't', chosenLevel: 'mid', answers: [] });
});

test('goal, placement and answers move with a guest, the newer one winning', async () => {
  using db = temporaryDatabase();
  const { guest, account } = await twoLearners(db);
  await setGoal(db, { learnerId: account, level: 'senior', days: 90, minutesPerDay: 30 }, at(5));
  await setGoal(db, { learnerId: guest, level: 'junior', days: 30, minutesPerDay: 30 }, at(1));
  await startPlacement(db, { learnerId: account, seed: 'old', chosenLevel: null }, at(1));
  await startPlacement(db, { learnerId: guest, seed: 'new', chosenLevel: 'mid' }, at(5));
  await answerCheck(db, { learnerId: guest, lessonId: 'adding', checkId: 'carry', correct: true }, at(0));
  await mergeGuest(db, guest, account);
  expect(await goalOf(db, account)).toMatchObject({ level: 'senior' });
  expect(await placementOf(db, account)).toMatchObject({ seed: 'new', chosenLevel: 'mid' });
  expect(await activityOf(db, account, at(0))).toEqual([{ at: at(0), submissions: 0, answers: 1, lessons: 0 }]);
});

test('everything goes with its learner', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  await setGoal(db, { learnerId, level: 'junior', days: 30, minutesPerDay: 30 });
  await startPlacement(db, { learnerId, seed: 's', chosenLevel: null });
  await submit(db, learnerId, failed, at(0));
  await answerCheck(db, { learnerId, lessonId: 'adding', checkId: 'carry', correct: false });
  db.delete(learners).where(eq(learners.id, learnerId)).run();
  for (const table of ['goals', 'placements', 'review_cards', 'check_answers', 'submissions']) {
    expect(db.$client.prepare(`select count(*) as rows from ${table}`).get(), table).toEqual({ rows: 0 });
  }
});

test('a database from before reviews gets its cards, first answers and failures', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'underpin-backfill-'));
  const db = openDatabase(path.join(folder, 'underpin.db'));
  try {
    migrateDatabase(db, migrationsBefore('review_backfill', folder));
    db.$client.exec(`
      insert into learners (id, guest_token_hash, created_at) values ('lrn', 'hash', 0);
      insert into checks (learner_id, lesson_id, check_id, correct, attempts, updated_at) values ('lrn', 'adding', 'once', 1, 1, 1000), ('lrn', 'adding', 'later', 1, 3, 2000);
      insert into progress (learner_id, exercise_id, status, passed_at, passed_content_hash, attempts, hints_used, solution_seen, last_at)
        values ('lrn', 'mended', 'passed', 3000, 'v1', 3, 0, 0, 4000), ('lrn', 'clean', 'passed', 3000, 'v1', 1, 0, 0, 3000);
      insert into submissions (id, learner_id, exercise_id, content_hash, files, created_at, closed_at, verdict, verdict_status) values
        ('1', 'lrn', 'mended', 'v1', '{}', 1000, 1000, '{}', 'failed'), ('2', 'lrn', 'mended', 'v1', '{}', 3000, 3000, '{}', 'passed'),
        ('3', 'lrn', 'mended', 'v1', '{}', 4000, 4000, '{}', 'errored'), ('4', 'lrn', 'clean', 'v1', '{}', 3000, 3000, '{}', 'passed');
    `);
    migrateDatabase(db, migrations);
    expect(
      (await cardsOf(db, 'lrn')).map(({ itemId, failing, reps, dueAt }) => [itemId, failing, reps, dueAt.getTime()]),
    ).toEqual([
      ['adding/later', false, 0, 86_402_000],
      ['mended', false, 0, 86_404_000],
    ]);
    expect(await lessonsOf(db, 'lrn')).toMatchObject({
      adding: { checks: { once: { firstCorrect: true }, later: { firstCorrect: false } } },
    });
    expect(await exerciseProgressOf(db, 'lrn', 'mended')).toMatchObject({ failuresBeforePass: 1 });
    expect(await exerciseProgressOf(db, 'lrn', 'clean')).toMatchObject({ failuresBeforePass: 0 });
    expect((await activityOf(db, 'lrn', new Date(0))).reduce((sum, { answers }) => sum + answers, 0)).toBe(2);
  } finally {
    closeDatabase(db);
    rmSync(folder, { recursive: true });
  }
});
