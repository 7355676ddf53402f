import { expect, test } from 'vitest';
import type { Me } from '#components/me';
import type { ListedExercise } from '../../../app/practice/list-row.tsx';
import { filteredExercises, sorted, standingOf } from '../../../app/practice/list-selection.ts';

const exercise = (id: string, more: Partial<ListedExercise> = {}): ListedExercise => ({
  ...{
    id,
    title: id,
    summary: '',
    kind: 'code',
    level: 'junior',
    minutes: 10,
    skills: ['apis'],
    path: `/practice/${id}`,
  },
  ...{ hue: 1, lesson: 'HTTP', lessonId: 'http' },
  ...more,
});
const all = [
  exercise('untouched'),
  exercise('older', { level: 'senior', minutes: 30 }),
  exercise('passed', { minutes: 5 }),
  exercise('newer', { level: 'mid', kind: 'sql', skills: ['databases'] }),
  exercise('of-a-begun-lesson', { lessonId: 'joins', lesson: 'Joining tables' }),
];
const progress = { passedAt: null, attempts: 1, hintsUsed: 0, solutionSeen: false, status: 'attempted' } as const;
const me: Pick<Me, 'exercises' | 'lessons' | 'selfScores'> = {
  lessons: { joins: { doneAt: null, checks: {} } },
  exercises: {
    older: { ...progress, lastAt: '2026-11-01T00:00:00.000Z' },
    newer: { ...progress, lastAt: '2026-11-20T00:00:00.000Z' },
    passed: { ...progress, status: 'passed', lastAt: '2026-11-21T00:00:00.000Z' },
  },
  selfScores: {},
};
const standing = (one: ListedExercise) => standingOf(one, me);
const order = (sort: string) => sorted(all, sort, standing).map(({ id }) => id);
const none = { q: '', skill: '', level: '', kind: '', status: '' };
const found = (filters: Partial<typeof none>) =>
  filteredExercises(all, { ...none, ...filters }, standing).shown.map(({ id }) => id);

test('recommended: what was begun, the latest first, then what belongs to a begun lesson, and what is passed last', () => {
  expect(order('')).toEqual(['newer', 'older', 'of-a-begun-lesson', 'untouched', 'passed']);
});

test('the other orders: by level, by time, unsolved with the last tried first, and as they are taught', () => {
  expect(order('level')).toEqual(['untouched', 'passed', 'of-a-begun-lesson', 'newer', 'older']);
  expect(order('short')).toEqual(['passed', 'untouched', 'newer', 'of-a-begun-lesson', 'older']);
  expect(order('unsolved')).toEqual(['newer', 'older', 'untouched', 'of-a-begun-lesson', 'passed']);
  expect(order('lessons')).toEqual(all.map(({ id }) => id));
});

test('every word of the search must occur, in the title, the lesson or what the row says besides', () => {
  expect(found({ q: 'joining' })).toEqual(['of-a-begun-lesson']);
  expect(found({ q: 'SQL databases' })).toEqual(['newer']);
  expect(found({ q: 'joining sql' })).toEqual([]);
  expect(found({ q: 'http', status: 'attempted' })).toEqual(['older', 'newer']);
});

test('a text that its writer has scored is done, as a pass is', () => {
  const scored = { ...me, selfScores: { untouched: { points: 3, pointsMax: 4, scores: {}, scoredAt: '' } } };
  expect(standingOf(all[0]!, scored).status).toBe('done');
  expect(standingOf(all[0]!, null).status).toBe('open');
});

test('each choice says how many exercises it would leave', () => {
  const { optionsOf } = filteredExercises(all, { ...none, skill: 'apis' }, standing);
  expect(optionsOf('kind')).toEqual([
    ['code', 'Code (4)'],
    ['sql', 'SQL (0)'],
  ]);
  expect(optionsOf('status')).toEqual([
    ['open', 'Not started (2)'],
    ['attempted', 'Begun (1)'],
    ['done', 'Passed or self-assessed (1)'],
  ]);
});
