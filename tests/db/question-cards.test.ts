import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createEmptyCard, fsrs, Rating, type Card, type Grade } from 'ts-fsrs';
import { expect, test } from 'vitest';
import type { Db } from '#db/client';
import { createGuest, learnerOfUser } from '#db/learners';
import { mergeGuest } from '#db/merge';
import { queuedQuestions, queueQuestions, rateQuestion, unqueueQuestions } from '#db/question-cards';
import { cardsOf, dueCards, dueCount, dueCounts, suspendCard, waitingCards } from '#db/review-cards';
import { createUser } from '#db/users';
import { leechLapses, type ReviewRating } from '#lib/review-schedule';
import { temporaryDatabase } from './temporary-database.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const at = (day: number, ms = 0) => new Date(Date.UTC(2026, 0, 1 + day, 9) + ms);

let keys = 0;
const newKey = () => `key-${(keys += 1)}`;

function rate(
  db: Db,
  learnerId: string,
  answer: {
    rating: ReviewRating;
    reps: number;
    ageMs?: number;
    clientKey?: string;
    questionId?: string;
    ofGuest?: boolean;
  },
  now: Date,
) {
  return rateQuestion(db, { learnerId, questionId: 'sharding', ageMs: 0, clientKey: newKey(), ...answer }, now);
}

async function learnerWith(db: Db, questionIds = ['sharding'], now = at(0)) {
  const learnerId = await createGuest(db, `token ${newKey()}`);
  await queueQuestions(db, { learnerId, questionIds }, now);
  return learnerId;
}

type Recorded = {
  question: string;
  at: string;
  rating: ReviewRating;
  after: {
    due: string;
    stability: number;
    difficulty: number;
    scheduled_days: number;
    learning_steps: number;
    reps: number;
    lapses: number;
    state: string;
  };
};
const history = JSON.parse(readFileSync(path.join(import.meta.dirname, 'review-history.json'), 'utf8')) as Recorded[];

test('a recorded history of 240 reviews is stored after each as ts-fsrs had it, and as ts-fsrs has it today', async () => {
  expect(history).toHaveLength(240);
  expect(new Set(history.map(({ after }) => after.state))).toEqual(new Set(['Learning', 'Review', 'Relearning']));
  const scheduler = fsrs({
    request_retention: 0.9,
    maximum_interval: 365,
    enable_fuzz: false,
    enable_short_term: true,
    learning_steps: ['10m', '4h'],
    relearning_steps: ['10m'],
  });
  const grades: Record<ReviewRating, Grade> = {
    again: Rating.Again,
    hard: Rating.Hard,
    good: Rating.Good,
    easy: Rating.Easy,
  };
  const theirs = new Map<string, Card>();
  using db = temporaryDatabase();
  const learnerId = await learnerWith(db, [...new Set(history.map(({ question }) => question))]);
  for (const { question, at: when, rating, after } of history) {
    const now = new Date(when);
    const { card: today } = scheduler.next(theirs.get(question) ?? createEmptyCard(now), now, grades[rating]);
    theirs.set(question, today);
    const recorded = { ...after, due: new Date(after.due) };
    expect(today, `${question} ${when}`).toMatchObject({ ...recorded, state: expect.any(Number) as number });
    await rateQuestion(
      db,
      { learnerId, questionId: question, rating, reps: after.reps - 1, ageMs: 0, clientKey: newKey() },
      now,
    );
    const stored = (await cardsOf(db, learnerId)).find(({ itemId }) => itemId === question);
    expect(stored, `${question} ${when}`).toMatchObject({
      dueAt: recorded.due,
      stability: recorded.stability,
      difficulty: recorded.difficulty,
      scheduledDays: recorded.scheduled_days,
      learningSteps: recorded.learning_steps,
      reps: recorded.reps,
      lapses: recorded.lapses,
      state: recorded.state.toLowerCase(),
      lastReviewAt: now,
    });
  }
});

test('a theme is queued in its order, once, and taken out with what its cards remember', async () => {
  using db = temporaryDatabase();
  const learnerId = await learnerWith(db, ['b', 'a', 'c']);
  expect((await dueCards(db, learnerId, at(0))).map(({ itemId }) => itemId)).toEqual(['b', 'a', 'c']);
  await rate(db, learnerId, { rating: 'good', reps: 0, questionId: 'a' }, at(0));
  await queueQuestions(db, { learnerId, questionIds: ['a', 'd'] }, at(1));
  expect(await queuedQuestions(db, learnerId)).toEqual(['a', 'b', 'c', 'd']);
  expect((await cardsOf(db, learnerId)).find(({ itemId }) => itemId === 'a')).toMatchObject({ reps: 1 });
  const other = await learnerWith(db, ['a']);
  await unqueueQuestions(db, { learnerId, questionIds: ['a', 'b', 'c'] });
  expect(await queuedQuestions(db, learnerId)).toEqual(['d']);
  expect(await queuedQuestions(db, other)).toEqual(['a']);
});

