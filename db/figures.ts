import { and, eq, sql } from 'drizzle-orm';
import type { Verdict } from '#lib/verdict';
import type { Db, Transaction } from './client.ts';
import { activeDays, exerciseDays, exerciseVersions, learners, marks, progress, testFailures } from './tables.ts';

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
 * Counts a learner who hands something in, once a day, and remembers when. Belongs into the transaction that stores the
 * submission.
 */
export function countActive(tx: Transaction, learnerId: string, now: Date): void {
  const is = eq(learners.id, learnerId);
  const before = tx.select({ at: learners.lastSubmissionAt }).from(learners).where(is).get()?.at;
  tx.update(learners).set({ lastSubmissionAt: now }).where(is).run();
  if (before && dayOf(before) >= dayOf(now)) return;
  tx.insert(activeDays)
    .values({ day: dayOf(now), learners: 1 })
    .onConflictDoUpdate({ target: activeDays.day, set: { learners: sql`${activeDays.learners} + 1` } })
    .run();
}

/**
 * Counts a guest and the account that they sign in to as one learner, on each day on which both handed something in.
 * Belongs into the merge, before anything moves.
 */
export function countActiveOnce(tx: Transaction, guestId: string, accountId: string): void {
  const daysOf = (learnerId: string) => sql`
    select created_at / ${sql.raw(String(dayMs))} from submissions
    where learner_id = ${learnerId} and imported_at is null`;
  tx.run(sql`
    update active_days set learners = learners - 1
    where day in (${daysOf(guestId)} intersect ${daysOf(accountId)})`);
}

/** The same of what was handed in before there were such counts, once in a database's life, before the first request. */
export async function countEarlierActivity(db: Db, now = new Date()): Promise<boolean> {
  return db.transaction(
    (tx) => {
      const marked = tx.insert(marks).values({ name: 'activity-counted', at: now }).onConflictDoNothing().run();
      if (marked.changes === 0) return false;
      tx.run(sql`
        update learners set last_submission_at =
          (select max(created_at) from submissions where submissions.learner_id = learners.id and imported_at is null)`);
      tx.run(sql`
        insert into active_days (day, learners)
        select created_at / ${sql.raw(String(dayMs))} as day, count(distinct learner_id)
        from submissions where imported_at is null group by day
        on conflict (day) do update set learners = excluded.learners`);
      return true;
    },
    { behavior: 'immediate' },
  );
}

/**
 * Counts what was closed before there were counts, once in a database's life. Call it before the first request: what is
 * closed meanwhile would be counted twice. Resolves to false when it has been done before. In SQL alone, because the
 * verdicts of a large server would fill the memory.
 */
export async function countEarlierSubmissions(db: Db, now = new Date()): Promise<boolean> {
  return db.transaction(
    (tx) => {
      const marked = tx.insert(marks).values({ name: 'submissions-counted', at: now }).onConflictDoNothing().run();
      if (marked.changes === 0) return false;
      tx.run(earlierDays(now));
      tx.run(earlierVersions);
      tx.run(earlierFailures(now));
      return true;
    },
    { behavior: 'immediate' },
  );
}

/**
 * The same as `count` for each. Whether the solution had been seen is known only where the exercise was not passed
 * without it, so that of earlier passes none counts for less than it should.
 */
const earlierDays = (before: Date) => sql`
  insert into exercise_days
    (day, exercise_id, content_hash, attempts, passes, first_tries, first_try_passes, unavailable)
  select
    day, exercise_id, content_hash, sum(graded), sum(passed), sum(graded and nth = 1),
    sum(passed and nth = 1 and not solution_seen), sum(not graded)
  from (
    select
      closed_at / ${sql.raw(String(dayMs))} as day, exercise_id, content_hash,
      verdict_status <> 'unavailable' as graded, verdict_status = 'passed' as passed,
      row_number() over (
        partition by learner_id, exercise_id, verdict_status <> 'unavailable' order by created_at, rowid
      ) as nth,
      coalesce((
        select solution_seen from progress
        where progress.learner_id = submissions.learner_id and progress.exercise_id = submissions.exercise_id
      ), 0) as solution_seen
    from submissions where closed_at < ${before.getTime()}
  )
  group by day, exercise_id, content_hash`;

/** Of a database that has its days already, a migration did the same. */
const earlierVersions = sql`
  insert into exercise_versions (exercise_id, content_hash, attempts)
  select exercise_id, content_hash, sum(attempts) from exercise_days where attempts > 0
  group by exercise_id, content_hash`;

const earlierFailures = (before: Date) => sql`
  insert into test_failures (exercise_id, content_hash, test_name, failures)
  select exercise_id, content_hash, substr(test.value ->> 'name', 1, ${nameCharsMax}) as test_name, count(distinct submissions.id)
  from submissions, json_each(verdict, '$.tests') as test
  where closed_at < ${before.getTime()} and verdict_status in ('failed', 'errored')
    and test.value ->> 'status' in ('failed', 'errored')
    and test.value ->> '$.answer.type' is not 'false-mark'
  group by exercise_id, content_hash, test_name`;

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
  if (!graded) return;
  tx.insert(exerciseVersions)
    .values({ exerciseId, contentHash, attempts: 1 })
    .onConflictDoUpdate({
      target: [exerciseVersions.exerciseId, exerciseVersions.contentHash],
      set: { attempts: sql`${exerciseVersions.attempts} + 1` },
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
