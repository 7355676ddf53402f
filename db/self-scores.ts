import { eq, lt } from 'drizzle-orm';
import type { Db, Transaction } from './client.ts';
import { selfScores } from './tables.ts';

export type SelfScore = typeof selfScores.$inferSelect;

/** Keeps how a learner scored their own text; a later score takes the place of the one before. */
export async function saveSelfScore(
  db: Db,
  score: Omit<SelfScore, 'scoredAt' | 'points'>,
  now = new Date(),
): Promise<SelfScore> {
  const points = Object.values(score.scores).reduce((sum, each) => sum + each, 0);
  const row = { ...score, points, scoredAt: now };
  db.insert(selfScores)
    .values(row)
    .onConflictDoUpdate({ target: [selfScores.learnerId, selfScores.exerciseId], set: row })
    .run();
  return row;
}

/** By exercise. */
export async function selfScoresOf(db: Db, learnerId: string): Promise<Record<string, SelfScore>> {
  const rows = db.select().from(selfScores).where(eq(selfScores.learnerId, learnerId)).all();
  return Object.fromEntries(rows.map((row) => [row.exerciseId, row]));
}

/** Belongs into the merge of a guest: of two scores for one exercise the newer one is what they think of it now. */
export function mergeSelfScores(tx: Transaction, guestId: string, learnerId: string): void {
  for (const theirs of tx.select().from(selfScores).where(eq(selfScores.learnerId, guestId)).all()) {
    const row = { ...theirs, learnerId };
    const isOlder = lt(selfScores.scoredAt, theirs.scoredAt);
    tx.insert(selfScores)
      .values(row)
      .onConflictDoUpdate({ target: [selfScores.learnerId, selfScores.exerciseId], set: row, setWhere: isOlder })
      .run();
  }
}