test('twenty new questions are begun in a day, and what comes back is not counted among them', async () => {
  using db = temporaryDatabase();
  const ids = Array.from({ length: 30 }, (_, place) => `question-${String(place).padStart(2, '0')}`);
  const learnerId = await learnerWith(db, ids);
  expect(await dueCounts(db, learnerId, at(0))).toEqual({ check: 0, exercise: 0, question: 20 });
  for (const questionId of ids.slice(0, 15)) {
    await rate(db, learnerId, { rating: 'again', reps: 0, questionId }, at(0));
  }
  expect(await dueCount(db, learnerId, at(0))).toBe(5);
  expect(await dueCount(db, learnerId, at(0, 10 * minuteMs))).toBe(20);
  for (const questionId of ids.slice(15, 20)) {
    await rate(db, learnerId, { rating: 'easy', reps: 0, questionId }, at(0));
  }
  expect(await dueCount(db, learnerId, at(0, 10 * minuteMs))).toBe(15);
  expect(await waitingCards(db, learnerId)).toEqual({ active: 30, new: 10, nextDueAt: at(0, 10 * minuteMs) });
  // The next evening, somewhat earlier.
  expect(await dueCount(db, learnerId, at(0, 23 * hourMs))).toBe(25);
});

test('a showing is rated once, whether its answer is sent again or another tab answers it too', async () => {
  using db = temporaryDatabase();
  const learnerId = await learnerWith(db);
  const first = await rate(db, learnerId, { rating: 'good', reps: 0, clientKey: 'one' }, at(0));
  expect(first).toMatchObject({ counted: true, card: { reps: 1, dueAt: at(0, 4 * hourMs) } });
  const again = await rate(db, learnerId, { rating: 'good', reps: 0, clientKey: 'one' }, at(0, 5000));
  const otherTab = await rate(db, learnerId, { rating: 'again', reps: 0, clientKey: 'two' }, at(0, 9000));
  expect([again, otherTab]).toEqual([
    { counted: false, card: first!.card },
    { counted: false, card: first!.card },
  ]);
});

test('of two devices that answered offline, each further showing counts, in the order of its arrival', async () => {
  using db = temporaryDatabase();
  const learnerId = await learnerWith(db);
  const now = at(0, 2 * hourMs);
  // The telephone: not known, and ten minutes later known. The notebook: not known, and again not known.
  const counted = async (rating: ReviewRating, reps: number, ageMs: number) =>
    (await rate(db, learnerId, { rating, reps, ageMs }, now))!.counted;
  expect(await counted('again', 0, 60 * minuteMs)).toBe(true);
  expect(await counted('good', 1, 50 * minuteMs)).toBe(true);
  expect(await counted('again', 0, 40 * minuteMs)).toBe(false);
  expect(await counted('again', 1, 30 * minuteMs)).toBe(false);
  expect(await counted('good', 2, 0)).toBe(true);
  expect(await cardsOf(db, learnerId)).toMatchObject([{ reps: 3, state: 'review' }]);
});

test('a card that began anew takes an answer to an older showing, and takes it once', async () => {
  using db = temporaryDatabase();
  const learnerId = await learnerWith(db);
  const answer = { rating: 'good', reps: 5, clientKey: 'one' } as const;
  expect((await rate(db, learnerId, answer, at(1)))?.counted).toBe(true);
  expect((await rate(db, learnerId, answer, at(2)))?.counted).toBe(false);
});

test('what was answered offline counts from when it was answered', async () => {
  using db = temporaryDatabase();
  const learnerId = await learnerWith(db);
  await rate(db, learnerId, { rating: 'again', reps: 0, ageMs: 60 * minuteMs }, at(0, 2 * hourMs));
  await rate(db, learnerId, { rating: 'good', reps: 1, ageMs: 50 * minuteMs }, at(0, 2 * hourMs));
  expect(await cardsOf(db, learnerId)).toMatchObject([
    { introducedAt: at(0, hourMs), lastReviewAt: at(0, 70 * minuteMs), dueAt: at(0, 70 * minuteMs + 4 * hourMs) },
  ]);
});

test.each([
  ['an hour ahead', hourMs],
  ['an hour behind', -hourMs],
  ['a year ahead', 365 * dayMs],
  ['a year behind', -365 * dayMs],
])('a clock that was set %s between answer and arrival spoils no schedule', async (_what, wrongMs) => {
  using db = temporaryDatabase();
  const schedule = async (ages: (waitedMs: number) => number) => {
    const learnerId = await learnerWith(db);
    await rate(db, learnerId, { rating: 'easy', reps: 0 }, at(0));
    // Due on the 8th day; answered then, and sent two hours later.
    await rate(db, learnerId, { rating: 'good', reps: 1, ageMs: ages(2 * hourMs) }, at(8, 2 * hourMs));
    return (await cardsOf(db, learnerId))[0]!;
  };
  const right = await schedule((waitedMs) => waitedMs);
  const wrong = await schedule((waitedMs) => waitedMs + wrongMs);
  // A card that is due comes up ten hours before its moment: no answer is older than that, and none is in the future.
  expect(wrong.lastReviewAt!.getTime()).toBeGreaterThanOrEqual(at(8, -10 * hourMs).getTime());
  expect(wrong.lastReviewAt!.getTime()).toBeLessThanOrEqual(at(8, 2 * hourMs).getTime());
  const offMs = Math.abs(wrong.dueAt.getTime() - right.dueAt.getTime());
  expect(offMs).toBeLessThanOrEqual(0.15 * right.scheduledDays * dayMs);
  expect(wrong).toMatchObject({ reps: 2, state: 'review', difficulty: right.difficulty });
});

