import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Transaction } from './client.ts';
import { isGuest } from './deletion.ts';
import { draftIs, keepVersion, nextRevision, type DraftKey } from './draft-versions.ts';
import { countActiveOnce } from './figures.ts';
import { mergeGoals } from './goals.ts';
import { mergeMocks } from './mocks.ts';
import { mergePlacements } from './placements.ts';
import { mergeReviewCards } from './review-cards.ts';
import { mergeSelfScores } from './self-scores.ts';
import { mergeStories } from './stories.ts';
import {
  checkAnswers,
  checks,
  drafts,
  draftVersions,
  formerGuests,
  learners,
  lessonProgress,
  progress,
  reports,
  reveals,
  submissions,
  visits,
} from './tables.ts';

/**
 * Moves all that a guest did to an account and deletes the guest, all or nothing. The better result wins, submissions
 * and events move, the newer draft wins and the other is kept as a version. Does nothing for a guest who was merged or
 * deleted already.
 */
export async function mergeGuest(db: Db, guestId: string, accountId: string, now = new Date()): Promise<void> {
  db.transaction(
    (tx) => {
      const guest = tx
        .select({ id: learners.id })
        .from(learners)
        .where(and(eq(learners.id, guestId), isGuest))
        .get();
      if (!guest) return;
      tx.insert(formerGuests).values({ guestId, learnerId: accountId, mergedAt: now }).run();
      countActiveOnce(tx, guestId, accountId);
      moveAll(tx, guestId, accountId);
    },
    { behavior: 'immediate' },
  );
}

/** The same inside a transaction. An import goes this way too. */
export function moveAll(tx: Transaction, guestId: string, accountId: string): void {
  mergeSubmissions(tx, guestId, accountId);
  mergeLastSubmission(tx, guestId, accountId);
  tx.update(checkAnswers).set({ learnerId: accountId }).where(eq(checkAnswers.learnerId, guestId)).run();
  tx.update(reports).set({ learnerId: accountId }).where(eq(reports.learnerId, guestId)).run();
  mergeProgress(tx, guestId, accountId);
  mergeEvents(tx, guestId, accountId);
  mergeLessons(tx, guestId, accountId);
  mergeDrafts(tx, guestId, accountId);
  mergeSelfScores(tx, guestId, accountId);
  mergeReviewCards(tx, guestId, accountId);
  mergePlacements(tx, guestId, accountId);
  mergeGoals(tx, guestId, accountId);
  mergeMocks(tx, guestId, accountId);
  mergeStories(tx, guestId, accountId);
  tx.delete(learners).where(eq(learners.id, guestId)).run();
}

function mergeSubmissions(tx: Transaction, guestId: string, accountId: string) {
  // A key that both have used stays the account's; what is moved has been answered and needs none.
  const used = tx.select({ key: submissions.clientKey }).from(submissions).where(eq(submissions.learnerId, accountId));
  tx.update(submissions)
    .set({ clientKey: null })
    .where(and(eq(submissions.learnerId, guestId), inArray(submissions.clientKey, used)))
    .run();
  tx.update(submissions).set({ learnerId: accountId }).where(eq(submissions.learnerId, guestId)).run();
}

function mergeLastSubmission(tx: Transaction, guestId: string, accountId: string) {
  const last = (id: string) =>
    tx.select({ at: learners.lastSubmissionAt }).from(learners).where(eq(learners.id, id)).get()?.at ?? null;
  const [theirs, ours] = [last(guestId), last(accountId)];
  if (theirs === null || (ours && ours >= theirs)) return;
  tx.update(learners).set({ lastSubmissionAt: theirs }).where(eq(learners.id, accountId)).run();
}

type Progress = typeof progress.$inferSelect;

/** The account's exercises are few hundred at most, so one look-up a row is cheap and reads best. */
function mergeProgress(tx: Transaction, guestId: string, learnerId: string) {
  for (const theirs of tx.select().from(progress).where(eq(progress.learnerId, guestId)).all()) {
    const is = and(eq(progress.learnerId, learnerId), eq(progress.exerciseId, theirs.exerciseId));
    const ours = tx.select().from(progress).where(is).get();
    if (ours) tx.update(progress).set(better(ours, theirs)).where(is).run();
    else
      tx.insert(progress)
        .values({ ...theirs, learnerId })
        .run();
  }
}

