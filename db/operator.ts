import { and, count, desc, eq, gte, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from './client.ts';
import { isGuest } from './deletion.ts';
import { dayOf } from './figures.ts';
import {
  activeDays,
  exerciseDays,
  exerciseVersions,
  learners,
  progress,
  sessions,
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
  const dayMade = sql<number>`${users.createdAt} / ${sql.raw(String(dayMs))}`;
  const accounts = new Map(
    db
      .select({ day: dayMade, count: count() })
      .from(users)
      .where(gte(users.createdAt, since))
      .groupBy(dayMade)
      .all()
      .map((row) => [row.day, row.count]),
  );
  const active = new Map(
    db
      .select()
      .from(activeDays)
      .where(gte(activeDays.day, first))
      .all()
      .map((row) => [row.day, row.learners]),
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
  const since = new Date(now.getTime() - days * dayMs);
  return db.select({ count: count() }).from(learners).where(gte(learners.lastSubmissionAt, since)).get()?.count ?? 0;
}

export async function totals(db: Db): Promise<{ accounts: number; guests: number }> {
  const accounts = db.select({ count: count() }).from(users).get()?.count ?? 0;
  const guests = db.select({ count: count() }).from(learners).where(isGuest).get()?.count ?? 0;
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
  const seenAt = sql<number | null>`(
    select max(${sessions.lastSeenAt}) from ${sessions} where ${sessions.userId} = ${users.id})`;
  const visitedAt = sql<number | null>`(
    select max(${visits.visitedAt}) from ${visits} where ${visits.learnerId} = ${learners.id})`;
  const exercisesPassed = sql<number>`(
    select count(*) from ${progress} where ${progress.learnerId} = ${learners.id} and ${progress.status} = 'passed')`;
  const page = db
    .select({
      id: users.id,
      email: users.email,
      role: users.role,
      createdAt: users.createdAt,
      submittedAt: learners.lastSubmissionAt,
      seenAt,
      visitedAt,
      exercisesPassed,
    })
    .from(users)
    .leftJoin(learners, eq(learners.userId, users.id))
    .orderBy(desc(users.createdAt), desc(users.id))
    .limit(limit)
    .offset(offset)
    .all();
  return page.map(({ submittedAt, seenAt, visitedAt, ...account }) => {
    // Whatever else they did, they were on a page for it.
    const at = Math.max(submittedAt?.getTime() ?? 0, seenAt ?? 0, visitedAt ?? 0);
    return { ...account, lastActiveAt: at > 0 ? new Date(at) : null };
  });
}

export type ExerciseFigures = {
  exerciseId: string;
  attempts: number;
  learners: number;
  firstTryPasses: number;
};

/** Every exercise that was handed in within the last `days` days. A learner is counted on the day of their first try. */
export async function exerciseFigures(db: Db, days: number, now = new Date()): Promise<ExerciseFigures[]> {
  return (
    db
      .select({
        exerciseId: exerciseDays.exerciseId,
        attempts: sum(exerciseDays.attempts),
        learners: sum(exerciseDays.firstTries),
        firstTryPasses: sum(exerciseDays.firstTryPasses),
      })
      .from(exerciseDays)
      .where(gte(exerciseDays.day, dayOf(now) - days + 1))
      // The plus keeps SQLite from going through all days there ever were in the order of the exercises.
      .groupBy(sql`+${exerciseDays.exerciseId}`)
      .all()
  );
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
  const { exerciseId, contentHash } = testFailures;
  const isOf = and(eq(exerciseVersions.exerciseId, exerciseId), eq(exerciseVersions.contentHash, contentHash));
  return db
    .select({
      exerciseId,
      contentHash,
      // Beside max() SQLite takes other columns from the row that has it.
      testName: testFailures.testName,
      failures: sql<number>`max(${testFailures.failures})`,
      attempts: exerciseVersions.attempts,
    })
    .from(testFailures)
    .innerJoin(exerciseVersions, isOf)
    .groupBy(exerciseId, contentHash)
    .all();
}
