import { expect, test } from 'vitest';
import type { Db } from '#db/client';
import { createGuest } from '#db/learners';
import { exerciseProgressOf, seeSolution, takeHint } from '#db/progress';
import {
  closeSubmission,
  newestTestsOf,
  openSubmission,
  openSubmissions,
  submissionOf,
  submissionPage,
  submissionsOf,
} from '#db/submissions';
import { watchStatements } from '#scripts/database-time/statements';
import { temporaryDatabase } from './temporary-database.ts';
import { errored, failed, passed, unavailable } from './verdicts.ts';

const files = { 'solution.ts': 'export const add = 1;' };

async function open(db: Db, learnerId: string, contentHash = 'v1') {
  return openSubmission(db, { learnerId, exerciseId: 'sums', contentHash, files });
}

test('a stored submission is open, and open ones are found again after a crash', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  const id = await open(db, learnerId);
  expect(await openSubmissions(db)).toEqual([{ id, learnerId, exerciseId: 'sums', contentHash: 'v1', files }]);
  expect(await submissionOf(db, learnerId, id)).toMatchObject({ id, status: 'open', verdict: null });
  expect(await exerciseProgressOf(db, learnerId, 'sums')).toBeNull();
});

test('closing a submission stores its verdict and counts it', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  const id = await open(db, learnerId);
  await closeSubmission(db, id, { verdict: passed, contentHash: 'v1' }, new Date(1000));
  expect(await submissionOf(db, learnerId, id)).toMatchObject({ status: 'closed', verdict: passed });
  expect(await openSubmissions(db)).toEqual([]);
  expect(await exerciseProgressOf(db, learnerId, 'sums')).toMatchObject({
    status: 'passed',
    attempts: 1,
    passedAt: new Date(1000),
    passedContentHash: 'v1',
  });
});

/** Rows hold code and verdicts and lie all over the file; what a list shows is in its index. */
test('lists of submissions are read from an index alone, and those for an exercise by the exercise', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  const watch = watchStatements(db.$client);
  const planOf = async (list: Promise<unknown>) => {
    await list;
    return watch.take().flatMap(({ text }) => watch.planOf(text));
  };
  const [newest, byExercise] = ['submissions_learner_newest', 'submissions_learner_exercise'];
  const start = 'SEARCH submissions USING COVERING INDEX';
  expect(await planOf(submissionPage(db, learnerId, { before: null, limit: 25 }))).toEqual([
    `${start} ${newest} (learner_id=?)`,
  ]);
  expect(await planOf(submissionPage(db, learnerId, { before: '1000-sub_x', limit: 25 }))).toEqual([
    `${start} ${newest} (learner_id=? AND created_at<?)`,
  ]);
  const found = [`${start} ${byExercise} (learner_id=? AND exercise_id=?)`];
  expect(await planOf(submissionsOf(db, learnerId, 'sums'))).toEqual(found);
  expect(await planOf(newestTestsOf(db, learnerId, ['sums']))).toEqual(found);
  watch.stop();
});

test('a submission counts once, however often it is closed', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  const id = await open(db, learnerId);
  await closeSubmission(db, id, { verdict: failed, contentHash: 'v1' });
  await closeSubmission(db, id, { verdict: passed, contentHash: 'v1' });
  expect(await exerciseProgressOf(db, learnerId, 'sums')).toMatchObject({ status: 'attempted', attempts: 1 });
  expect(await submissionOf(db, learnerId, id)).toMatchObject({ verdict: failed });
});

test('an unavailable grader leaves progress untouched', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  await closeSubmission(db, await open(db, learnerId), { verdict: unavailable, contentHash: 'v1' });
  expect(await exerciseProgressOf(db, learnerId, 'sums')).toBeNull();
  await closeSubmission(db, await open(db, learnerId), { verdict: passed, contentHash: 'v1' });
  await closeSubmission(db, await open(db, learnerId), { verdict: unavailable, contentHash: 'v1' });
  expect(await exerciseProgressOf(db, learnerId, 'sums')).toMatchObject({ status: 'passed', attempts: 1 });
});

