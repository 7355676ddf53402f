import { expect, test } from 'vitest';
import { comesBack } from '../../../app/review/comes-back.ts';
import { reviveDeck } from '../../../app/review/deck-store.ts';
import { dueWords } from '../../../app/review/due-count.tsx';
import { endWords, summaryWords } from '../../../app/review/summary.tsx';

const now = new Date('2026-01-01T09:00:00Z');

test.each([
  [-1, 'now'],
  [0, 'now'],
  [1, 'in 1 minute'],
  [10, 'in 10 minutes'],
  [59.5, 'in 1 hour'],
  [125, 'in 2 hours'],
  [240, 'in 4 hours'],
  [24 * 60, 'in 1 day'],
  [8 * 24 * 60, 'in 8 days'],
  [60 * 24 * 60, 'in 60 days'],
  [365 * 24 * 60, 'in 12 months'],
])('what comes up after %d minutes comes back %s', (minutes, words) => {
  expect(comesBack(new Date(now.getTime() + minutes * 60_000), now)).toBe(words);
});

test('what is due is said by kind, and nothing as nothing', () => {
  const none = { question: 0, check: 0, exercise: 0 };
  expect(dueWords(none)).toBe('Nothing is due for review.');
  expect(dueWords({ ...none, exercise: 1 })).toBe('1 exercise is due for review.');
  expect(dueWords({ question: 5, check: 0, exercise: 2 })).toBe(
    '5 interview questions and 2 exercises are due for review.',
  );
  expect(dueWords({ question: 5, check: 1, exercise: 2 })).toBe(
    '5 interview questions, 1 lesson question and 2 exercises are due for review.',
  );
});

test('a session ends with what was done in it', () => {
  expect(summaryWords({ right: 0, wrong: 0, ratings: {} })).toEqual(['No card was answered in this session.']);
  // In the order of the buttons, whichever was pressed first.
  expect(summaryWords({ right: 2, wrong: 1, ratings: { good: 3, again: 1 } })).toEqual([
    'You rated 4 interview questions: again 1, good 3.',
    'You answered 3 lesson questions, 2 of them right.',
  ]);
});

test('a session that is ended early does not claim that there are no more cards', () => {
  expect(endWords(0)).toBe('That was the last card');
  expect(endWords(1)).toBe('The session is over, and 1 card comes back later');
  expect(endWords(4)).toBe('The session is over, and 4 cards come back later');
});

test('moments of a deck are moments again, and words that look like one stay words', () => {
  const iso = now.toISOString();
  const deck = { asOf: iso, nextDueAt: null, cards: [{ item: iso, memory: { dueAt: iso, lastReviewAt: null } }] };
  expect(reviveDeck(JSON.stringify(deck))).toEqual({
    asOf: now,
    nextDueAt: null,
    cards: [{ item: iso, memory: { dueAt: now, lastReviewAt: null } }],
  });
});
