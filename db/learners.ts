import { and, eq, lt } from 'drizzle-orm';
import { newId } from '#lib/ids';
import type { Db } from './client.ts';
import { clearLearner, hideLearner, isGuest } from './deletion.ts';
import { formerGuests, learners } from './tables.ts';
import { hashOfToken } from './tokens.ts';

/** Browsers forget a cookie after 400 days at the latest, so a guest older than this can never come back. */
export const guestDaysMax = 400;

/** Only the hash is stored: whoever reads the database cannot act as a guest. */
export async function createGuest(db: Db, token: string, now = new Date()): Promise<string> {
  const id = newId('lrn');
  db.insert(learners)
    .values({ id, guestTokenHash: hashOfToken(token), createdAt: now })
    .run();
  return id;
}

export async function guestByToken(db: Db, token: string): Promise<string | null> {
  const row = db
    .select({ id: learners.id })
    .from(learners)
    .where(eq(learners.guestTokenHash, hashOfToken(token)))
    .get();
  return row?.id ?? null;
}

/** The learner of a user, made when missing. */
export async function learnerOfUser(db: Db, userId: string, now = new Date()): Promise<string> {
  const read = () => db.select({ id: learners.id }).from(learners).where(eq(learners.userId, userId)).get()?.id;
  // Asked with every request: an insert would wait for whoever writes, though there is nothing to insert.
  const known = read();
  if (known !== undefined) return known;
  db.insert(learners)
    .values({ id: newId('lrn'), userId, createdAt: now })
    .onConflictDoNothing()
    .run();
  const made = read();
  if (made === undefined) throw new Error(`user ${userId} has no learner right after one was made`);
  return made;
}

/** The guests whose work has become this learner's. */
export async function formerGuestsOf(db: Db, learnerId: string): Promise<string[]> {
  const rows = db.select().from(formerGuests).where(eq(formerGuests.learnerId, learnerId)).all();
  return rows.map(({ guestId }) => guestId);
}

/** Hides guests whose cookie has expired, for `clearDeleted` to remove. Resolves to how many there were. */
export async function deleteExpiredGuests(db: Db, now = new Date()): Promise<number> {
  const oldest = new Date(now.getTime() - guestDaysMax * 86_400_000);
  const isExpired = and(isGuest, lt(learners.createdAt, oldest));
  return db.transaction(
    (tx) => {
      const expired = tx.select({ id: learners.id }).from(learners).where(isExpired).all();
      for (const { id } of expired) hideLearner(tx, id);
      return expired.length;
    },
    { behavior: 'immediate' },
  );
}

/** Deletes a guest; resolves when nothing of theirs is left. An account goes with its user (`deleteUser`). */
export async function deleteGuest(db: Db, learnerId: string): Promise<boolean> {
  const isThere = db.transaction(
    (tx) => {
      const guest = tx
        .select({ id: learners.id })
        .from(learners)
        .where(and(eq(learners.id, learnerId), isGuest))
        .get();
      if (guest) hideLearner(tx, guest.id);
      return guest !== undefined;
    },
    { behavior: 'immediate' },
  );
  if (isThere) await clearLearner(db, learnerId);
  return isThere;
}