test('a timed-out submission counts as an attempt and takes no pass back', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  await closeSubmission(db, await open(db, learnerId), { verdict: passed, contentHash: 'v1' });
  await closeSubmission(db, await open(db, learnerId), { verdict: errored, contentHash: 'v1' });
  expect(await exerciseProgressOf(db, learnerId, 'sums')).toMatchObject({ status: 'passed', attempts: 2 });
});

test('a pass stands when the exercise has changed and the new version fails', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  await closeSubmission(db, await open(db, learnerId), { verdict: passed, contentHash: 'v1' }, new Date(1000));
  await closeSubmission(db, await open(db, learnerId), { verdict: failed, contentHash: 'v2' }, new Date(2000));
  const changed = await exerciseProgressOf(db, learnerId, 'sums');
  expect(changed).toMatchObject({ status: 'passed', passedAt: new Date(1000), passedContentHash: 'v1' });
  await closeSubmission(db, await open(db, learnerId), { verdict: passed, contentHash: 'v2' }, new Date(3000));
  const again = await exerciseProgressOf(db, learnerId, 'sums');
  expect(again).toMatchObject({ passedAt: new Date(1000), passedContentHash: 'v1', lastAt: new Date(3000) });
});

test("another learner's submission is nobody's business", async () => {
  using db = temporaryDatabase();
  const id = await open(db, await createGuest(db, 'ann'));
  const ben = await createGuest(db, 'ben');
  expect(await submissionOf(db, ben, id)).toBeNull();
  expect(await submissionsOf(db, ben, 'sums')).toEqual([]);
});

test('the list is newest first, at most 50, with counts', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  for (let second = 1; second <= 52; second += 1) {
    const submission = { learnerId, exerciseId: 'sums', contentHash: 'v1', files };
    await openSubmission(db, submission, new Date(second * 1000));
  }
  const [oldestOpen] = await openSubmissions(db);
  expect(oldestOpen).toBeDefined();
  const listed = await submissionsOf(db, learnerId, 'sums');
  expect(listed).toHaveLength(50);
  expect(listed[0]).toMatchObject({ createdAt: new Date(52_000), status: 'open', verdictStatus: null });
  await closeSubmission(db, listed[0]!.id, { verdict: failed, contentHash: 'v1' });
  const [first] = await submissionsOf(db, learnerId, 'sums');
  expect(first).toMatchObject({ status: 'closed', verdictStatus: 'failed', passedTests: 1, totalTests: 2 });
});

test('hints are taken one after another, and taking one again costs nothing', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  const take = (number: number) => takeHint(db, { learnerId, exerciseId: 'sums', number });
  expect(await take(2)).toBe(false);
  expect(await take(1)).toBe(true);
  expect(await take(2)).toBe(true);
  expect(await take(1)).toBe(true);
  expect(await exerciseProgressOf(db, learnerId, 'sums')).toMatchObject({ hintsUsed: 2, attempts: 0 });
});

test('the solution stays shut until a pass or giving up, and only giving up is held against the pass', async () => {
  using db = temporaryDatabase();
  const ann = await createGuest(db, 'ann');
  expect(await seeSolution(db, { learnerId: ann, exerciseId: 'sums', giveUp: false })).toBe(false);
  expect(await exerciseProgressOf(db, ann, 'sums')).toBeNull();
  expect(await seeSolution(db, { learnerId: ann, exerciseId: 'sums', giveUp: true })).toBe(true);
  expect(await seeSolution(db, { learnerId: ann, exerciseId: 'sums', giveUp: false })).toBe(true);
  expect(await exerciseProgressOf(db, ann, 'sums')).toMatchObject({ solutionSeen: true });

  const ben = await createGuest(db, 'ben');
  await closeSubmission(db, await open(db, ben), { verdict: passed, contentHash: 'v1' });
  expect(await seeSolution(db, { learnerId: ben, exerciseId: 'sums', giveUp: false })).toBe(true);
  expect(await exerciseProgressOf(db, ben, 'sums')).toMatchObject({ solutionSeen: false });
});
