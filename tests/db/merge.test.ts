import { expect, test } from 'vitest';
import type { Db } from '#db/client';
import { draftsOf, saveDraft } from '#db/drafts';
import { draftVersionsOf, keepVersions } from '#db/draft-versions';
import { createGuest, guestByToken, learnerOfUser } from '#db/learners';
import { answerCheck, lessonsOf, markLesson } from '#db/lessons';
import { mergeGuest } from '#db/merge';
import { exerciseProgressOf, seeSolution, takeHint } from '#db/progress';
import { closeSubmission, openSubmission, submissionsOf } from '#db/submissions';
import { createUser } from '#db/users';
import { lastVisitOf, recordVisit } from '#db/visits';
import type { Verdict } from '#lib/verdict';
import { temporaryDatabase } from './temporary-database.ts';
import { failed, passed } from './verdicts.ts';

async function twoLearners(db: Db) {
  const user = await createUser(db, { email: 'ann@example.org', name: null, passwordHash: null });
  return { guest: await createGuest(db, 'token'), account: await learnerOfUser(db, user!.id) };
}

async function submit(db: Db, learnerId: string, exerciseId: string, verdict: Verdict, at: number) {
  const files = { 'solution.ts': 'x' };
  const id = await openSubmission(db, { learnerId, exerciseId, contentHash: 'v1', files }, new Date(at));
  await closeSubmission(db, id, { verdict, contentHash: 'v1' }, new Date(at));
}

test('the better result wins on either side, and attempts add up', async () => {
  using db = temporaryDatabase();
  const { guest, account } = await twoLearners(db);
  await submit(db, guest, 'guest-passed', passed, 1000);
  await submit(db, account, 'guest-passed', failed, 2000);
  await submit(db, guest, 'account-passed', failed, 3000);
  await submit(db, account, 'account-passed', passed, 4000);
  await submit(db, account, 'both-passed', passed, 6000);
  await submit(db, guest, 'both-passed', passed, 5000);
  await submit(db, guest, 'new', failed, 7000);
  await mergeGuest(db, guest, account);
  const progress = (id: string) => exerciseProgressOf(db, account, id);
  expect(await progress('guest-passed')).toMatchObject({ status: 'passed', passedAt: new Date(1000), attempts: 2 });
  expect(await progress('account-passed')).toMatchObject({ status: 'passed', passedAt: new Date(4000), attempts: 2 });
  expect(await progress('both-passed')).toMatchObject({ passedAt: new Date(5000), lastAt: new Date(6000) });
  expect(await progress('new')).toMatchObject({ status: 'attempted', attempts: 1 });
});

test('a pass without the solution is better than one after giving up', async () => {
  using db = temporaryDatabase();
  const { guest, account } = await twoLearners(db);
  await submit(db, guest, 'sums', passed, 2000);
  await seeSolution(db, { learnerId: account, exerciseId: 'sums', giveUp: true });
  await submit(db, account, 'sums', passed, 1000);
  await mergeGuest(db, guest, account);
  expect(await exerciseProgressOf(db, account, 'sums')).toMatchObject({
    solutionSeen: false,
    passedAt: new Date(2000),
  });
});

test('hints taken as a guest stay taken', async () => {
  using db = temporaryDatabase();
  const { guest, account } = await twoLearners(db);
  await takeHint(db, { learnerId: guest, exerciseId: 'sums', number: 1 });
  await takeHint(db, { learnerId: account, exerciseId: 'sums', number: 1 });
  await takeHint(db, { learnerId: guest, exerciseId: 'sums', number: 2 });
  await mergeGuest(db, guest, account);
  expect(await exerciseProgressOf(db, account, 'sums')).toMatchObject({ hintsUsed: 2 });
});

test('submissions move, one that is still open too', async () => {
  using db = temporaryDatabase();
  const { guest, account } = await twoLearners(db);
  await submit(db, guest, 'sums', failed, 1000);
  const files = { 'solution.ts': 'x' };
  const open = await openSubmission(db, { learnerId: guest, exerciseId: 'sums', contentHash: 'v1', files });
  await mergeGuest(db, guest, account);
  await closeSubmission(db, open, { verdict: passed, contentHash: 'v1' });
  expect(await submissionsOf(db, account, 'sums')).toHaveLength(2);
  expect(await exerciseProgressOf(db, account, 'sums')).toMatchObject({ status: 'passed', attempts: 2 });
});