test('a question that keeps being forgotten becomes a leech, and a suspended one neither comes up nor learns', async () => {
  using db = temporaryDatabase();
  const learnerId = await learnerWith(db);
  let reps = 0;
  const next = async (rating: ReviewRating, now: Date) => (await rate(db, learnerId, { rating, reps: reps++ }, now))!;
  await next('easy', at(0));
  for (let lapse = 1; lapse <= leechLapses; lapse += 1) {
    await next('again', at(30 * lapse));
    await next('good', at(30 * lapse, 10 * minuteMs));
  }
  expect(await cardsOf(db, learnerId)).toMatchObject([{ lapses: leechLapses, reps: 1 + 2 * leechLapses }]);
  await suspendCard(db, { learnerId, kind: 'question', itemId: 'sharding' }, true, at(200));
  expect(await dueCount(db, learnerId, at(300))).toBe(0);
  expect((await next('good', at(300))).counted).toBe(false);
  expect(await waitingCards(db, learnerId)).toEqual({ active: 0, new: 0, nextDueAt: null });
});

test('nobody rates a card of somebody else’s, nor one that there is not', async () => {
  using db = temporaryDatabase();
  const learnerId = await learnerWith(db);
  const other = await createGuest(db, 'other');
  expect(await rate(db, other, { rating: 'good', reps: 0 }, at(0))).toBeNull();
  expect(await cardsOf(db, learnerId)).toMatchObject([{ reps: 0, state: 'new' }]);
});

test('the questions of a guest move to the account, and the card that was reviewed last stays', async () => {
  using db = temporaryDatabase();
  const user = await createUser(db, { email: 'ann@example.org', name: null, passwordHash: null });
  const account = await learnerOfUser(db, user!.id);
  await queueQuestions(db, { learnerId: account, questionIds: ['sharding', 'caching'] }, at(0));
  await rate(db, account, { rating: 'good', reps: 0, questionId: 'caching' }, at(0));
  const guest = await learnerWith(db, ['sharding', 'caching', 'queues']);
  await rate(db, guest, { rating: 'again', reps: 0 }, at(1));
  const sent = { rating: 'hard', reps: 1, clientKey: 'on its way' } as const;
  await rate(db, guest, sent, at(1, hourMs));
  await mergeGuest(db, guest, account);
  const cards = await cardsOf(db, account);
  expect(Object.fromEntries(cards.map(({ itemId, reps, state }) => [itemId, [reps, state]]))).toEqual({
    sharding: [2, 'learning'],
    caching: [1, 'learning'],
    queues: [0, 'new'],
  });
  // The answer to it was lost, so it comes once more, as the account's.
  expect((await rate(db, account, sent, at(2)))?.counted).toBe(false);
});

test('what a guest rated offline counts after the sign-in, also where the account had reviewed that question more often', async () => {
  using db = temporaryDatabase();
  const user = await createUser(db, { email: 'ann@example.org', name: null, passwordHash: null });
  const account = await learnerOfUser(db, user!.id);
  await queueQuestions(db, { learnerId: account, questionIds: ['sharding'] }, at(0));
  await rate(db, account, { rating: 'easy', reps: 0 }, at(0));
  await rate(db, account, { rating: 'good', reps: 1 }, at(10));
  const [before] = await cardsOf(db, account);
  const dueAt = before!.dueAt.getTime();
  const guest = await learnerWith(db, ['sharding'], new Date(dueAt));
  await mergeGuest(db, guest, account);

  // Twice for one showing, from two tabs that were offline, an hour after the card came up.
  const shown = { rating: 'good', reps: 0, ofGuest: true } as const;
  const later = new Date(dueAt + 5 * hourMs);
  const counted = await rate(db, account, { ...shown, ageMs: 4 * hourMs }, later);
  expect(counted).toMatchObject({ counted: true, card: { reps: 3, lastReviewAt: new Date(dueAt + hourMs) } });
  expect((await rate(db, account, { ...shown, ageMs: 3 * hourMs }, later))?.counted).toBe(false);
});

test('what a guest rated before the account reviewed the same question is no news of it', async () => {
  using db = temporaryDatabase();
  const account = await learnerWith(db);
  await rate(db, account, { rating: 'good', reps: 0 }, at(1));
  const late = { rating: 'again', reps: 0, ofGuest: true, ageMs: dayMs } as const;
  expect((await rate(db, account, late, at(1, minuteMs)))?.counted).toBe(false);
});
