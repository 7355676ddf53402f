import { and, count, desc, eq, gte, isNotNull, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from './client.ts';
import { dayOf } from './figures.ts';
import {
  exerciseDays,
  learners,
  lessonProgress,
  progress,
  sessions,
  submissions,
  testFailures,
  users,
  visits,
} from './tables.ts';

const dayMs = 86_400_000;

export type HandedIn = { attempts: number; passes: number; unavailable: number };

/** What was handed in on the day of `now`, in UTC. */
export async function handedInToday(db: Db, now = new Date()): Promise<HandedIn> {
  const [row] = handedInByDay(db, dayOf(now));
  return row ?? { attempts: 0, passes: 0, unavailable: 0 };
}

function handedInByDay(db: Db, since: number) {
  return db
    .select({
      day: exerciseDays.day,
      attempts: sum(exerciseDays.attempts),
      passes: sum(exerciseDays.passes),
      unavailable: sum(exerciseDays.unavailable),
    })
    .from(exerciseDays)
    .where(gte(exerciseDays.day, since))
    .groupBy(exerciseDays.day)
    .all();
}

const sum = (column: SQLiteColumn) => sql<number>`sum(${column})`;

export type Day = { day: Date; accounts: number; active: number; attempts: number; passes: number };

/** The last `days` days in UTC, today first: new accounts, learners who handed something in, and what they did. */
export async function lastDays(db: Db, days: number, now = new Date()): Promise<Day[]> {
  const today = dayOf(now);
  const first = today - days + 1;
  const since = new Date(first * dayMs);
  const inDays = (column: typeof users.createdAt | typeof submissions.createdAt) =>
    sql<number>`${column} / ${sql.raw(String(dayMs))}`;
  const accounts = new Map(
    db
      .select({ day: inDays(users.createdAt), count: count() })
      .from(users)
      .where(gte(users.createdAt, since))
      .groupBy(inDays(users.createdAt))
      .all()
      .map((row) => [row.day, row.count]),
  );
  const active = new Map(
    db
      .select({ day: inDays(submissions.createdAt), count: sql<number>`count(distinct ${submissions.learnerId})` })
      .from(submissions)
      .where(gte(submissions.createdAt, since))
      .groupBy(inDays(submissions.createdAt))
      .all()
      .map((row) => [row.day, row.count]),
  );
  const handedIn = new Map(handedInByDay(db, first).map((row) => [row.day, row]));
  return Array.from({ length: days }, (_, ago) => {
    const day = today - ago;
    const { attempts = 0, passes = 0 } = handedIn.get(day) ?? {};
    return {
      day: new Date(day * dayMs),
      accounts: accounts.get(day) ?? 0,
      active: active.get(day) ?? 0,
      attempts,
      passes,
    };
  });
}

/** Learners who handed something in within the last `days` days. */
export async function activeWithin(db: Db, days: number, now = new Date()): Promise<number> {
  const row = db
    // The plus keeps SQLite from counting through the index by learner, which would read every submission there is.
    .select({ count: sql<number>`count(distinct +${submissions.learnerId})` })
    .from(submissions)
    .where(gte(submissions.createdAt, new Date(now.getTime() - days * dayMs)))
    .get();
  return row?.count ?? 0;
}

export async function totals(db: Db): Promise<{ accounts: number; guests: number }> {
  const accounts = db.select({ count: count() }).from(users).get()?.count ?? 0;
  const guests =
    db.select({ count: count() }).from(learners).where(isNotNull(learners.guestTokenHash)).get()?.count ?? 0;
  return { accounts, guests };
}

export type Account = {
  id: string;
  email: string;
  role: 'learner' | 'owner';
  createdAt: Date;
  lastActiveAt: Date | null;
  exercisesPassed: number;
};

/** Newest first. What they wrote is nobody's business here. */
export async function accountsOf(db: Db, { limit, offset }: { limit: number; offset: number }): Promise<Account[]> {
  const page = db
    .select({ id: users.id, email: users.email, role: users.role, createdAt: users.createdAt, learnerId: learners.id })
    .from(users)
    .leftJoin(learners, eq(learners.userId, users.id))
    .orderBy(desc(users.createdAt), desc(users.id))
    .limit(limit)
    .offset(offset)
    .all();
  return page.map(({ learnerId, ...account }) => ({
    ...account,
    lastActiveAt: lastActive(db, account.id, learnerId ?? ''),
    exercisesPassed:
      db
        .select({ count: count() })
        .from(progress)
        .where(and(eq(progress.learnerId, learnerId ?? ''), eq(progress.status, 'passed')))
        .get()?.count ?? 0,
  }));
}

function lastActive(db: Db, userId: string, learnerId: string): Date | null {
  const newest = [
    db
      .select({ at: sql<number | null>`max(${sessions.lastSeenAt})` })
      .from(sessions)
      .where(eq(sessions.userId, userId))
      .get(),
    db
      .select({ at: sql<number | null>`max(${visits.visitedAt})` })
      .from(visits)
      .where(eq(visits.learnerId, learnerId))
      .get(),
    db
      .select({ at: sql<number | null>`max(${progress.lastAt})` })
      .from(progress)
      .where(eq(progress.learnerId, learnerId))
      .get(),
    db
      .select({ at: sql<number | null>`max(${lessonProgress.updatedAt})` })
      .from(lessonProgress)
      .where(eq(lessonProgress.learnerId, learnerId))
      .get(),
  ];
  const at = Math.max(...newest.map((row) => row?.at ?? 0));
  return at > 0 ? new Date(at) : null;
}

export type ExerciseFigures = {
  exerciseId: string;
  attempts: number;
  learners: number;
  firstTryPasses: number;
};

/** Every exercise that was handed in within the last `days` days. A learner is counted on the day of their first try. */
export async function exerciseFigures(db: Db, days: number, now = new Date()): Promise<ExerciseFigures[]> {
  return db
    .select({
      exerciseId: exerciseDays.exerciseId,
      attempts: sum(exerciseDays.attempts),
      learners: sum(exerciseDays.firstTries),
      firstTryPasses: sum(exerciseDays.firstTryPasses),
    })
    .from(exerciseDays)
    .where(gte(exerciseDays.day, dayOf(now) - days + 1))
    .groupBy(exerciseDays.exerciseId)
    .all();
}

export type WorstTest = {
  exerciseId: string;
  contentHash: string;
  testName: string;
  failures: number;
  attempts: number;
};

/** The test that each version of each exercise was failed by most often, and out of how many submissions of it. */
export async function worstTests(db: Db): Promise<WorstTest[]> {
  const attempts = new Map(
    db
      .select({
        exerciseId: exerciseDays.exerciseId,
        contentHash: exerciseDays.contentHash,
        attempts: sum(exerciseDays.attempts),
      })
      .from(exerciseDays)
      .groupBy(exerciseDays.exerciseId, exerciseDays.contentHash)
      .all()
      .map((row) => [`${row.exerciseId} ${row.contentHash}`, row.attempts]),
  );
  return db
    .select({
      exerciseId: testFailures.exerciseId,
      contentHash: testFailures.contentHash,
      // Beside max() SQLite takes other columns from the row that has it.
      testName: testFailures.testName,
      failures: sql<number>`max(${testFailures.failures})`,
    })
    .from(testFailures)
    .groupBy(testFailures.exerciseId, testFailures.contentHash)
    .all()
    .map((row) => ({ ...row, attempts: attempts.get(`${row.exerciseId} ${row.contentHash}`) ?? row.failures }));
}
