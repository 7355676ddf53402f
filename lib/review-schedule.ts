import { createEmptyCard, fsrs, Rating, State } from 'ts-fsrs';

/** What a card remembers. Without reviews there is no memory yet. */
export type CardMemory = {
  dueAt: Date;
  stability: number;
  difficulty: number;
  scheduledDays: number;
  reps: number;
  lapses: number;
  lastReviewAt: Date | null;
};

/** `again` was wrong, `hard` was right after failures, `good` was right at once. */
export type ReviewRating = 'again' | 'hard' | 'good';

/** After this many lapses a card has become a leech: showing it once more helps less than learning it afresh. */
export const leechLapses = 4;

/** Days, never minutes: who has just read the explanation or mended the code knows it for now. */
const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: 365,
  enable_fuzz: false,
  enable_short_term: false,
});

const ratings = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good } as const;

/** The memory after a review; `card` is null for the first one. */
export function afterReview(card: CardMemory | null, rating: ReviewRating, now: Date): CardMemory {
  const before = card && card.reps > 0 ? { ...createEmptyCard(now), ...known(card) } : createEmptyCard(now);
  const { card: after } = scheduler.next(before, now, ratings[rating]);
  return {
    dueAt: after.due,
    stability: after.stability,
    difficulty: after.difficulty,
    scheduledDays: after.scheduled_days,
    reps: after.reps,
    lapses: after.lapses,
    lastReviewAt: now,
  };
}

/**
 * Reviews are due by the day, not by the minute: a card counts as due this long before its moment, so that what was
 * answered in the evening is there on the next morning, and never on the same evening.
 */
const dueAheadMs = 10 * 3_600_000;

/** Cards whose moment is not after this one are due. */
export function dueUntil(now: Date): Date {
  return new Date(now.getTime() + dueAheadMs);
}

export function isDue({ dueAt }: Pick<CardMemory, 'dueAt'>, now: Date): boolean {
  return dueAt <= dueUntil(now);
}

function known({ dueAt, stability, difficulty, scheduledDays, reps, lapses, lastReviewAt }: CardMemory) {
  const counts = { scheduled_days: scheduledDays, reps, lapses };
  return { ...counts, due: dueAt, stability, difficulty, state: State.Review, last_review: lastReviewAt ?? dueAt };
}
