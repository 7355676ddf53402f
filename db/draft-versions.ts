import { and, desc, eq, inArray, max } from 'drizzle-orm';
import type { LearnerFiles } from '#lib/verdict';
import type { Db, Transaction } from './client.ts';
import { drafts, draftVersions, submissions } from './tables.ts';

export type Draft = { source: string; revision: number; updatedAt: Date };
export type DraftKey = { learnerId: string; exerciseId: string; file: string };
export type VersionReason = (typeof draftVersions.$inferSelect)['reason'];

/** Of each file; at 64 KB each, a learner's history of an exercise stays within a few megabytes. */
export const versionsKeptMax = 30;
/** The newest ones are never thinned out, whatever they were kept for. */
const versionsNewestKept = 10;

/** What goes first when there are too many: the lower, the sooner. A submission says most about a text. */
const worth: Record<VersionReason, number> = {
  edit: 0,
  run: 1,
  merge: 2,
  conflict: 2,
  restore: 2,
  reset: 2,
  submit: 3,
};

export type DraftVersion = Draft & {
  reason: VersionReason;
  /** How the submission ended, where it was one. */
  verdict: { status: string; passedTests: number; totalTests: number } | null;
};

/** Newest first. */
export async function draftVersionsOf(db: Db, key: DraftKey): Promise<DraftVersion[]> {
  const rows = db
    .select({
      revision: draftVersions.revision,
      source: draftVersions.source,
      reason: draftVersions.reason,
      updatedAt: draftVersions.updatedAt,
      status: submissions.verdictStatus,
      passedTests: submissions.passedTests,
      totalTests: submissions.totalTests,
    })
    .from(draftVersions)
    .leftJoin(submissions, eq(submissions.id, draftVersions.submissionId))
    .where(versionIs(key))
    // A merge numbers older versions anew, so the time comes first.
    .orderBy(desc(draftVersions.updatedAt), desc(draftVersions.revision))
    .all();
  return rows.map(({ status, passedTests, totalTests, ...version }) => ({
    ...version,
    verdict: status ? { status, passedTests: passedTests ?? 0, totalTests: totalTests ?? 0 } : null,
  }));
}

export type Keeping = {
  learnerId: string;
  exerciseId: string;
  files: LearnerFiles;
  reason: VersionReason;
  submissionId?: string;
};

/** Keeps what was run, submitted or is about to be replaced, file by file. The drafts themselves stay as they are. */
export async function keepVersions(db: Db, keeping: Keeping, now = new Date()): Promise<void> {
  const { learnerId, exerciseId, files, reason, submissionId } = keeping;
  db.transaction(
    (tx) => {
      for (const [file, source] of Object.entries(files)) {
        const key = { learnerId, exerciseId, file };
        const current = tx.select().from(drafts).where(draftIs(key)).get();
        // The page sends a draft and a run side by side: what is run may not be the draft yet.
        const revision = current?.source === source ? current.revision : nextRevision(tx, key, current?.revision);
        keepVersion(tx, key, { source, revision, updatedAt: now }, reason, submissionId);
        tx.update(drafts).set({ versionedAt: now }).where(draftIs(key)).run();
      }
    },
    { behavior: 'immediate' },
  );
}

/** Keeps one text. The text that was kept last is not kept twice; the better reason stays with it. */
export function keepVersion(
  tx: Transaction,
  { learnerId, exerciseId, file }: DraftKey,
  { source, revision, updatedAt }: Draft,
  reason: VersionReason,
  submissionId: string | null = null,
): void {
  const key = { learnerId, exerciseId, file };
  const last = tx
    .select()
    .from(draftVersions)
    .where(versionIs(key))
    .orderBy(desc(draftVersions.revision))
    .limit(1)
    .get();
  if (last?.source === source) {
    if (worth[reason] < worth[last.reason]) return;
    const same = and(versionIs(key), eq(draftVersions.revision, last.revision));
    tx.update(draftVersions).set({ reason, submissionId, updatedAt }).where(same).run();
    return;
  }
  tx.insert(draftVersions)
    .values({ ...key, source, revision, updatedAt, reason, submissionId })
    .onConflictDoNothing()
    .run();
  thinOut(tx, key);
}

/** Of more than `versionsKeptMax`, the oldest of the least remarkable goes: kept while editing, then run, then the rest. */
function thinOut(tx: Transaction, key: DraftKey): void {
  const rows = tx
    .select({ revision: draftVersions.revision, reason: draftVersions.reason })
    .from(draftVersions)
    .where(versionIs(key))
    .orderBy(desc(draftVersions.revision))
    .all();
  if (rows.length <= versionsKeptMax) return;
  const gone = rows
    .slice(versionsNewestKept)
    .sort((a, b) => worth[a.reason] - worth[b.reason] || a.revision - b.revision)
    .slice(0, rows.length - versionsKeptMax)
    .map(({ revision }) => revision);
  tx.delete(draftVersions)
    .where(and(versionIs(key), inArray(draftVersions.revision, gone)))
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

export function draftIs({ learnerId, exerciseId, file }: DraftKey) {
  return and(eq(drafts.learnerId, learnerId), eq(drafts.exerciseId, exerciseId), eq(drafts.file, file));
}

function versionIs({ learnerId, exerciseId, file }: DraftKey) {
  return and(
    eq(draftVersions.learnerId, learnerId),
    eq(draftVersions.exerciseId, exerciseId),
    eq(draftVersions.file, file),
  );
}