test('the newer draft wins and the other becomes a version', async () => {
  using db = temporaryDatabase();
  const { guest, account } = await twoLearners(db);
  const save = (learnerId: string, exerciseId: string, source: string, at: number) =>
    saveDraft(db, { learnerId, exerciseId, file: 'solution.ts', source, baseRevision: null }, new Date(at));
  await save(account, 'guest-newer', 'of the account', 1000);
  await save(guest, 'guest-newer', 'of the guest', 2000);
  await save(guest, 'account-newer', 'of the guest', 1000);
  await save(account, 'account-newer', 'of the account', 2000);
  await save(guest, 'only-guest', 'of the guest', 1000);
  await mergeGuest(db, guest, account);
  const draft = async (id: string) => (await draftsOf(db, account, id))['solution.ts'];
  const versions = (exerciseId: string) => draftVersionsOf(db, { learnerId: account, exerciseId, file: 'solution.ts' });
  expect(await draft('guest-newer')).toMatchObject({ source: 'of the guest', revision: 2 });
  expect(await versions('guest-newer')).toMatchObject([{ source: 'of the account', reason: 'merge' }]);
  expect(await draft('account-newer')).toMatchObject({ source: 'of the account' });
  expect(await versions('account-newer')).toMatchObject([{ source: 'of the guest', reason: 'merge' }]);
  expect(await draft('only-guest')).toMatchObject({ source: 'of the guest' });
});

test('versions move along, with the verdicts of those that were submitted', async () => {
  using db = temporaryDatabase();
  const { guest, account } = await twoLearners(db);
  const files = { 'solution.ts': 'x' };
  const key = { exerciseId: 'sums', file: 'solution.ts' };
  const submission = { learnerId: guest, exerciseId: 'sums', contentHash: 'v1', files };
  const submissionId = await openSubmission(db, submission);
  await keepVersions(db, { ...submission, reason: 'submit', submissionId });
  await closeSubmission(db, submissionId, { verdict: passed, contentHash: 'v1' });
  await mergeGuest(db, guest, account);
  expect(await draftVersionsOf(db, { ...key, learnerId: account })).toMatchObject([
    { source: 'x', reason: 'submit', verdict: { status: 'passed' } },
  ]);
});

test('lessons done and questions answered on either side count', async () => {
  using db = temporaryDatabase();
  const { guest, account } = await twoLearners(db);
  await markLesson(db, { learnerId: guest, lessonId: 'queues', done: true }, new Date(1000));
  await markLesson(db, { learnerId: account, lessonId: 'queues', done: true }, new Date(2000));
  await markLesson(db, { learnerId: account, lessonId: 'caches', done: false }, new Date(2000));
  await markLesson(db, { learnerId: guest, lessonId: 'caches', done: true }, new Date(3000));
  await answerCheck(db, { learnerId: guest, lessonId: 'queues', checkId: 'fifo', correct: true });
  await answerCheck(db, { learnerId: account, lessonId: 'queues', checkId: 'fifo', correct: false });
  await mergeGuest(db, guest, account);
  expect(await lessonsOf(db, account)).toEqual({
    queues: { doneAt: new Date(1000), checks: { fifo: { correct: true, attempts: 2, firstCorrect: false } } },
    caches: { doneAt: new Date(3000), checks: {} },
  });
});

test('the last visit is the later one of the two', async () => {
  using db = temporaryDatabase();
  const { guest, account } = await twoLearners(db);
  await recordVisit(db, account, { kind: 'lesson', id: 'queues' }, new Date(2000));
  await recordVisit(db, guest, { kind: 'exercise', id: 'sums' }, new Date(3000));
  await recordVisit(db, guest, { kind: 'lesson', id: 'queues' }, new Date(1000));
  await mergeGuest(db, guest, account);
  expect(await lastVisitOf(db, account)).toEqual({ kind: 'exercise', id: 'sums' });
});

test('the guest is gone afterwards, and merging again or merging an account does nothing', async () => {
  using db = temporaryDatabase();
  const { guest, account } = await twoLearners(db);
  await submit(db, guest, 'sums', passed, 1000);
  await mergeGuest(db, guest, account);
  await mergeGuest(db, guest, account);
  await mergeGuest(db, account, account);
  expect(await guestByToken(db, 'token')).toBeNull();
  expect(await exerciseProgressOf(db, account, 'sums')).toMatchObject({ attempts: 1 });
});
