import { expect, test } from 'vitest';
import { matching, sorted } from '#app/practice/list-selection';
import type { Status } from '#components/status-mark';

type Listed = Parameters<typeof sorted>[0][number];

const keyset = listed({
  id: 'keyset',
  title: 'Pages by key',
  kind: 'sql',
  level: 'mid',
  minutes: 20,
  skills: ['databases'],
});
const parser = listed({ id: 'parser', title: 'Parse a request', level: 'senior', minutes: 40, skills: ['apis'] });
const dedupe = listed({ id: 'dedupe', title: 'Drop repeats', minutes: 10, lesson: 'What backend engineers do' });
const all = [keyset, parser, dedupe];
const none = { q: '', skill: '', level: '', kind: '', status: '' };
const statuses: Record<string, Status> = { keyset: 'done', dedupe: 'attempted' };
const statusOf = ({ id }: Listed): Status => statuses[id] ?? 'open';
const ids = (exercises: Listed[]) => exercises.map(({ id }) => id);
const found = (filters: Partial<typeof none>) => ids(all.filter(matching({ ...none, ...filters }, statusOf)));

test('without filters everything is listed', () => {
  expect(found({})).toEqual(['keyset', 'parser', 'dedupe']);
});

test('every word of the search has to occur, in any case and any field of the row', () => {
  expect(found({ q: 'PARSE apis' })).toEqual(['parser']);
  expect(found({ q: 'backend engineers' })).toEqual(['dedupe']);
  expect(found({ q: 'parse databases' })).toEqual([]);
});

test('filters narrow each other', () => {
  expect(found({ kind: 'sql', level: 'mid' })).toEqual(['keyset']);
  expect(found({ kind: 'sql', level: 'senior' })).toEqual([]);
});

test('status is the status of this learner', () => {
  expect(found({ status: 'done' })).toEqual(['keyset']);
  expect(found({ status: 'open' })).toEqual(['parser']);
});

test('recommended puts what was begun first and what is passed last', () => {
  expect(ids(sorted(all, '', statusOf))).toEqual(['dedupe', 'parser', 'keyset']);
});

test('the other orders are by lesson, by length and by level', () => {
  expect(ids(sorted(all, 'lessons', statusOf))).toEqual(['keyset', 'parser', 'dedupe']);
  expect(ids(sorted(all, 'short', statusOf))).toEqual(['dedupe', 'keyset', 'parser']);
  expect(ids(sorted(all, 'level', statusOf))).toEqual(['dedupe', 'keyset', 'parser']);
});

function listed(exercise: Partial<Listed> & { id: string }): Listed {
  return {
    title: 'Exercise',
    summary: 'What it asks for.',
    kind: 'code',
    level: 'junior',
    minutes: 15,
    skills: ['programming'],
    path: `/practice/${exercise.id}`,
    hue: 195,
    lesson: 'A lesson',
    ...exercise,
  };
}
