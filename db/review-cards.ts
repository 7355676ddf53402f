import { and, asc, count, eq, isNull, lte, sql } from 'drizzle-orm';
import { afterReview, dueUntil, isDue, type ReviewRating } from '#lib/review-schedule';
import type { Db, Transaction } from './client.ts';
import { reviewCards } from './tables.ts';

export type ReviewCard = typeof reviewCards.$inferSelect;
export type CardKey = Pick<ReviewCard, 'learnerId' | 'kind' | 'itemId'>;

/** The item of a question in a lesson. Neither id can hold a slash. */
export function checkItem(lessonId: string, checkId: string): string {
  return `${lessonId}/${checkId}`;
}

/**
 * Tells the card of an item how it went, making one at the first failure; belongs into the transaction of the answer.
 * A due card is rated: wrong is `again`, right is `good`. Between two reviews nothing is, because whoever has just seen
 * the answer proves nothing by giving it; only the pass that ends the failures at an exercise is worth a `hard`.
 * Null where there is no card.
 */
export function rateCard(tx: Transaction, key: CardKey, isRight: boolean, now: Date): ReviewCard | null {
  const card = tx.select().from(reviewCards).where(cardIs(key)).get();
  if (!card) return isRight ? null : makeCard(tx, key, now);
  const rating = card.suspendedAt ? null : ratingOf(card, isRight, now);
  if (!rating) return card;
  return tx
    .update(reviewCards)
    .set({ ...afterReview(card, rating, now), failing: !isRight })
    .where(cardIs(key))
    .returning()
    .get()!;
}

function ratingOf(card: ReviewCard, isRight: boolean, now: Date): ReviewRating | null {
  if (isDue(card, now)) return isRight ? 'good' : 'again';
  return isRight && card.failing && card.kind === 'exercise' ? 'hard' : null;
}

function makeCard(tx: Transaction, { learnerId, kind, itemId }: CardKey, now: Date): ReviewCard {
  const card = { learnerId, kind, itemId, failing: true, createdAt: now, ...afterReview(null, 'again', now) };
  return tx.insert(reviewCards).values(card).returning().get();
}

/** The cards that are due, the longest overdue first. */
export async function dueCards(db: Db, learnerId: string, now = new Date(), limit = 100): Promise<ReviewCard[]> {
  return db
    .select()
    .from(reviewCards)
    .where(isDueFor(learnerId, now))
    .orderBy(asc(reviewCards.dueAt))
    .limit(limit)
    .all();
}

export async function dueCount(db: Db, learnerId: string, now = new Date()): Promise<number> {
  return db.select({ due: count() }).from(reviewCards).where(isDueFor(learnerId, now)).get()?.due ?? 0;
}

/** All cards of a learner, suspended ones too, in the order in which they come up. */
export async function cardsOf(db: Db, learnerId: string): Promise<ReviewCard[]> {
  return db
    .select()
    .from(reviewCards)
    .where(eq(reviewCards.learnerId, learnerId))
    .orderBy(asc(reviewCards.dueAt))
    .all();
}

/** A suspended card neither comes up nor learns; taken back, it goes on where it was. False when there is none. */
export async function suspendCard(db: Db, key: CardKey, suspended: boolean, now = new Date()): Promise<boolean> {
  const change = db
    .update(reviewCards)
    .set({ suspendedAt: suspended ? sql`coalesce(${reviewCards.suspendedAt}, ${now.getTime()})` : null })
    .where(cardIs(key));
  return change.run().changes > 0;
}

/** Belongs into the merge of a guest: of two cards for one thing, the one reviewed last knows best. */
export function mergeReviewCards(tx: Transaction, guestId: string, learnerId: string): void {
  for (const theirs of tx.select().from(reviewCards).where(eq(reviewCards.learnerId, guestId)).all()) {
    const row = { ...theirs, learnerId };
    tx.insert(reviewCards)
      .values(row)
      .onConflictDoUpdate({
        target: [reviewCards.learnerId, reviewCards.kind, reviewCards.itemId],
        set: row,
        setWhere: sql`coalesce(${reviewCards.lastReviewAt}, 0) < ${theirs.lastReviewAt?.getTime() ?? 0}`,
      })
      .run();
  }
}

function isDueFor(learnerId: string, now: Date) {
  return and(
    eq(reviewCards.learnerId, learnerId),
    lte(reviewCards.dueAt, dueUntil(now)),
    isNull(reviewCards.suspendedAt),
  );
}

function cardIs({ learnerId, kind, itemId }: CardKey) {
  return and(eq(reviewCards.learnerId, learnerId), eq(reviewCards.kind, kind), eq(reviewCards.itemId, itemId));
}
