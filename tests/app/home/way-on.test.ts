import { expect, test } from 'vitest';
import { wayOn } from '#app/home/way-on';
import type { Ahead, Me } from '#components/me';

const nobody: Me = {
  learner: { kind: 'none' },
  lessons: {},
  exercises: {},
  selfScores: {},
  lastVisited: null,
  due: 0,
  dueByKind: { check: 0, exercise: 0, question: 0 },
  inReview: [],
  level: null,
};
const lesson = { kind: 'lesson', id: 'career/begin', title: 'Begin', path: '/learn/career/begin' } as const;
const because = { kind: 'begun' } as const;
const known = (next: Ahead['next'], lessons: Me['lessons'] = {}): Me => ({
  ...nobody,
  learner: { kind: 'guest', id: 'lrn_ann' },
  lessons,
  ahead: { next, lessonsDone: 0, exercisesDone: 0 },
});
const first = { words: 'Start with the first lesson', path: '/learn/career/begin' };

test('strangers are led to the beginning, and so is everybody until they are known', () => {
  expect(wayOn(lesson.path, null)).toEqual(first);
  expect(wayOn(lesson.path, nobody)).toEqual(first);
  expect(wayOn('/learn', known({ reason: 'start', step: lesson, because }))).toEqual(first);
});

test('who returns goes on where they were, or with what comes next', () => {
  expect(wayOn('/learn', known({ reason: 'continue', step: lesson, because }))).toEqual({
    words: 'Continue: Begin',
    path: lesson.path,
  });
  expect(wayOn('/learn', known({ reason: 'next', step: lesson, because })).words).toBe('Next: Begin');
});

test('what was done without a connection is not recommended again', () => {
  const done = { 'career/begin': { doneAt: '2026-01-01T00:00:00Z', checks: {} } };
  expect(wayOn('/', known({ reason: 'continue', step: lesson, because }, done))).toEqual({
    words: 'Choose what to do next',
    path: '/learn',
  });
});

test('who has done everything is shown it', () => {
  expect(wayOn('/', known(null))).toEqual({ words: 'See what you have done', path: '/progress' });
});
