import { expect, test } from 'vitest';
import type { Db } from '#db/client';
import { countEarlierActivity, countEarlierSubmissions } from '#db/figures';
import { createGuest, learnerOfUser } from '#db/learners';
import { mergeGuest } from '#db/merge';
import { activeWithin, lastDays } from '#db/operator';
import { seeSolution } from '#db/progress';
import { closeSubmission, openSubmission } from '#db/submissions';
import { activeDays, exerciseDays, learners, marks, testFailures } from '#db/tables';
import { createUser } from '#db/users';
import type { Verdict } from '#lib/verdict';
import { temporaryDatabase } from './temporary-database.ts';
import { errored, failed, passed, unavailable } from './verdicts.ts';

const noon = new Date('2026-03-01T12:00:00Z');
const day = Math.floor(noon.getTime() / 86_400_000);

async function submit(db: Db, learnerId: string, verdict: Verdict, contentHash = 'v1') {
  const files = { 'solution.ts': 'x' };
  const id = await openSubmission(db, { learnerId, exerciseId: 'sums', contentHash, files }, noon);
  await closeSubmission(db, id, { verdict, contentHash }, noon);
  return id;
}

/** Of a review: a place that the learner has marked and where nothing is wrong. */
const mark: Verdict = {
  version: 1,
  status: 'failed',
  durationMs: 0,
  tests: [
    {
      name: 'Line 3: injection',
      status: 'failed',
      hidden: false,
      durationMs: 0,
      did: [],
      answer: { type: 'false-mark', lines: { from: 3, to: 3 }, defect: 'injection' },
    },
  ],
};

const failures = (db: Db) =>
  db.select().from(testFailures).orderBy(testFailures.contentHash, testFailures.testName).all();
const days = (db: Db) => db.select().from(exerciseDays).orderBy(exerciseDays.contentHash).all();

test('a first try is a learner’s first graded submission, and what we could not grade is counted apart', async () => {
  using db = temporaryDatabase();
  const [ann, ben, cem] = [await createGuest(db, 'a'), await createGuest(db, 'b'), await createGuest(db, 'c')];
  await submit(db, ann, unavailable);
  await submit(db, ann, passed);
  await submit(db, ben, failed);
  await submit(db, ben, passed);
  await submit(db, cem, errored);
  const counts = { attempts: 4, passes: 2, firstTries: 3, firstTryPasses: 1, unavailable: 1 };
  expect(days(db)).toEqual([{ day, exerciseId: 'sums', contentHash: 'v1', ...counts }]);
});

test('a pass after the solution was shown is no pass at the first try', async () => {
  using db = temporaryDatabase();
  const ann = await createGuest(db, 'a');
  await seeSolution(db, { learnerId: ann, exerciseId: 'sums', giveUp: true });
  await submit(db, ann, passed);
  expect(days(db)).toMatchObject([{ passes: 1, firstTries: 1, firstTryPasses: 0 }]);
});

test('a submission that is closed twice is counted once', async () => {
  using db = temporaryDatabase();
  const id = await submit(db, await createGuest(db, 'a'), failed);
  await closeSubmission(db, id, { verdict: passed, contentHash: 'v1' }, noon);
  expect(days(db)).toMatchObject([{ attempts: 1, passes: 0 }]);
});

test('failed tests are counted by name and version; a learner’s own wrong mark is no test', async () => {
  using db = temporaryDatabase();
  const ann = await createGuest(db, 'a');
  for (const verdict of [failed, failed, errored, passed, mark]) await submit(db, ann, verdict);
  await submit(db, ann, failed, 'v2');
  expect(db.select().from(testFailures).all()).toEqual([
    { exerciseId: 'sums', contentHash: 'v1', testName: 'subtracts', failures: 2 },
    { exerciseId: 'sums', contentHash: 'v1', testName: 'adds', failures: 1 },
    { exerciseId: 'sums', contentHash: 'v2', testName: 'subtracts', failures: 1 },
  ]);
});

test('what was closed before there were counts is counted once, as if they had always been there', async () => {
  using db = temporaryDatabase();
  const [ann, ben] = [await createGuest(db, 'a'), await createGuest(db, 'b')];
  for (const verdict of [unavailable, failed, errored, mark, passed]) await submit(db, ann, verdict);
  await submit(db, ben, passed, 'v2');
  const counted = { days: days(db), failures: failures(db) };
  db.delete(exerciseDays).run();
  db.delete(testFailures).run();
  await openSubmission(db, { learnerId: ann, exerciseId: 'sums', contentHash: 'v1', files: {} });
  expect(await countEarlierSubmissions(db)).toBe(true);
  expect(await countEarlierSubmissions(db)).toBe(false);
  expect({ days: days(db), failures: failures(db) }).toEqual(counted);
  expect(db.select({ name: marks.name }).from(marks).all()).toEqual([{ name: 'submissions-counted' }]);
});

const dayMs = 86_400_000;

async function handIn(db: Db, learnerId: string, at: Date) {
  await openSubmission(db, { learnerId, exerciseId: 'sums', contentHash: 'v1', files: {} }, at);
}

const activity = (db: Db) => ({
  days: db.select().from(activeDays).all(),
  last: db.select({ at: learners.lastSubmissionAt }).from(learners).orderBy(learners.createdAt).all(),
});

test('whoever handed something in before there were such counts is counted once, as if they had always been there', async () => {
  using db = temporaryDatabase();
  const [ann, ben] = [await createGuest(db, 'a', new Date(1)), await createGuest(db, 'b', new Date(2))];
  await createGuest(db, 'idle', new Date(3));
  for (const at of [noon, noon, new Date(noon.getTime() + dayMs)]) await handIn(db, ann, at);
  await handIn(db, ben, noon);
  const counted = activity(db);
  expect(counted.days).toEqual([
    { day, learners: 2 },
    { day: day + 1, learners: 1 },
  ]);
  db.delete(activeDays).run();
  db.update(learners).set({ lastSubmissionAt: null }).run();
  expect(await countEarlierActivity(db)).toBe(true);
  expect(await countEarlierActivity(db)).toBe(false);
  expect(activity(db)).toEqual(counted);
});

test('when a guest last handed something in goes along into the account, and never back in time', async () => {
  using db = temporaryDatabase();
  const user = await createUser(db, { email: 'ann@example.org', name: null, passwordHash: null });
  const account = await learnerOfUser(db, user!.id);
  const later = new Date(noon.getTime() + 2 * dayMs);
  const [before, after] = [await createGuest(db, 'a'), await createGuest(db, 'b')];
  await handIn(db, account, new Date(noon.getTime() + dayMs));
  await handIn(db, before, noon);
  await handIn(db, after, later);
  await mergeGuest(db, before, account);
  expect(await activeWithin(db, 1, later)).toBe(2);
  await mergeGuest(db, after, account);
  expect(await activeWithin(db, 1, later)).toBe(1);
  expect((await lastDays(db, 3, later)).map(({ active }) => active)).toEqual([1, 1, 1]);
});
