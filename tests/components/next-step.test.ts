import { expect, test } from 'vitest';
import { nextStep, type Step } from '#components/next-step';

const steps: Step[] = [
  { kind: 'lesson', id: 'select', title: 'Select', path: '/learn/databases/select' },
  { kind: 'exercise', id: 'new-releases', title: 'New releases', path: '/practice/new-releases' },
  { kind: 'lesson', id: 'joins', title: 'Joins', path: '/learn/databases/joins' },
];
const done = { doneAt: '2026-11-21T06:00:00.000Z', checks: {} };
const passed = {
  status: 'passed',
  passedAt: done.doneAt,
  attempts: 1,
  hintsUsed: 0,
  solutionSeen: false,
  lastAt: done.doneAt,
} as const;
const nothing = { lessons: {}, exercises: {}, lastVisited: null };

test('somebody new starts at the beginning', () => {
  expect(nextStep(steps, null)).toEqual({ reason: 'start', step: steps[0] });
});

test('what was left unfinished is continued', () => {
  const lastVisited = { kind: 'exercise', id: 'new-releases' } as const;
  expect(nextStep(steps, { ...nothing, lastVisited })).toEqual({ reason: 'continue', step: steps[1] });
});

test('after something finished comes the next open step, not the first one', () => {
  const lastVisited = { kind: 'exercise', id: 'new-releases' } as const;
  const me = { ...nothing, exercises: { 'new-releases': passed }, lastVisited };
  expect(nextStep(steps, me)).toEqual({ reason: 'next', step: steps[2] });
});

test('at the end, what was skipped earlier is recommended', () => {
  const lastVisited = { kind: 'lesson', id: 'joins' } as const;
  const me = { lessons: { joins: done, select: done }, exercises: {}, lastVisited };
  expect(nextStep(steps, me)).toEqual({ reason: 'next', step: steps[1] });
});

test('a lesson with answers but without a mark is still open', () => {
  const me = { ...nothing, lessons: { select: { doneAt: null, checks: { a: { correct: true, attempts: 1 } } } } };
  expect(nextStep(steps, me)).toEqual({ reason: 'start', step: steps[0] });
});

test('nothing is recommended once everything is done', () => {
  const me = { lessons: { select: done, joins: done }, exercises: { 'new-releases': passed }, lastVisited: null };
  expect(nextStep(steps, me)).toEqual({ reason: 'finished' });
});

test('a visit to something that has left the content is ignored', () => {
  const lastVisited = { kind: 'lesson', id: 'gone' } as const;
  expect(nextStep(steps, { ...nothing, lastVisited })).toEqual({ reason: 'start', step: steps[0] });
});
