import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { closeDatabase, migrateDatabase, openDatabase, type Db } from '#db/client';
import { exportOf } from '#db/export';
import { exportSchema } from '#db/export-format';
import { countEarlierActivity, countEarlierSubmissions } from '#db/figures';
import { importExport } from '#db/import';
import { createGuest, learnerOfUser } from '#db/learners';
import { mergeGuest } from '#db/merge';
import { activeWithin, lastDays, worstTests } from '#db/operator';
import { seeSolution } from '#db/progress';
import { closeSubmission, openSubmission } from '#db/submissions';
import { activeDays, exerciseDays, exerciseVersions, learners, marks, testFailures } from '#db/tables';
import { createUser, deleteUser } from '#db/users';
import type { Verdict } from '#lib/verdict';
import { migrations, migrationsBefore } from './migrations-before.ts';
import { temporaryDatabase } from './temporary-database.ts';
import { errored, failed, passed, unavailable } from './verdicts.ts';

const noon = new Date('2026-03-01T12:00:00Z');
const day = Math.floor(noon.getTime() / 86_400_000);

async function submit(db: Db, learnerId: string, verdict: Verdict, contentHash = 'v1', at = noon) {
  const files = { 'solution.ts': 'x' };
  const id = await openSubmission(db, { learnerId, exerciseId: 'sums', contentHash, files }, at);
  await closeSubmission(db, id, { verdict, contentHash }, at);
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
const versions = (db: Db) => db.select().from(exerciseVersions).orderBy(exerciseVersions.contentHash).all();

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
  const counted = { days: days(db), versions: versions(db), failures: failures(db) };
  db.delete(exerciseDays).run();
  db.delete(exerciseVersions).run();
  db.delete(testFailures).run();
  await openSubmission(db, { learnerId: ann, exerciseId: 'sums', contentHash: 'v1', files: {} });
  expect(await countEarlierSubmissions(db)).toBe(true);
  expect(await countEarlierSubmissions(db)).toBe(false);
  expect({ days: days(db), versions: versions(db), failures: failures(db) }).toEqual(counted);
  expect(db.select({ name: marks.name }).from(marks).all()).toEqual([{ name: 'submissions-counted' }]);
});

const dayMs = 86_400_000;
const nextDay = new Date(noon.getTime() + dayMs);

test('a version’s submissions are counted over all days, also those of learners who have signed in or gone since', async () => {
  using db = temporaryDatabase();
  const [ann, ben] = [await account(db, 'ann'), await account(db, 'ben')];
  const guest = await createGuest(db, 'guest');
  for (const verdict of [failed, passed, unavailable]) await submit(db, ann.learnerId, verdict);
  await submit(db, guest, failed, 'v1', nextDay);
  await submit(db, guest, failed, 'v2', nextDay);
  const counted = [
    { exerciseId: 'sums', contentHash: 'v1', attempts: 3 },
    { exerciseId: 'sums', contentHash: 'v2', attempts: 1 },
  ];
  expect(versions(db)).toEqual(counted);
  await mergeGuest(db, guest, ann.learnerId);
  let file = '';
  for await (const piece of exportOf(db, { ...ann, site: 'https://one.example' })) file += piece;
  await importExport(db, { learnerId: ben.learnerId, file: exportSchema.parse(JSON.parse(file)) });
  await deleteUser(db, ann.userId);
  expect(versions(db)).toEqual(counted);
  expect(await worstTests(db)).toEqual([
    { exerciseId: 'sums', contentHash: 'v1', testName: 'subtracts', failures: 2, attempts: 3 },
    { exerciseId: 'sums', contentHash: 'v2', testName: 'subtracts', failures: 1, attempts: 1 },
  ]);
});

test('a version of which only what we could not grade was handed in has no submissions', async () => {
  using db = temporaryDatabase();
  await submit(db, await createGuest(db, 'a'), unavailable);
  expect([versions(db), await worstTests(db)]).toEqual([[], []]);
});

test('a database that has counted by day takes over what its days add up to', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'underpin-versions-'));
  const db = openDatabase(path.join(folder, 'underpin.db'));
  try {
    migrateDatabase(db, migrationsBefore('exercise_versions', folder));
    db.$client.exec(`
      insert into exercise_days (day, exercise_id, content_hash, attempts, unavailable) values
        (1, 'sums', 'v1', 2, 0), (2, 'sums', 'v1', 3, 1), (2, 'sums', 'v2', 4, 0), (2, 'shop', 'v1', 0, 5)`);
    migrateDatabase(db, migrations);
    expect(versions(db)).toEqual([
      { exerciseId: 'sums', contentHash: 'v1', attempts: 5 },
      { exerciseId: 'sums', contentHash: 'v2', attempts: 4 },
    ]);
  } finally {
    closeDatabase(db);
    rmSync(folder, { recursive: true });
  }
});

async function account(db: Db, name: string) {
  const user = await createUser(db, { email: `${name}@example.org`, name: null, passwordHash: null });
  return { userId: user!.id, learnerId: await learnerOfUser(db, user!.id) };
}

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

test('a guest and the account they sign in to are one learner on each day on which both handed something in', async () => {
  using db = temporaryDatabase();
  const ann = (await account(db, 'ann')).learnerId;
  const [phone, desk, stranger] = [
    await createGuest(db, 'phone'),
    await createGuest(db, 'desk'),
    await createGuest(db, 'stranger'),
  ];
  for (const learner of [ann, phone, desk, stranger]) await handIn(db, learner, noon);
  for (const learner of [phone, desk]) await handIn(db, learner, nextDay);
  const active = async () => (await lastDays(db, 2, nextDay)).map((each) => each.active);
  expect(await active()).toEqual([2, 4]);
  await mergeGuest(db, phone, ann);
  expect(await active()).toEqual([2, 3]);
  await mergeGuest(db, desk, ann);
  expect(await active()).toEqual([1, 2]);
  await handIn(db, ann, nextDay);
  expect(await active()).toEqual([1, 2]);
});

test('what an import brings along was handed in elsewhere, and takes nobody from a day', async () => {
  using db = temporaryDatabase();
  const [ann, ben] = [await account(db, 'ann'), await account(db, 'ben')];
  await submit(db, ann.learnerId, passed, 'v1', nextDay);
  await submit(db, ben.learnerId, passed);
  let file = '';
  for await (const piece of exportOf(db, { ...ann, site: 'https://one.example' })) file += piece;
  await importExport(db, { learnerId: ben.learnerId, file: exportSchema.parse(JSON.parse(file)) });
  const guest = await createGuest(db, 'guest');
  await handIn(db, guest, nextDay);
  await mergeGuest(db, guest, ben.learnerId);
  expect((await lastDays(db, 2, nextDay)).map(({ active }) => active)).toEqual([2, 1]);
});
