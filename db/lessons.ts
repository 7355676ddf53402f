import { eq, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { checkItem, rateCard, type ReviewCard } from './review-cards.ts';
import { checkAnswers, checks, lessonProgress } from './tables.ts';

export type LessonState = {
  doneAt: Date | null;
  checks: Record<string, { correct: boolean; attempts: number; firstCorrect: boolean }>;
};

/** Lessons the learner marked or answered questions in, by id. */
export async function lessonsOf(db: Db, learnerId: string): Promise<Record<string, LessonState>> {
  const states: Record<string, LessonState> = {};
  const stateOf = (lessonId: string) => (states[lessonId] ??= { doneAt: null, checks: {} });
  // Of both only what an index holds: the rows of a learner lie scattered over the file.
  const marked = db
    .select({ lessonId: lessonProgress.lessonId, doneAt: lessonProgress.doneAt })
    .from(lessonProgress)
    .where(eq(lessonProgress.learnerId, learnerId))
    .all();
  for (const { lessonId, doneAt } of marked) stateOf(lessonId).doneAt = doneAt;
  const { lessonId, checkId, correct, attempts, firstCorrect } = checks;
  const answered = db
    .select({ lessonId, checkId, correct, attempts, firstCorrect })
    .from(checks)
    .where(eq(checks.learnerId, learnerId))
    .all();
  for (const { lessonId, checkId, ...state } of answered) stateOf(lessonId).checks[checkId] = state;
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
 * Counts an answer to a question and tells the question's review card, all or nothing. One that is sent again under the
 * same `clientKey`, because the answer to it was lost, counts once. Resolves to the card; null where there is none, or
 * nothing was counted.
 */
export async function answerCheck(
  db: Db,
  answer: {
    learnerId: string;
    lessonId: string;
    checkId: string;
    correct: boolean;
    clientKey?: string | undefined;
    ageMs?: number | undefined;
  },
  now = new Date(),
): Promise<ReviewCard | null> {
  const { learnerId, lessonId, checkId, correct, clientKey, ageMs } = answer;
  return db.transaction(
    (tx) => {
      const counted = tx
        .insert(checks)
        .values({
          learnerId,
          lessonId,
          checkId,
          correct,
          clientKey,
          firstCorrect: correct,
          attempts: 1,
          updatedAt: now,
        })
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
        .returning({ attempts: checks.attempts })
        .get();
      if (!counted) return null;
      tx.insert(checkAnswers).values({ learnerId, lessonId, checkId, correct, answeredAt: now }).run();
      const key = { learnerId, kind: 'check', itemId: checkItem(lessonId, checkId) } as const;
      return rateCard(tx, key, correct, now, { ageMs });
    },
    { behavior: 'immediate' },
  );
}
