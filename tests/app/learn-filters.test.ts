import { expect, test } from 'vitest';
import { readFilters, withFilters } from '#components/url-filters';
import type { Status } from '#components/status-mark';
import { filteredLessons, filterKeys, lessonStatus } from '../../app/learn/map-selection.ts';
import type { MapLesson } from '../../app/learn/track-section.tsx';

const lesson = (id: string, more: Partial<MapLesson>): MapLesson => ({
  ...{ id, title: id, summary: '', path: `/learn/${id}`, level: 'junior', minutes: 5, needs: [], exerciseIds: [] },
  ...{ skills: ['databases'] },
  ...more,
});
const select = lesson('select', {});
const joins = lesson('joins', { level: 'mid' });
const cookies = lesson('cookies', { skills: ['security', 'apis'] });
const all = [select, joins, cookies];
const statuses: Record<string, Status> = { select: 'done', joins: 'attempted', cookies: 'open' };
const statusOf = ({ id }: MapLesson) => statuses[id]!;
const none = { level: '', skill: '', status: '' };
const found = (filters: Partial<typeof none>) =>
  filteredLessons(all, { ...none, ...filters }, statusOf).shown.map(({ id }) => id);

test('filters go into the address and come back out of it, and leave the rest of it alone', () => {
  const search = withFilters('view=map&from=mail', { level: 'mid', skill: 'system-design' });
  expect(readFilters(search, filterKeys)).toEqual({ level: 'mid', skill: 'system-design', status: '' });
  expect(withFilters(search, { level: '', skill: '' })).toBe('view=map&from=mail');
  const words = withFilters('', { q: 'a & b = “c” #1' });
  expect(readFilters(words, ['q'])).toEqual({ q: 'a & b = “c” #1' });
});

test('filters narrow one another', () => {
  expect(found({})).toEqual(['select', 'joins', 'cookies']);
  expect(found({ skill: 'databases' })).toEqual(['select', 'joins']);
  expect(found({ skill: 'databases', level: 'mid' })).toEqual(['joins']);
  expect(found({ skill: 'apis', status: 'open' })).toEqual(['cookies']);
  expect(found({ skill: 'apis', status: 'done' })).toEqual([]);
});

test('each choice says how many lessons it would leave, the other filters counted in and its own not', () => {
  const { optionsOf } = filteredLessons(all, { ...none, skill: 'databases', level: 'mid' }, statusOf);
  expect(optionsOf('level')).toEqual([
    ['junior', 'Junior (1)'],
    ['mid', 'Mid (1)'],
  ]);
  expect(optionsOf('skill')).toEqual([
    ['databases', 'Databases (1)'],
    ['apis', 'APIs (0)'],
    ['security', 'Security (0)'],
  ]);
  expect(optionsOf('status')).toEqual([
    ['open', 'Not started (0)'],
    ['attempted', 'Begun (1)'],
    ['done', 'Done (0)'],
  ]);
});

test('a choice that no lesson has is shown as chosen, and one that there is not is ignored', () => {
  const asked = { level: 'senior', skill: 'toString', status: 'passed' };
  const { chosen, optionsOf, shown } = filteredLessons(all, asked, statusOf);
  expect(chosen).toEqual({ level: 'senior', skill: '', status: '' });
  expect(optionsOf('level')).toContainEqual(['senior', 'Senior (0)']);
  expect(shown).toEqual([]);
});

test('a lesson is begun by a question answered or an exercise tried, and done only by its reader’s own mark', () => {
  const progress = {
    status: 'passed',
    passedAt: null,
    attempts: 1,
    hintsUsed: 0,
    solutionSeen: false,
    lastAt: '',
  } as const;
  const nothing = { lessons: {}, exercises: {} };
  const withExercise = lesson('sums', { exerciseIds: ['add'] });
  expect(lessonStatus(withExercise, null)).toBe('open');
  expect(lessonStatus(withExercise, nothing)).toBe('open');
  expect(lessonStatus(withExercise, { ...nothing, exercises: { add: progress } })).toBe('attempted');
  expect(lessonStatus(withExercise, { ...nothing, lessons: { sums: { doneAt: null, checks: {} } } })).toBe('attempted');
  expect(lessonStatus(withExercise, { ...nothing, lessons: { sums: { doneAt: '2026-11-21', checks: {} } } })).toBe(
    'done',
  );
});
