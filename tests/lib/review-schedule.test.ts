import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { expect, test } from 'vitest';
import { afterReview, isDue, type CardMemory, type ReviewRating } from '#lib/review-schedule';

const day = (count: number) => new Date(Date.UTC(2026, 0, 1, 9) + count * 86_400_000);
/** A recorded history: on which day a card was reviewed, and how it went. */
const history: [dayOf: number, rating: ReviewRating][] = [
  [0, 'again'],
  [0, 'hard'],
  [2, 'good'],
  [7, 'good'],
  [31, 'again'],
  [31, 'hard'],
  [33, 'good'],
  [60, 'good'],
];

test('a recorded history is scheduled as ts-fsrs itself schedules it', () => {
  const scheduler = fsrs({
    request_retention: 0.9,
    maximum_interval: 365,
    enable_fuzz: false,
    enable_short_term: false,
  });
  const grades = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good } as const;
  let theirs = createEmptyCard(day(0));
  let ours: CardMemory | null = null;
  for (const [at, rating] of history) {
    theirs = scheduler.next(theirs, day(at), grades[rating]).card;
    ours = afterReview(ours, rating, day(at));
    expect(ours).toEqual({
      dueAt: theirs.due,
      stability: theirs.stability,
      difficulty: theirs.difficulty,
      scheduledDays: theirs.scheduled_days,
      reps: theirs.reps,
      lapses: theirs.lapses,
      lastReviewAt: day(at),
    });
  }
});

test('the days of that history do not change unnoticed', () => {
  let card: CardMemory | null = null;
  const table = history.map(([at, rating]) => {
    card = afterReview(card, rating, day(at));
    return [at, rating, card.scheduledDays, card.lapses];
  });
  expect(table).toMatchInlineSnapshot(`
    [
      [
        0,
        "again",
        1,
        0,
      ],
      [
        0,
        "hard",
        2,
        0,
      ],
      [
        2,
        "good",
        3,
        0,
      ],
      [
        7,
        "good",
        8,
        0,
      ],
      [
        31,
        "again",
        1,
        1,
      ],
      [
        31,
        "hard",
        2,
        1,
      ],
      [
        33,
        "good",
        3,
        1,
      ],
      [
        60,
        "good",
        9,
        1,
      ],
    ]
  `);
});

test('a card that was never reviewed starts like a new one', () => {
  const waiting: CardMemory = {
    dueAt: day(1),
    stability: 0,
    difficulty: 0,
    scheduledDays: 0,
    reps: 0,
    lapses: 0,
    lastReviewAt: null,
  };
  expect(afterReview(waiting, 'good', day(5))).toEqual(afterReview(null, 'good', day(5)));
});

test('a card is due from ten hours before its moment', () => {
  const card = { dueAt: new Date('2026-01-02T20:00:00Z') };
  expect(isDue(card, new Date('2026-01-02T09:59:59Z'))).toBe(false);
  expect(isDue(card, new Date('2026-01-02T10:00:00Z'))).toBe(true);
});
