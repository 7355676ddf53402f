import { eq, lt } from 'drizzle-orm';
import type { Db, Transaction } from './client.ts';
import { goals } from './tables.ts';

/** More lessons than a posting can ask for. */
export const goalLessonsMax = 300;

export type Goal = typeof goals.$inferSelect;

export async function goalOf(db: Db, learnerId: string): Promise<Goal | null> {
  return db.select().from(goals).where(eq(goals.learnerId, learnerId)).get() ?? null;
}

/** Sets the learner's goal; a new one takes the place of the one before. */
export async function setGoal(
  db: Db,
  goal: Omit<Goal, 'setAt' | 'lessonIds'> & { lessonIds?: string[] | null },
  now = new Date(),
): Promise<Goal> {
  const row = { ...goal, lessonIds: goal.lessonIds ?? null, setAt: now };
  db.insert(goals).values(row).onConflictDoUpdate({ target: goals.learnerId, set: row }).run();
  return row;
}

export async function dropGoal(db: Db, learnerId: string): Promise<void> {
  db.delete(goals).where(eq(goals.learnerId, learnerId)).run();
}

/** Belongs into the merge of a guest: the goal set last is the one they have. */
export function mergeGoals(tx: Transaction, guestId: string, learnerId: string): void {
  const theirs = tx.select().from(goals).where(eq(goals.learnerId, guestId)).get();
  if (!theirs) return;
  const row = { ...theirs, learnerId };
  tx.insert(goals)
    .values(row)
    .onConflictDoUpdate({ target: goals.learnerId, set: row, setWhere: lt(goals.setAt, theirs.setAt) })
    .run();
}
