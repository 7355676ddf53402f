import { eq, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { checks, lessonProgress } from './tables.ts';

export type LessonState = {
  doneAt: Date | null;
  checks: Record<string, { correct: boolean; attempts: number }>;
};

/** Lessons the learner marked or answered questions in, by id. */
export async function lessonsOf(db: Db, learnerId: string): Promise<Record<string, LessonState>> {
  const states: Record<string, LessonState> = {};
  const stateOf = (lessonId: string) => (states[lessonId] ??= { doneAt: null, checks: {} });
  for (const row of db.select().from(lessonProgress).where(eq(lessonProgress.learnerId, learnerId)).all()) {
    stateOf(row.lessonId).doneAt = row.doneAt;
  }
  for (const row of db.select().from(checks).where(eq(checks.learnerId, learnerId)).all()) {
    stateOf(row.lessonId).checks[row.checkId] = { correct: row.correct, attempts: row.attempts };
  }
  return states;
}

/** Marks or unmarks a lesson; marking it again keeps the first date. Resolves to that date or null. */
export async function markLesson(
  db: Db,
  mark: { learnerId: string; lessonId: string; done: boolean },
  now = new Date(),
): Promise<Date | null> {
  const row = db
    .insert(lessonProgress)
    .values({ learnerId: mark.learnerId, lessonId: mark.lessonId, doneAt: mark.done ? now : null, updatedAt: now })
    .onConflictDoUpdate({
      target: [lessonProgress.learnerId, lessonProgress.lessonId],
      set: {
        doneAt: mark.done ? sql`coalesce(${lessonProgress.doneAt}, ${now.getTime()})` : null,
        updatedAt: now,
      },
    })
    .returning({ doneAt: lessonProgress.doneAt })
    .get();
  return row.doneAt;
}

/**
 * Counts an answer to a question. One that is sent again under the same `clientKey`, because the answer to it was lost,
 * counts once.
 */
export async function answerCheck(
  db: Db,
  answer: { learnerId: string; lessonId: string; checkId: string; correct: boolean; clientKey?: string | undefined },
  now = new Date(),
): Promise<void> {
  db.insert(checks)
    .values({ ...answer, attempts: 1, updatedAt: now })
    .onConflictDoUpdate({
      target: [checks.learnerId, checks.lessonId, checks.checkId],
      set: {
        correct: sql`${checks.correct} or excluded.correct`,
        attempts: sql`${checks.attempts} + 1`,
        clientKey: sql`excluded.client_key`,
        updatedAt: now,
      },
      setWhere: sql`${checks.clientKey} is null or ${checks.clientKey} is not excluded.client_key`,
    })
    .run();
}
