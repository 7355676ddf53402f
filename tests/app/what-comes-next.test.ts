import { expect, test } from 'vitest';
import { whatComesNext } from '../../app/learn/what-comes-next.ts';
import type { Ahead, Me } from '#components/me';

const step = (id: string) => ({ kind: 'lesson', id, title: id, path: `/learn/${id}` }) as const;
const start: Ahead['next'] = { reason: 'start', because: { kind: 'first' }, step: step('first') };
const later: Ahead['next'] = { reason: 'next', because: { kind: 'open' }, step: step('later') };
const stranger: Me = {
  ...{ learner: { kind: 'none' }, lessons: {}, exercises: {}, selfScores: {}, lastVisited: null, inReview: [] },
  ...{ due: 0, dueByKind: { check: 0, exercise: 0, question: 0 }, level: null },
};
const known = (next: Ahead['next']): Me => ({ ...stranger, ahead: { next, lessonsDone: 0, exercisesDone: 0 } });

test('strangers, and everybody until they are known, are told to begin at the beginning', () => {
  expect(whatComesNext(start, null)).toBe(start);
  expect(whatComesNext(start, stranger)).toBe(start);
});

test('who is known is told what the server recommends, and nothing once everything is done', () => {
  expect(whatComesNext(start, known(later))).toBe(later);
  expect(whatComesNext(start, known(null))).toBeNull();
});
