import { and, desc, eq, lte, max } from 'drizzle-orm';
import type { Db, Transaction } from './client.ts';
import { drafts, draftVersions } from './tables.ts';

export type Draft = { source: string; revision: number; updatedAt: Date };
type DraftKey = { learnerId: string; exerciseId: string; file: string };

/** Older versions than this many are dropped, so that a learner's history stays within a few megabytes. */
export const versionsKeptMax = 20;

export async function draftsOf(db: Db, learnerId: string, exerciseId: string): Promise<Record<string, Draft>> {
  const rows = db
    .select()
    .from(drafts)
    .where(and(eq(drafts.learnerId, learnerId), eq(drafts.exerciseId, exerciseId)))
    .all();
  return Object.fromEntries(
    rows.map(({ file, source, revision, updatedAt }) => [file, { source, revision, updatedAt }]),
  );
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
      const draft = { source, revision: nextRevision(tx, save, current?.revision), updatedAt: now };
      tx.insert(drafts)
        .values({ learnerId, exerciseId, file, ...draft })
        .onConflictDoUpdate({ target: [drafts.learnerId, drafts.exerciseId, drafts.file], set: draft })
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

/** Newest first. */
export async function draftVersionsOf(db: Db, key: DraftKey) {
  return db
    .select({
      revision: draftVersions.revision,
      source: draftVersions.source,
      reason: draftVersions.reason,
      updatedAt: draftVersions.updatedAt,
    })
    .from(draftVersions)
    .where(versionIs(key))
    .orderBy(desc(draftVersions.revision));
}

/** Keeps replaced code. The same revision is kept once. */
export function keepVersion(
  tx: Transaction,
  { learnerId, exerciseId, file }: DraftKey,
  draft: Draft,
  reason: (typeof draftVersions.$inferSelect)['reason'],
): void {
  const key = { learnerId, exerciseId, file };
  tx.insert(draftVersions)
    .values({ ...key, ...draft, reason })
    .onConflictDoNothing()
    .run();
  const oldest = tx
    .select({ revision: draftVersions.revision })
    .from(draftVersions)
    .where(versionIs(key))
    .orderBy(desc(draftVersions.revision))
    .offset(versionsKeptMax)
    .limit(1)
    .get();
  if (oldest)
    tx.delete(draftVersions)
      .where(and(versionIs(key), lte(draftVersions.revision, oldest.revision)))
      .run();
}

/** One more than any revision the file ever had. */
export function nextRevision(tx: Transaction, key: DraftKey, current = 0): number {
  const kept = tx
    .select({ newest: max(draftVersions.revision) })
    .from(draftVersions)
    .where(versionIs(key))
    .get();
  return Math.max(current, kept?.newest ?? 0) + 1;
}

function plain({ source, revision, updatedAt }: Draft): Draft {
  return { source, revision, updatedAt };
}

function draftIs({ learnerId, exerciseId, file }: DraftKey) {
  return and(eq(drafts.learnerId, learnerId), eq(drafts.exerciseId, exerciseId), eq(drafts.file, file));
}

function versionIs({ learnerId, exerciseId, file }: DraftKey) {
  return and(
    eq(draftVersions.learnerId, learnerId),
    eq(draftVersions.exerciseId, exerciseId),
    eq(draftVersions.file, file),
  );
}
