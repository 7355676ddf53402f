import { getTableName } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '#db/client';
import { clearDeleted, clearLearner } from '#db/deletion';
import { createGuest, deleteExpiredGuests, deleteGuest, guestByToken, learnerOfUser } from '#db/learners';
import { mergeGuest } from '#db/merge';
import { activeWithin, totals } from '#db/operator';
import { progressOf } from '#db/progress';
import { openReportCount, saveReport } from '#db/reports';
import { createSession, sessionById } from '#db/sessions';
import { closeSubmission, openSubmission, openSubmissions } from '#db/submissions';
import * as tables from '#db/tables';
import { createUser, deleteUser, userByEmail } from '#db/users';
import { temporaryDatabase } from './temporary-database.ts';
import { passed } from './verdicts.ts';

const ann = { email: 'ann@example.org', name: null, passwordHash: null };
const submission = { exerciseId: 'sums', contentHash: 'v1', files: { 'solution.ts': 'x' } };

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

async function handIn(db: Db, learnerId: string): Promise<void> {
  const id = await openSubmission(db, { ...submission, learnerId });
  await closeSubmission(db, id, { verdict: passed, contentHash: 'v1' });
}

/** An account with more than one step takes, and things that others would come across. */
async function busyAccount(db: Db) {
  const { id: userId } = (await createUser(db, ann))!;
  const learnerId = await learnerOfUser(db, userId);
  await handIn(db, learnerId);
  await openSubmission(db, { ...submission, learnerId });
  addAnswers(db, learnerId, 250);
  const about = { itemKind: 'lesson', itemId: 'adding', contentHash: 'v1', version: '1', kind: 'other' } as const;
  await saveReport(db, { learnerId, ...about, text: 'x', files: null });
  return { userId, learnerId, sessionId: await createSession(db, { userId, userAgent: null }) };
}

function addAnswers(db: Db, learnerId: string, count: number): void {
  const answer = { learnerId, lessonId: 'adding', checkId: 'carry', correct: true, answeredAt: new Date(0) };
  db.insert(tables.checkAnswers)
    .values(Array.from({ length: count }, () => answer))
    .run();
}

/** How many rows of all tables are this learner's. */
function rowsLeft(db: Db, learnerId: string): number {
  const personal = Object.values(tables).filter((table) => 'learnerId' in table);
  return personal.reduce((sum, table) => {
    const counted = db.$client
      .prepare(`select count(*) as rows from ${getTableName(table)} where learner_id = ?`)
      .get(learnerId) as { rows: number };
    return sum + counted.rows;
  }, 0);
}

const learnerIds = (db: Db) => db.$client.prepare('select id from learners').pluck().all();

test('a learner is removed in steps of a hundred rows at most, and others are answered between them', async () => {
  using db = temporaryDatabase();
  const { userId, learnerId } = await busyAccount(db);
  const other = await createGuest(db, 'other');
  const deletion = deleteUser(db, userId);
  const left = [rowsLeft(db, learnerId)];
  while (learnerIds(db).includes(learnerId)) {
    await turn();
    expect(await guestByToken(db, 'other')).toBe(other);
    left.push(rowsLeft(db, learnerId));
  }
  const steps = left.slice(1).map((rows, index) => left[index]! - rows);
  expect(Math.max(...steps)).toBe(100);
  expect(await deletion).toBe(true);
  expect(left.at(-1)).toBe(0);
  expect(await deleteUser(db, userId)).toBe(false);
});

test('from the first step on a deleted account is not there, for its learner, for owners and for the grader', async () => {
  using db = temporaryDatabase();
  const { userId, learnerId, sessionId } = await busyAccount(db);
  expect([await activeWithin(db, 1), await openReportCount(db)]).toEqual([1, 1]);
  const deletion = deleteUser(db, userId);
  expect(await sessionById(db, sessionId)).toBeNull();
  expect(await userByEmail(db, ann.email)).toBeNull();
  expect(await totals(db)).toEqual({ accounts: 0, guests: 0 });
  expect([await activeWithin(db, 1), await openReportCount(db)]).toEqual([0, 0]);
  expect(await openSubmissions(db)).toEqual([]);
  const again = (await createUser(db, ann))!;
  expect(await learnerOfUser(db, again.id)).not.toBe(learnerId);
  // All of this was asked before a single step was done.
  expect(rowsLeft(db, learnerId)).toBeGreaterThan(250);
  await deletion;
  expect(rowsLeft(db, learnerId)).toBe(0);
});

test('from the first step on a deleted guest is nobody, and is not brought into an account either', async () => {
  using db = temporaryDatabase();
  const { learnerId: account } = await busyAccount(db);
  const guest = await createGuest(db, 'token');
  await openSubmission(db, { ...submission, exerciseId: 'shop', learnerId: guest });
  await closeSubmission(db, (await openSubmissions(db)).find(({ learnerId }) => learnerId === guest)!.id, {
    verdict: passed,
    contentHash: 'v1',
  });
  const deletion = deleteGuest(db, guest);
  expect(await guestByToken(db, 'token')).toBeNull();
  expect(await guestByToken(db, `deleted:${guest}`)).toBeNull();
  expect(await totals(db)).toEqual({ accounts: 1, guests: 0 });
  await mergeGuest(db, guest, account);
  expect(rowsLeft(db, guest)).toBeGreaterThan(0);
  expect((await progressOf(db, account)).map(({ exerciseId }) => exerciseId)).toEqual(['sums']);
  expect(await deletion).toBe(true);
  expect(await deleteGuest(db, guest)).toBe(false);
  expect(await deleteGuest(db, account)).toBe(false);
});

test('what a request stores that was under way goes along', async () => {
  using db = temporaryDatabase();
  const { userId, learnerId } = await busyAccount(db);
  const deletion = deleteUser(db, userId);
  await turn();
  await turn();
  addAnswers(db, learnerId, 3);
  await handIn(db, learnerId);
  await deletion;
  expect([rowsLeft(db, learnerId), learnerIds(db)]).toEqual([0, []]);
});

test('expired guests are hidden at once and removed afterwards, and nobody else is', async () => {
  using db = temporaryDatabase();
  const [old, young] = [await createGuest(db, 'old', new Date(0)), await createGuest(db, 'young')];
  for (const learnerId of [old, young]) addAnswers(db, learnerId, 3);
  expect(await deleteExpiredGuests(db)).toBe(1);
  expect(await deleteExpiredGuests(db)).toBe(0);
  expect([await guestByToken(db, 'old'), rowsLeft(db, old)]).toEqual([null, 3]);
  await clearDeleted(db);
  expect([learnerIds(db), rowsLeft(db, old), rowsLeft(db, young)]).toEqual([[young], 0, 3]);
});

test('two who remove the same learner do not get in each other’s way', async () => {
  using db = temporaryDatabase();
  const { userId, learnerId } = await busyAccount(db);
  await Promise.all([deleteUser(db, userId), clearDeleted(db), clearLearner(db, learnerId)]);
  expect([rowsLeft(db, learnerId), learnerIds(db)]).toEqual([0, []]);
});
