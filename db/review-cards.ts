import { and, asc, count, eq, gt, isNull, lte, min, ne, or, sql } from 'drizzle-orm';
import {
  afterReview,
  dueUntil,
  gradedAt,
  isDue,
  newCardsMax,
  newCardsWindowMs,
  type CardKind,
  type ReviewRating,
} from '#lib/review-schedule';
import type { Db, Transaction } from './client.ts';
import { reviewCards } from './tables.ts';

export type ReviewCard = typeof reviewCards.$inferSelect;
export type CardKey = Pick<ReviewCard, 'learnerId' | 'kind' | 'itemId'>;

/** The items that the content has. Cards of others stay as they are, but neither come up nor count. */
export type KnownItems = Record<CardKind, readonly string[]>;

/** The item of a question in a lesson. Neither id can hold a slash. */
export function checkItem(lessonId: string, checkId: string): string {
  return `${lessonId}/${checkId}`;
}

/**
 * Tells the card of an item how it went, making one at the first failure; belongs into the transaction of the answer.
 * A due card is rated: wrong is `again`, right is `good`. Between two reviews nothing is, because whoever has just seen
 * the answer proves nothing by giving it; only the pass that ends the failures at an exercise is worth a `hard`.
 * What arrives `ageMs` after it was given counts from when it was. Null where there is no card.
 */
export function rateCard(
  tx: Transaction,
  key: CardKey,
  isRight: boolean,
  now: Date,
  { ageMs = 0 }: { ageMs?: number | undefined } = {},
): ReviewCard | null {
  const card = tx.select().from(reviewCards).where(cardIs(key)).get();
  const at = gradedAt(card ?? null, ageMs, now);
  if (!card) return isRight ? null : makeCard(tx, key, at);
  const rating = card.suspendedAt ? null : ratingOf(card, isRight, at);
  if (!rating) return card;
  return tx
    .update(reviewCards)
    .set({ ...afterReview(card.kind, card, rating, at), failing: !isRight })
    .where(cardIs(key))
    .returning()
    .get()!;
}

function ratingOf(card: ReviewCard, isRight: boolean, now: Date): ReviewRating | null {
  if (isDue(card, now)) return isRight ? 'good' : 'again';
  return isRight && card.failing && card.kind === 'exercise' ? 'hard' : null;
}

function makeCard(tx: Transaction, { learnerId, kind, itemId }: CardKey, now: Date): ReviewCard {
  const memory = afterReview(kind, null, 'again', now);
  const card = { learnerId, kind, itemId, failing: true, createdAt: now, ...memory };
  return tx.insert(reviewCards).values(card).returning().get();
}

/**
 * The cards that come up until a moment: those with a memory first, the longest overdue before the others, then as many
 * new ones as may still be begun. Asked for a moment ahead, it gives what a device needs that goes offline till then.
 */
export async function comingCards(
  db: Db,
  learnerId: string,
  until: Date,
  now: Date,
  { known: items, limit = 100 }: { known?: KnownItems; limit?: number } = {},
) {
  const isComing = and(isActive(learnerId, items), ne(reviewCards.state, 'new'), lte(reviewCards.dueAt, until));
  const known = db.select().from(reviewCards).where(isComing).orderBy(asc(reviewCards.dueAt)).limit(limit).all();
  const fresh = db
    .select()
    .from(reviewCards)
    .where(and(isActive(learnerId, items), eq(reviewCards.state, 'new')))
    .orderBy(asc(reviewCards.dueAt), asc(reviewCards.itemId))
    .limit(newCardsLeft(db, learnerId, now))
    .all();
  return [...known, ...fresh];
}

/** The cards that are due. */
export async function dueCards(db: Db, learnerId: string, now = new Date()): Promise<ReviewCard[]> {
  return (await comingCards(db, learnerId, dueUntil(now), now)).filter((card) => isDue(card, now));
}

export type DueCounts = Record<CardKind, number>;

/** How many cards of each kind are due; of the new ones those that may still be begun. */
export async function dueCounts(db: Db, learnerId: string, now = new Date(), known?: KnownItems): Promise<DueCounts> {
  const isPast = or(eq(reviewCards.state, 'review'), lte(reviewCards.dueAt, now));
  const rows = db
    .select({ kind: reviewCards.kind, isNew: sql<0 | 1>`${reviewCards.state} = 'new'`, due: count() })
    .from(reviewCards)
    .where(and(isActive(learnerId, known), lte(reviewCards.dueAt, dueUntil(now)), isPast))
    .groupBy(reviewCards.kind, sql`2`)
    .all();
  const counts: DueCounts = { check: 0, exercise: 0, question: 0 };
  for (const { kind, isNew, due } of rows) {
    counts[kind] += isNew ? Math.min(due, newCardsLeft(db, learnerId, now)) : due;
  }
  return counts;
}

export async function dueCount(db: Db, learnerId: string, now = new Date(), known?: KnownItems): Promise<number> {
  return totalOf(await dueCounts(db, learnerId, now, known));
}

export function totalOf({ check, exercise, question }: DueCounts): number {
  return check + exercise + question;
}

export type Waiting = { active: number; new: number; nextDueAt: Date | null };

/** What there is besides what is due: all cards that are not suspended, and when the next one with a memory comes up. */
export async function waitingCards(db: Db, learnerId: string, items?: KnownItems): Promise<Waiting> {
  const rows = db
    .select({ isNew: sql<0 | 1>`${reviewCards.state} = 'new'`, cards: count(), nextDueAt: min(reviewCards.dueAt) })
    .from(reviewCards)
    .where(isActive(learnerId, items))
    .groupBy(sql`1`)
    .all();
  const fresh = rows.find(({ isNew }) => isNew);
  const known = rows.find(({ isNew }) => !isNew);
  const active = (fresh?.cards ?? 0) + (known?.cards ?? 0);
  return { active, new: fresh?.cards ?? 0, nextDueAt: known?.nextDueAt ?? null };
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

/** Takes a card away with what it remembers. False when there is none. */
export async function removeCard(db: Db, key: CardKey): Promise<boolean> {
  return db.delete(reviewCards).where(cardIs(key)).run().changes > 0;
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

function newCardsLeft(db: Db, learnerId: string, now: Date): number {
  const since = new Date(now.getTime() - newCardsWindowMs);
  const isBegun = and(
    eq(reviewCards.learnerId, learnerId),
    eq(reviewCards.kind, 'question'),
    gt(reviewCards.introducedAt, since),
  );
  const begun = db.select({ begun: count() }).from(reviewCards).where(isBegun).get()?.begun ?? 0;
  return Math.max(0, newCardsMax - begun);
}

function isActive(learnerId: string, known?: KnownItems) {
  return and(eq(reviewCards.learnerId, learnerId), isNull(reviewCards.suspendedAt), known && isKnown(known));
}

/** One parameter for each kind, however many ids there are: a statement takes only so many. */
function isKnown(known: KnownItems) {
  const kinds = Object.entries(known) as [CardKind, readonly string[]][];
  return or(
    ...kinds.map(([kind, ids]) => {
      const isOneOf = sql`${reviewCards.itemId} in (select value from json_each(${JSON.stringify(ids)}))`;
      return and(eq(reviewCards.kind, kind), isOneOf);
    }),
  );
}

export function cardIs({ learnerId, kind, itemId }: CardKey) {
  return and(eq(reviewCards.learnerId, learnerId), eq(reviewCards.kind, kind), eq(reviewCards.itemId, itemId));
}
