import { and, asc, eq, inArray } from 'drizzle-orm';
import { afterReview, answeredAt, isDue, type ReviewRating } from '#lib/review-schedule';
import type { Db } from './client.ts';
import { cardIs, type ReviewCard } from './review-cards.ts';
import { reviewCards } from './tables.ts';

/** Puts questions of the bank into the queue, in this order. Those that are in it stay as they are. */
export async function queueQuestions(
  db: Db,
  { learnerId, questionIds }: { learnerId: string; questionIds: readonly string[] },
  now = new Date(),
): Promise<void> {
  if (questionIds.length === 0) return;
  const rows = questionIds.map((itemId, place) => ({
    learnerId,
    kind: 'question' as const,
    itemId,
    // One after another, and all of them due.
    dueAt: new Date(now.getTime() - questionIds.length + place),
    stability: 0,
    difficulty: 0,
    scheduledDays: 0,
    state: 'new' as const,
    reps: 0,
    lapses: 0,
    failing: false,
    createdAt: now,
  }));
  db.insert(reviewCards).values(rows).onConflictDoNothing().run();
}

/** Takes questions out of the queue, with what their cards remember. */
export async function unqueueQuestions(
  db: Db,
  { learnerId, questionIds }: { learnerId: string; questionIds: readonly string[] },
): Promise<void> {
  const isOneOf = inArray(reviewCards.itemId, [...questionIds]);
  db.delete(reviewCards)
    .where(and(eq(reviewCards.learnerId, learnerId), eq(reviewCards.kind, 'question'), isOneOf))
    .run();
}

/** Ids of the questions in the queue, suspended ones too. */
export async function queuedQuestions(db: Db, learnerId: string): Promise<string[]> {
  return db
    .select({ id: reviewCards.itemId })
    .from(reviewCards)
    .where(and(eq(reviewCards.learnerId, learnerId), eq(reviewCards.kind, 'question')))
    .orderBy(asc(reviewCards.itemId))
    .all()
    .map(({ id }) => id);
}

export type QuestionRating = {
  learnerId: string;
  questionId: string;
  rating: ReviewRating;
  /** How many reviews the card had when it was shown. */
  reps: number;
  /** How long ago it was answered. */
  ageMs: number;
  /** The same for one answer, however often it is sent. */
  clientKey: string;
  /** Whether it was given by a guest who has become this learner since, whose cards were counted apart. */
  ofGuest?: boolean;
};

/**
 * Rates a question as its learner says they knew it. A showing counts once: another answer to it, from a second tab or
 * device, changes nothing, nor does the same one again, nor any to a suspended card. The reviews of a guest's card say
 * nothing where the account had one of its own: there the answer counts if that one was due. Null where there is no card.
 */
export async function rateQuestion(
  db: Db,
  { learnerId, questionId, rating, reps, ageMs, clientKey, ofGuest = false }: QuestionRating,
  now = new Date(),
): Promise<{ card: ReviewCard; counted: boolean } | null> {
  const key = { learnerId, kind: 'question' as const, itemId: questionId };
  return db.transaction(
    (tx) => {
      const card = tx.select().from(reviewCards).where(cardIs(key)).get();
      if (!card) return null;
      const givenAt = new Date(now.getTime() - Math.max(0, ageMs));
      // More reviews than we know of: the card began anew meanwhile, and the answer is as good as any.
      const isBehind = reps < card.reps && !(ofGuest && isDue(card, givenAt));
      const isSeen = isBehind || clientKey === card.clientKey;
      if (isSeen || card.suspendedAt) return { card, counted: false };
      const at = answeredAt(card, ageMs, now);
      const memory = afterReview('question', card, rating, at);
      const after = tx
        .update(reviewCards)
        .set({ ...memory, failing: rating === 'again', introducedAt: card.introducedAt ?? at, clientKey })
        .where(cardIs(key))
        .returning()
        .get()!;
      return { card: after, counted: true };
    },
    { behavior: 'immediate' },
  );
}