/** What was reached comes from the better of the two; what was spent on it adds up. */
function better(ours: Progress, theirs: Progress): Partial<Progress> {
  const [best, other] = rank(theirs) > rank(ours) ? [theirs, ours] : [ours, theirs];
  const earliest = rank(best) === rank(other) && (other.passedAt ?? 0) < (best.passedAt ?? 0) ? other : best;
  return {
    status: best.status,
    passedAt: earliest.passedAt,
    passedContentHash: earliest.passedContentHash,
    // A pass without the solution stays one; short of that, a solution seen on either side was seen.
    solutionSeen: rank(best) === 2 ? false : ours.solutionSeen || theirs.solutionSeen,
    attempts: ours.attempts + theirs.attempts,
    failuresBeforePass:
      rank(best) > 0 ? earliest.failuresBeforePass : ours.failuresBeforePass + theirs.failuresBeforePass,
    hintsUsed: Math.max(ours.hintsUsed, theirs.hintsUsed),
    lastAt: ours.lastAt > theirs.lastAt ? ours.lastAt : theirs.lastAt,
    importedAt: rank(ours) === rank(theirs) && !(ours.importedAt && theirs.importedAt) ? null : best.importedAt,
  };
}

function rank(row: Progress): 0 | 1 | 2 {
  if (row.status !== 'passed') return 0;
  return row.solutionSeen ? 1 : 2;
}

function mergeEvents(tx: Transaction, guestId: string, learnerId: string) {
  for (const row of tx.select().from(reveals).where(eq(reveals.learnerId, guestId)).all()) {
    tx.insert(reveals)
      .values({ ...row, learnerId })
      .onConflictDoNothing()
      .run();
  }
  for (const row of tx.select().from(visits).where(eq(visits.learnerId, guestId)).all()) {
    tx.insert(visits)
      .values({ ...row, learnerId })
      .onConflictDoUpdate({
        target: [visits.learnerId, visits.kind, visits.itemId],
        set: { visitedAt: sql`max(${visits.visitedAt}, excluded.visited_at)` },
      })
      .run();
  }
}

function mergeLessons(tx: Transaction, guestId: string, learnerId: string) {
  for (const row of tx.select().from(lessonProgress).where(eq(lessonProgress.learnerId, guestId)).all()) {
    tx.insert(lessonProgress)
      .values({ ...row, learnerId })
      .onConflictDoUpdate({
        target: [lessonProgress.learnerId, lessonProgress.lessonId],
        // min() of a null is null in SQLite, and a lesson done on one side is done.
        set: {
          doneAt: sql`coalesce(min(${lessonProgress.doneAt}, excluded.done_at), ${lessonProgress.doneAt}, excluded.done_at)`,
          updatedAt: sql`max(${lessonProgress.updatedAt}, excluded.updated_at)`,
        },
      })
      .run();
  }
  for (const row of tx.select().from(checks).where(eq(checks.learnerId, guestId)).all()) {
    tx.insert(checks)
      .values({ ...row, learnerId })
      .onConflictDoUpdate({
        target: [checks.learnerId, checks.lessonId, checks.checkId],
        set: {
          correct: sql`${checks.correct} or excluded.correct`,
          // Whoever missed it on either side had seen the answer by the time of the other.
          firstCorrect: sql`${checks.firstCorrect} and excluded.first_correct`,
          attempts: sql`${checks.attempts} + excluded.attempts`,
          updatedAt: sql`max(${checks.updatedAt}, excluded.updated_at)`,
        },
      })
      .run();
  }
}

/** Guest and account counted revisions apart, so everything that moves gets a new one. */
function mergeDrafts(tx: Transaction, guestId: string, learnerId: string) {
  const versions = tx.select().from(draftVersions).where(eq(draftVersions.learnerId, guestId));
  for (const version of versions.orderBy(draftVersions.revision).all()) {
    const key = { learnerId, exerciseId: version.exerciseId, file: version.file };
    const revision = nextRevision(tx, key, draftAt(tx, key)?.revision);
    const { source, updatedAt, reason, submissionId } = version;
    keepVersion(tx, key, { source, revision, updatedAt }, reason, submissionId);
  }
  for (const theirs of tx.select().from(drafts).where(eq(drafts.learnerId, guestId)).all()) {
    const key = { learnerId, exerciseId: theirs.exerciseId, file: theirs.file };
    const ours = draftAt(tx, key);
    const revision = nextRevision(tx, key, ours?.revision);
    if (!ours) {
      tx.insert(drafts)
        .values({ ...theirs, learnerId, revision })
        .run();
    } else if (theirs.source !== ours.source && theirs.updatedAt > ours.updatedAt) {
      keepVersion(tx, key, { source: ours.source, revision: ours.revision, updatedAt: ours.updatedAt }, 'merge');
      tx.update(drafts).set({ source: theirs.source, updatedAt: theirs.updatedAt, revision }).where(draftIs(key)).run();
    } else if (theirs.source !== ours.source) {
      keepVersion(tx, key, { source: theirs.source, revision, updatedAt: theirs.updatedAt }, 'merge');
    }
  }
}

function draftAt(tx: Transaction, key: DraftKey) {
  return tx.select().from(drafts).where(draftIs(key)).get();
}
