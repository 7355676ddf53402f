import { setImmediate as otherWork } from 'node:timers/promises';
import { and, between, eq, inArray, isNotNull, isNull, not, sql } from 'drizzle-orm';
import type { Db, Transaction } from './client.ts';
import * as tables from './tables.ts';

const { learners, reports, submissions } = tables;

/** Stands where the hash of a guest's token would: no token has such a hash, so nobody can be this learner any more. */
const mark = 'deleted:';

/** From the mark up to what sorts after everything that begins with it. */
const isDeleted = between(learners.guestTokenHash, mark, 'deleted;');

/** A guest who is still there. */
export const isGuest = and(isNotNull(learners.guestTokenHash), not(isDeleted));

/**
 * Takes a learner away from everybody, themselves first. Belongs into the transaction that deletes them: from then on
 * nobody finds what is left of them, and `clearLearner` removes it. What an owner or the grader would come across goes
 * at once.
 */
export function hideLearner(tx: Transaction, learnerId: string): void {
  tx.update(learners)
    .set({ userId: null, guestTokenHash: `${mark}${learnerId}`, lastSubmissionAt: null })
    .where(eq(learners.id, learnerId))
    .run();
  tx.delete(reports).where(eq(reports.learnerId, learnerId)).run();
  // By what an index of the learner's holds: `closed_at` is in none, and their rows are many pages long.
  const isOpen = and(eq(submissions.learnerId, learnerId), isNull(submissions.verdictStatus));
  const open = tx.select({ id: submissions.id }).from(submissions).where(isOpen);
  tx.delete(submissions).where(inArray(submissions.id, open)).run();
}

/** Removes what a process that ended has left of deleted learners. */
export async function clearDeleted(db: Db): Promise<void> {
  const left = db.select({ id: learners.id }).from(learners).where(isDeleted).all();
  for (const { id } of left) await clearLearner(db, id);
}

/** So many rows are removed at a time. */
const rowsAtATime = 100;

/** What hangs on a mock comes before it, so that no step takes more along than its own rows. */
const personal = Object.values(tables).filter((table) => 'learnerId' in table);

/**
 * Removes a hidden learner with all that is theirs, in steps between which others are answered: SQLite works in this
 * thread, and thousands of rows with code and verdicts would hold up everybody for seconds.
 */
export async function clearLearner(db: Db, learnerId: string): Promise<void> {
  for (const table of personal) {
    const some = sql`select rowid from ${table} where ${table.learnerId} = ${learnerId} limit ${rowsAtATime}`;
    do await otherWork();
    while (db.run(sql`delete from ${table} where rowid in (${some})`).changes === rowsAtATime);
  }
  // With what a request that was under way may have added meanwhile.
  db.delete(learners).where(eq(learners.id, learnerId)).run();
}
