import { and, count, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Db, Transaction } from './client.ts';
import { progress, reveals } from './tables.ts';

/** Which version was passed, only merges and exports ask for; all the rest is in an index. */
const { passedContentHash: _passedContentHash, ...listed } = getTableColumns(progress);

export type ExerciseProgress = Omit<typeof progress.$inferSelect, 'passedContentHash'>;

/** Where a learner stands with each exercise they touched. */
export async function progressOf(db: Db, learnerId: string): Promise<ExerciseProgress[]> {
  return db.select(listed).from(progress).where(eq(progress.learnerId, learnerId));
}

export async function exerciseProgressOf(
  db: Db,
  learnerId: string,
  exerciseId: string,
): Promise<typeof progress.$inferSelect | null> {
  return db.select().from(progress).where(ofExercise(learnerId, exerciseId)).get() ?? null;
}

/** Counts one graded submission; belongs into the transaction that closes it. A pass is never taken back. */
export function countAttempt(
  tx: Transaction,
  attempt: { learnerId: string; exerciseId: string; contentHash: string; passed: boolean },
  now: Date,
): void {
  const { learnerId, exerciseId } = attempt;
  const passing = {
    status: 'passed' as const,
    passedAt: sql`coalesce(${progress.passedAt}, ${now.getTime()})`,
    passedContentHash: sql`coalesce(${progress.passedContentHash}, ${attempt.contentHash})`,
    // Graded here now, whatever an import said before.
    importedAt: null,
  };
  touch(tx, learnerId, exerciseId, now);
  tx.update(progress)
    .set({
      attempts: sql`${progress.attempts} + 1`,
      lastAt: now,
      ...(attempt.passed
        ? passing
        : { failuresBeforePass: sql`${progress.failuresBeforePass} + (${progress.status} = 'attempted')` }),
    })
    .where(ofExercise(learnerId, exerciseId))
    .run();
}

/** How many hints a learner took before passing, by exercise; hints read afterwards are study, not help. */
export async function hintsBeforePassOf(db: Db, learnerId: string): Promise<Record<string, number>> {
  const rows = db
    .select({ exerciseId: reveals.exerciseId, hints: count() })
    .from(reveals)
    .where(and(eq(reveals.learnerId, learnerId), eq(reveals.kind, 'hint'), eq(reveals.beforePass, true)))
    .groupBy(reveals.exerciseId)
    .all();
  return Object.fromEntries(rows.map(({ exerciseId, hints }) => [exerciseId, hints]));
}

/**
 * Records that a hint was shown and resolves to true; false, without a record, when it is more than one ahead of the
 * hints already taken.
 */
export async function takeHint(
  db: Db,
  hint: { learnerId: string; exerciseId: string; number: number },
  now = new Date(),
): Promise<boolean> {
  const { learnerId, exerciseId, number } = hint;
  return db.transaction(
    (tx) => {
      const row = tx.select().from(progress).where(ofExercise(learnerId, exerciseId)).get();
      const taken = row?.hintsUsed ?? 0;
      if (number > taken + 1) return false;
      if (number <= taken) return true;
      touch(tx, learnerId, exerciseId, now);
      tx.update(progress).set({ hintsUsed: number }).where(ofExercise(learnerId, exerciseId)).run();
      tx.insert(reveals)
        .values({ learnerId, exerciseId, kind: 'hint', number, beforePass: row?.status !== 'passed', shownAt: now })
        .onConflictDoNothing()
        .run();
      return true;
    },
    { behavior: 'immediate' },
  );
}

/** Records that the solution was shown and resolves to true; false, without a record, before a pass or giving up. */
export async function seeSolution(
  db: Db,
  view: { learnerId: string; exerciseId: string; giveUp: boolean },
  now = new Date(),
): Promise<boolean> {
  const { learnerId, exerciseId } = view;
  return db.transaction(
    (tx) => {
      const row = tx.select().from(progress).where(ofExercise(learnerId, exerciseId)).get();
      const passed = row?.status === 'passed';
      if (!passed && !view.giveUp && !row?.solutionSeen) return false;
      touch(tx, learnerId, exerciseId, now);
      if (!passed) tx.update(progress).set({ solutionSeen: true }).where(ofExercise(learnerId, exerciseId)).run();
      tx.insert(reveals)
        .values({ learnerId, exerciseId, kind: 'solution', number: 0, beforePass: !passed, shownAt: now })
        .onConflictDoNothing()
        .run();
      return true;
    },
    { behavior: 'immediate' },
  );
}

function touch(tx: Transaction, learnerId: string, exerciseId: string, now: Date): void {
  tx.insert(progress)
    .values({ learnerId, exerciseId, status: 'attempted', lastAt: now })
    .onConflictDoUpdate({ target: [progress.learnerId, progress.exerciseId], set: { lastAt: now } })
    .run();
}

function ofExercise(learnerId: string, exerciseId: string) {
  return and(eq(progress.learnerId, learnerId), eq(progress.exerciseId, exerciseId));
}
