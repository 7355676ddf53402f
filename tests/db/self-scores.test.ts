import { expect, test } from 'vitest';
import { createGuest, learnerOfUser } from '#db/learners';
import { mergeGuest } from '#db/merge';
import { exerciseProgressOf } from '#db/progress';
import { saveSelfScore, selfScoresOf } from '#db/self-scores';
import { learners } from '#db/tables';
import { createUser } from '#db/users';
import type { Db } from '#db/client';
import { temporaryDatabase } from './temporary-database.ts';

const score = (learnerId: string, exerciseId: string, scores: Record<string, number>) => ({
  learnerId,
  exerciseId,
  scores,
  pointsMax: 6,
  contentHash: 'v1',
});

async function twoLearners(db: Db) {
  const user = await createUser(db, { email: 'ann@example.org', name: null, passwordHash: null });
  return { guest: await createGuest(db, 'token'), account: await learnerOfUser(db, user!.id) };
}

test('the latest score stands, with its sum, and makes no progress', async () => {
  using db = temporaryDatabase();
  const guest = await createGuest(db, 'token');
  await saveSelfScore(db, score(guest, 'note', { one: 2, two: 0 }), new Date(1000));
  await saveSelfScore(db, score(guest, 'note', { one: 2, two: 1 }), new Date(2000));
  expect(await selfScoresOf(db, guest)).toMatchObject({
    note: { scores: { one: 2, two: 1 }, points: 3, pointsMax: 6, scoredAt: new Date(2000) },
  });
  expect(await exerciseProgressOf(db, guest, 'note')).toBeNull();
});

test('a merge moves scores, and of two the newer one stays, on either side', async () => {
  using db = temporaryDatabase();
  const { guest, account } = await twoLearners(db);
  await saveSelfScore(db, score(guest, 'only-guest', { one: 1 }), new Date(1000));
  await saveSelfScore(db, score(guest, 'guest-newer', { one: 1 }), new Date(3000));
  await saveSelfScore(db, score(account, 'guest-newer', { one: 2 }), new Date(2000));
  await saveSelfScore(db, score(guest, 'account-newer', { one: 1 }), new Date(2000));
  await saveSelfScore(db, score(account, 'account-newer', { one: 2 }), new Date(3000));
  await mergeGuest(db, guest, account);
  const points = Object.entries(await selfScoresOf(db, account)).map(([id, row]) => [id, row.points]);
  expect(Object.fromEntries(points)).toEqual({ 'only-guest': 1, 'guest-newer': 1, 'account-newer': 2 });
  expect(await selfScoresOf(db, guest)).toEqual({});
});

test('scores go with the learner they belong to', async () => {
  using db = temporaryDatabase();
  const guest = await createGuest(db, 'token');
  await saveSelfScore(db, score(guest, 'note', { one: 2 }));
  db.delete(learners).run();
  expect(await selfScoresOf(db, guest)).toEqual({});
});
