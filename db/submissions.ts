import { and, asc, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import { newId } from '#lib/ids';
import type { LearnerFiles, Verdict } from '#lib/verdict';
import type { Db } from './client.ts';
import { countActive, countSubmission } from './figures.ts';
import { countAttempt } from './progress.ts';
import { rateCard } from './review-cards.ts';
import { mockSubmissions, submissions } from './tables.ts';

export type OpenSubmission = {
  id: string;
  learnerId: string;
  exerciseId: string;
  contentHash: string;
  files: LearnerFiles;
};

/** Stores a submission before it is graded. Resolves to its id once it is on disk. */
export async function openSubmission(
  db: Db,
  submission: Omit<OpenSubmission, 'id'>,
  now = new Date(),
): Promise<string> {
  const id = newId('sub');
  db.transaction(
    (tx) => {
      tx.insert(submissions)
        .values({ id, ...submission, createdAt: now })
        .run();
      countActive(tx, submission.learnerId, now);
    },
    { behavior: 'immediate' },
  );
  return id;
}

/**
 * The same under the browser's key, once: null when the learner has handed it in before. `mock` is the part of a mock
 * interview in which it was made.
 */
export async function openSubmissionOnce(
  db: Db,
  submission: Omit<OpenSubmission, 'id'> & { clientKey: string; mock?: { mockId: string; partId: string } },
  now = new Date(),
): Promise<string | null> {
  const { mock, ...row } = submission;
  return db.transaction(
    (tx) => {
      const opened = tx
        .insert(submissions)
        .values({ id: newId('sub'), ...row, createdAt: now })
        .onConflictDoNothing({ target: [submissions.learnerId, submissions.clientKey] })
        .returning({ id: submissions.id })
        .get();
      if (!opened) return null;
      countActive(tx, row.learnerId, now);
      if (mock) {
        tx.insert(mockSubmissions)
          .values({ submissionId: opened.id, learnerId: row.learnerId, ...mock })
          .run();
      }
      return opened.id;
    },
    { behavior: 'immediate' },
  );
}

/** What the learner has handed in under this key, be it open or closed with a verdict. */
export async function submissionByKey(db: Db, learnerId: string, clientKey: string) {
  const row = db
    .select({ id: submissions.id, verdict: submissions.verdict })
    .from(submissions)
    .where(and(eq(submissions.learnerId, learnerId), eq(submissions.clientKey, clientKey)))
    .get();
  return row ?? null;
}

/**
 * Closes a submission with its verdict and counts it in the learner's progress and reviews, all or nothing. Closing it twice does
 * nothing the second time, so a submission counts once however often it is graded. `unavailable` closes without
 * counting: the fault is ours, and the learner sends the same code again, under the same key if it had one. `contentHash` is what it was graded against.
 */
export async function closeSubmission(
  db: Db,
  id: string,
  { verdict, contentHash }: { verdict: Verdict; contentHash: string },
  now = new Date(),
): Promise<void> {
  const tests = verdict.status === 'unavailable' ? [] : verdict.tests;
  db.transaction(
    (tx) => {
      const closed = tx
        .update(submissions)
        .set({
          closedAt: now,
          contentHash,
          verdict,
          verdictStatus: verdict.status,
          ...(verdict.status === 'unavailable' && { clientKey: null }),
          passedTests: tests.filter((test) => test.status === 'passed').length,
          totalTests: tests.length,
        })
        .where(and(eq(submissions.id, id), isNull(submissions.closedAt)))
        .returning({ learnerId: submissions.learnerId, exerciseId: submissions.exerciseId })
        .get();
      if (!closed) return;
      countSubmission(tx, { ...closed, contentHash, verdict }, now);
      if (verdict.status === 'unavailable') return;
      const passed = verdict.status === 'passed';
      countAttempt(tx, { ...closed, contentHash, passed }, now);
      rateCard(tx, { learnerId: closed.learnerId, kind: 'exercise', itemId: closed.exerciseId }, passed, now);
    },
    { behavior: 'immediate' },
  );
}

/** What a crash or a restart left ungraded, oldest first. */
export async function openSubmissions(db: Db): Promise<OpenSubmission[]> {
  return db
    .select({
      id: submissions.id,
      learnerId: submissions.learnerId,
      exerciseId: submissions.exerciseId,
      contentHash: submissions.contentHash,
      files: submissions.files,
    })
    .from(submissions)
    .where(isNull(submissions.closedAt))
    .orderBy(asc(submissions.createdAt));
}

/** Null unless it is this learner's. */
export async function submissionOf(db: Db, learnerId: string, id: string) {
  const row = db
    .select({
      id: submissions.id,
      exercise: submissions.exerciseId,
      verdict: submissions.verdict,
      createdAt: submissions.createdAt,
      importedAt: submissions.importedAt,
      files: submissions.files,
    })
    .from(submissions)
    .where(and(eq(submissions.id, id), eq(submissions.learnerId, learnerId)))
    .get();
  return row ? { ...row, status: row.verdict ? ('closed' as const) : ('open' as const) } : null;
}

/** What the learner handed in when they last passed the exercise, by file; null when they have not. */
export async function lastPassedFiles(db: Db, learnerId: string, exerciseId: string): Promise<LearnerFiles | null> {
  const passed = and(
    eq(submissions.learnerId, learnerId),
    eq(submissions.exerciseId, exerciseId),
    eq(submissions.verdictStatus, 'passed'),
  );
  const newest = desc(submissions.createdAt);
  return db.select({ files: submissions.files }).from(submissions).where(passed).orderBy(newest).get()?.files ?? null;
}

export const submissionsListedMax = 50;

/** What a list shows of a submission. */
const listed = {
  id: submissions.id,
  exercise: submissions.exerciseId,
  createdAt: submissions.createdAt,
  verdictStatus: submissions.verdictStatus,
  passedTests: submissions.passedTests,
  totalTests: submissions.totalTests,
};

/** The learner's submissions for an exercise, newest first, at most `submissionsListedMax`. */
export async function submissionsOf(db: Db, learnerId: string, exerciseId: string) {
  const rows = db
    .select(listed)
    .from(submissions)
    .where(and(eq(submissions.learnerId, learnerId), eq(submissions.exerciseId, exerciseId)))
    .orderBy(desc(submissions.createdAt), desc(submissions.id))
    .limit(submissionsListedMax)
    .all();
  return rows.map(withStatus);
}

export type SubmissionRow = Awaited<ReturnType<typeof submissionsOf>>[number];

/**
 * The learner's submissions over all exercises, newest first. `before` is the `next` of the page before this one; a
 * cursor that cannot be read begins at the newest. `next` is null on the last page.
 */
export async function submissionPage(
  db: Db,
  learnerId: string,
  { before, limit }: { before: string | null; limit: number },
): Promise<{ rows: SubmissionRow[]; next: string | null }> {
  const [, ms, id] = /^(\d{1,15})-(sub_[\w-]{1,40})$/.exec(before ?? '') ?? [];
  const createdAt = new Date(Number(ms));
  const isOlder =
    id === undefined
      ? undefined
      : or(lt(submissions.createdAt, createdAt), and(eq(submissions.createdAt, createdAt), lt(submissions.id, id)));
  const found = db
    .select(listed)
    .from(submissions)
    // The first bound lets the index begin at the right place; the second one parts equal moments.
    .where(
      and(
        eq(submissions.learnerId, learnerId),
        id ? sql`${submissions.createdAt} <= ${Number(ms)}` : undefined,
        isOlder,
      ),
    )
    .orderBy(desc(submissions.createdAt), desc(submissions.id))
    .limit(limit + 1)
    .all();
  const rows = found.slice(0, limit).map(withStatus);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? `${last.createdAt.getTime()}-${last.id}` : null };
}

/** Tests of the newest graded submission for each of some exercises; those without one are left out. */
export async function newestTestsOf(
  db: Db,
  learnerId: string,
  exerciseIds: readonly string[],
): Promise<Record<string, { passed: number; total: number }>> {
  const newest = exerciseIds.flatMap((exerciseId) => {
    const row = db
      .select({ passed: submissions.passedTests, total: submissions.totalTests })
      .from(submissions)
      .where(
        and(
          eq(submissions.learnerId, learnerId),
          eq(submissions.exerciseId, exerciseId),
          gt(submissions.totalTests, 0),
        ),
      )
      .orderBy(desc(submissions.createdAt))
      .limit(1)
      .get();
    return row ? [[exerciseId, { passed: row.passed ?? 0, total: row.total ?? 0 }] as const] : [];
  });
  return Object.fromEntries(newest);
}

function withStatus<Row extends { verdictStatus: Verdict['status'] | null }>(row: Row) {
  return { ...row, status: row.verdictStatus ? ('closed' as const) : ('open' as const) };
}
