import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { expect, test } from 'vitest';
import {
  afterReview,
  answeredAt,
  isDue,
  type CardKind,
  type CardMemory,
  type ReviewRating,
} from '#lib/review-schedule';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const hour = (count: number) => new Date(Date.UTC(2026, 0, 1, 9) + count * hourMs);
/** A recorded history: at which hour a card was reviewed, and how it went. */
const history: [hourOf: number, rating: ReviewRating][] = [
  [0, 'again'],
  [0.2, 'hard'],
  [7, 'good'],
  [55, 'good'],
  [600, 'again'],
  [600.1, 'hard'],
  [650, 'good'],
  [1400, 'good'],
];

test.each([
  ['question', ['10m', '4h'], ['10m']],
  ['check', ['4h'], ['4h']],
  ['exercise', ['4h'], ['4h']],
] as const)('the history of a %s is scheduled as ts-fsrs itself schedules it', (kind, learning, relearning) => {
  const scheduler = fsrs({
    request_retention: 0.9,
    maximum_interval: 365,
    enable_fuzz: false,
    enable_short_term: true,
    learning_steps: learning,
    relearning_steps: relearning,
  });
  const grades = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const;
  const states = ['new', 'learning', 'review', 'relearning'];
  let theirs = createEmptyCard(hour(0));
  let ours: CardMemory | null = null;
  for (const [at, rating] of history) {
    theirs = scheduler.next(theirs, hour(at), grades[rating]).card;
    ours = afterReview(kind, ours, rating, hour(at));
    expect(ours).toEqual({
      dueAt: theirs.due,
      stability: theirs.stability,
      difficulty: theirs.difficulty,
      scheduledDays: theirs.scheduled_days,
      state: states[theirs.state],
      learningSteps: theirs.learning_steps,
      reps: theirs.reps,
      lapses: theirs.lapses,
      lastReviewAt: hour(at),
    });
  }
});

/** How long after each review the card comes back, and in which state it is. */
function walk(kind: CardKind, reviews: [hourOf: number, rating: ReviewRating][]) {
  let card: CardMemory | null = null;
  return reviews.map(([at, rating]) => {
    card = afterReview(kind, card, rating, hour(at));
    return `${rating}: ${card.state}, ${(card.dueAt.getTime() - hour(at).getTime()) / hourMs} h`;
  });
}

test('a new question comes back in minutes and hours before it comes back in days', () => {
  expect([
    ...walk('question', [[0, 'again']]),
    ...walk('question', [[0, 'hard']]),
    ...walk('question', [[0, 'easy']]),
  ]).toEqual(['again: learning, 0.16666666666666666 h', 'hard: learning, 2.0833333333333335 h', 'easy: review, 192 h']);
  expect(
    walk('question', [
      [0, 'good'],
      [4, 'good'],
      [60, 'again'],
      [60.2, 'good'],
    ]),
  ).toEqual([
    'good: learning, 4 h',
    'good: review, 48 h',
    'again: relearning, 0.16666666666666666 h',
    'good: review, 24 h',
  ]);
});

test('what is graded comes back in hours, never in minutes, and then in days', () => {
  for (const kind of ['check', 'exercise'] as const) {
    expect(
      walk(kind, [
        [0, 'again'],
        [0.2, 'hard'],
        [7, 'good'],
        [200, 'again'],
        [204, 'good'],
      ]),
    ).toEqual([
      'again: learning, 4 h',
      'hard: learning, 6 h',
      'good: review, 24 h',
      'again: relearning, 4 h',
      'good: review, 24 h',
    ]);
  }
});

const memory: CardMemory = {
  dueAt: hour(24),
  stability: 0,
  difficulty: 0,
  scheduledDays: 0,
  state: 'review',
  learningSteps: 0,
  reps: 0,
  lapses: 0,
  lastReviewAt: null,
};

test('a card that was never reviewed starts like a new one, and so does one whose memory cannot be', () => {
  const fresh = afterReview('check', null, 'good', hour(5));
  expect(afterReview('check', memory, 'good', hour(5))).toEqual(fresh);
  const impossible = { ...memory, reps: 3, stability: 0.0001, difficulty: 5, lastReviewAt: hour(0) };
  expect(afterReview('check', impossible, 'good', hour(5))).toEqual(fresh);
});

test('a server’s clock that was set back makes no review before the last one', () => {
  const after = afterReview('question', null, 'good', hour(100));
  expect(afterReview('question', after, 'good', hour(0)).lastReviewAt).toEqual(hour(100));
});

test('a card that counts in days is due from ten hours before its moment, one in its steps at its moment', () => {
  const dueAt = new Date('2026-01-02T20:00:00Z');
  expect(isDue({ dueAt, state: 'review' }, new Date('2026-01-02T09:59:59Z'))).toBe(false);
  expect(isDue({ dueAt, state: 'review' }, new Date('2026-01-02T10:00:00Z'))).toBe(true);
  expect(isDue({ dueAt, state: 'learning' }, new Date('2026-01-02T19:59:59Z'))).toBe(false);
  expect(isDue({ dueAt, state: 'relearning' }, dueAt)).toBe(true);
});

test.each([
  ['arrives at once', 0, 0],
  ['waited an hour', hourMs, -hourMs],
  ['is said to lie in the future', -dayMs, 0],
  ['is said to be older than the moment at which the card came up', 365 * dayMs, -34 * hourMs],
])('an answer that %s counts from when it can have been given', (_what, ageMs, expectedMs) => {
  const now = hour(48);
  const card = { ...memory, lastReviewAt: hour(0) };
  expect(answeredAt(card, ageMs, now).getTime() - now.getTime()).toBe(expectedMs);
});

test('an answer is never older than the last review', () => {
  const card = { ...memory, dueAt: hour(4), lastReviewAt: hour(0) };
  expect(answeredAt(card, dayMs, hour(5))).toEqual(hour(0));
  expect(answeredAt({ ...card, state: 'learning' }, dayMs, hour(5))).toEqual(hour(4 - 1 / 3));
});
