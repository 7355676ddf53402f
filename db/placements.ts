import { eq, lt } from 'drizzle-orm';
import type { Db, Transaction } from './client.ts';
import type { PlacementAnswer } from './schema/placements.ts';
import { placements } from './tables.ts';

export type Placement = typeof placements.$inferSelect;
export type { PlacementAnswer };

export async function placementOf(db: Db, learnerId: string): Promise<Placement | null> {
  return db.select().from(placements).where(eq(placements.learnerId, learnerId)).get() ?? null;
}

/** Begins anew: a placement may be taken again, and a level picked by hand (`chosenLevel`) needs no questions. */
export async function startPlacement(
  db: Db,
  start: Pick<Placement, 'learnerId' | 'seed' | 'chosenLevel'>,
  now = new Date(),
): Promise<Placement> {
  const row = { ...start, answers: [], startedAt: now, updatedAt: now };
  db.insert(placements).values(row).onConflictDoUpdate({ target: placements.learnerId, set: row }).run();
  return row;
}

/**
 * Adds an answer when it is the one after `answered` others, and resolves to the placement as it is then. A request
 * that came twice, or from a tab that is behind, adds nothing.
 */
export async function answerPlacement(
  db: Db,
  learnerId: string,
  { answered, answer }: { answered: number; answer: PlacementAnswer },
  now = new Date(),
): Promise<Placement | null> {
  return db.transaction(
    (tx) => {
      const row = tx.select().from(placements).where(eq(placements.learnerId, learnerId)).get();
      if (!row || row.answers.length !== answered) return row ?? null;
      const next = { ...row, answers: [...row.answers, answer], updatedAt: now };
      tx.update(placements).set(next).where(eq(placements.learnerId, learnerId)).run();
      return next;
    },
    { behavior: 'immediate' },
  );
}

/** Belongs into the merge of a guest: the placement taken last says more. */
export function mergePlacements(tx: Transaction, guestId: string, learnerId: string): void {
  const theirs = tx.select().from(placements).where(eq(placements.learnerId, guestId)).get();
  if (!theirs) return;
  const row = { ...theirs, learnerId };
  tx.insert(placements)
    .values(row)
    .onConflictDoUpdate({
      target: placements.learnerId,
      set: row,
      setWhere: lt(placements.updatedAt, theirs.updatedAt),
    })
    .run();
}
