import { and, eq, isNotNull, lt, sql } from 'drizzle-orm';
import type { Verdict } from '#lib/verdict';
import type { Db, Transaction } from './client.ts';
import { exerciseDays, marks, progress, submissions, testFailures } from './tables.ts';

const dayMs = 86_400_000;

/** Days since 1970, in UTC: what `exercise_days` calls a day. */
export const dayOf = (moment: Date): number => Math.floor(moment.getTime() / dayMs);

/** A name of a test is an author's; longer ones are cut, so that a mistake cannot fill the table. */
const nameCharsMax = 300;

type Closed = { learnerId: string; exerciseId: string; contentHash: string; verdict: Verdict };

/** Counts a submission for the operator. Belongs into the transaction that closes it, before its progress is counted. */
export function countSubmission(tx: Transaction, closed: Closed, now: Date): void {
  const { learnerId, exerciseId } = closed;
  const before = tx
    .select({ attempts: progress.attempts, solutionSeen: progress.solutionSeen })
    .from(progress)
    .where(and(eq(progress.learnerId, learnerId), eq(progress.exerciseId, exerciseId)))
    .get();
  const first = (before?.attempts ?? 0) === 0;
  count(tx, closed, { first, solutionSeen: before?.solutionSeen ?? false }, now);
}

/**
 * Counts what was closed before there were counts, once in a database's life. Call it before the first request: what is
 * closed meanwhile would be counted twice. Resolves to how many there were.
 */
export async function countEarlierSubmissions(db: Db, now = new Date()): Promise<number> {
  return db.transaction(
    (tx) => {
      const marked = tx.insert(marks).values({ name: 'submissions-counted', at: now }).onConflictDoNothing().run();
      if (marked.changes === 0) return 0;
      const tried = new Set<string>();
      let counted = 0;
      for (let after = 0, rows = chunk(tx, after, now); rows.length > 0; rows = chunk(tx, after, now)) {
        for (const { rowId, verdict, closedAt, ...row } of rows) {
          after = rowId;
          if (!verdict || !closedAt) continue;
          const key = `${row.learnerId} ${row.exerciseId}`;
          const first = verdict.status !== 'unavailable' && !tried.has(key);
          if (first) tried.add(key);
          count(tx, { ...row, verdict }, { first, solutionSeen: sawSolution(tx, row) }, closedAt);
          counted += 1;
        }
      }
      return counted;
    },
    { behavior: 'immediate' },
  );
}

/** In the order in which they were stored, and few at a time: their verdicts would fill the memory. */
function chunk(tx: Transaction, after: number, before: Date) {
  return tx
    .select({
      rowId: sql<number>`${submissions}.rowid`,
      learnerId: submissions.learnerId,
      exerciseId: submissions.exerciseId,
      contentHash: submissions.contentHash,
      verdict: submissions.verdict,
      closedAt: submissions.closedAt,
    })
    .from(submissions)
    .where(and(sql`${submissions}.rowid > ${after}`, isNotNull(submissions.closedAt), lt(submissions.closedAt, before)))
    .orderBy(sql`${submissions}.rowid`)
    .limit(500)
    .all();
}

/** Kept only where the exercise was not passed without it, so that of earlier passes none counts less than it should. */
function sawSolution(tx: Transaction, { learnerId, exerciseId }: { learnerId: string; exerciseId: string }): boolean {
  const is = and(eq(progress.learnerId, learnerId), eq(progress.exerciseId, exerciseId));
  return tx.select({ seen: progress.solutionSeen }).from(progress).where(is).get()?.seen ?? false;
}

function count(
  tx: Transaction,
  { exerciseId, contentHash, verdict }: Closed,
  { first, solutionSeen }: { first: boolean; solutionSeen: boolean },
  at: Date,
): void {
  const graded = verdict.status !== 'unavailable';
  const passed = verdict.status === 'passed';
  const add = {
    attempts: Number(graded),
    passes: Number(passed),
    firstTries: Number(graded && first),
    firstTryPasses: Number(passed && first && !solutionSeen),
    unavailable: Number(!graded),
  };
  tx.insert(exerciseDays)
    .values({ day: dayOf(at), exerciseId, contentHash, ...add })
    .onConflictDoUpdate({
      target: [exerciseDays.day, exerciseDays.exerciseId, exerciseDays.contentHash],
      set: {
        attempts: sql`${exerciseDays.attempts} + excluded.attempts`,
        passes: sql`${exerciseDays.passes} + excluded.passes`,
        firstTries: sql`${exerciseDays.firstTries} + excluded.first_tries`,
        firstTryPasses: sql`${exerciseDays.firstTryPasses} + excluded.first_try_passes`,
        unavailable: sql`${exerciseDays.unavailable} + excluded.unavailable`,
      },
    })
    .run();
  for (const testName of failedTests(verdict)) {
    tx.insert(testFailures)
      .values({ exerciseId, contentHash, testName, failures: 1 })
      .onConflictDoUpdate({
        target: [testFailures.exerciseId, testFailures.contentHash, testFailures.testName],
        set: { failures: sql`${testFailures.failures} + 1` },
      })
      .run();
  }
}

/** Each name once. A mark where no defect is was chosen by the learner, so it is no test of the exercise. */
function failedTests(verdict: Verdict): Set<string> {
  if (verdict.status === 'unavailable' || verdict.status === 'passed') return new Set();
  const failed = verdict.tests.filter(
    ({ status, answer }) => (status === 'failed' || status === 'errored') && answer?.type !== 'false-mark',
  );
  return new Set(failed.map(({ name }) => name.slice(0, nameCharsMax)));
}
