import { and, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { draftIs, keepVersion, nextRevision, type Draft, type DraftKey } from './draft-versions.ts';
import { drafts } from './tables.ts';

export type { Draft } from './draft-versions.ts';

/** While somebody types on, a version is kept this often; and what stood untouched this long is kept before it changes. */
const versionEveryMs = 5 * 60_000;

export async function draftsOf(db: Db, learnerId: string, exerciseId: string): Promise<Record<string, Draft>> {
  const rows = db
    .select()
    .from(drafts)
    .where(and(eq(drafts.learnerId, learnerId), eq(drafts.exerciseId, exerciseId)))
    .all();
  return Object.fromEntries(rows.map((row) => [row.file, plain(row)]));
}

export type SaveOutcome = { outcome: 'saved'; draft: Draft } | { outcome: 'conflict'; current: Draft };

/**
 * Saves a draft on top of `baseRevision`, the one the device last saw (null: none). When another device has saved
 * since, nothing is written and what it saved is kept as a version, in case the learner decides to overwrite it.
 */
export async function saveDraft(
  db: Db,
  save: DraftKey & { source: string; baseRevision: number | null },
  now = new Date(),
): Promise<SaveOutcome> {
  const { learnerId, exerciseId, file, source } = save;
  return db.transaction(
    (tx) => {
      const current = tx.select().from(drafts).where(draftIs(save)).get();
      if (current?.source === source) return { outcome: 'saved', draft: plain(current) };
      if (current && current.revision !== save.baseRevision) {
        keepVersion(tx, save, plain(current), 'conflict');
        return { outcome: 'conflict', current: plain(current) };
      }
      const isDue = current !== undefined && isVersionDue(current, now);
      if (isDue) keepVersion(tx, save, plain(current), 'edit');
      const draft = { source, revision: nextRevision(tx, save, current?.revision), updatedAt: now };
      tx.insert(drafts)
        .values({ learnerId, exerciseId, file, ...draft, versionedAt: now })
        .onConflictDoUpdate({
          target: [drafts.learnerId, drafts.exerciseId, drafts.file],
          set: isDue ? { ...draft, versionedAt: now } : draft,
        })
        .run();
      return { outcome: 'saved', draft };
    },
    { behavior: 'immediate' },
  );
}

/** Forgets the drafts of an exercise, or of one `file` of it; what they held stays as versions. */
export async function resetDrafts(db: Db, learnerId: string, exerciseId: string, file?: string): Promise<void> {
  const ofExercise = and(eq(drafts.learnerId, learnerId), eq(drafts.exerciseId, exerciseId));
  db.transaction(
    (tx) => {
      const gone = tx
        .delete(drafts)
        .where(file === undefined ? ofExercise : and(ofExercise, eq(drafts.file, file)))
        .returning()
        .all();
      for (const draft of gone) keepVersion(tx, draft, plain(draft), 'reset');
    },
    { behavior: 'immediate' },
  );
}

function isVersionDue({ updatedAt, versionedAt }: { updatedAt: Date; versionedAt: Date | null }, now: Date): boolean {
  const since = Math.min(updatedAt.getTime(), (versionedAt ?? updatedAt).getTime());
  return now.getTime() - since >= versionEveryMs;
}

function plain({ source, revision, updatedAt }: Draft): Draft {
  return { source, revision, updatedAt };
}
