import { expect, test } from 'vitest';
import { recommend, type Step } from '#components/next-step';

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
  expect(recommend(steps, null)).toMatchObject({ reason: 'start', step: steps[0] });
});

test('what was left unfinished is continued', () => {
  const lastVisited = { kind: 'exercise', id: 'new-releases' } as const;
  expect(recommend(steps, { ...nothing, lastVisited })).toMatchObject({ reason: 'continue', step: steps[1] });
});

test('after something finished comes the next open step, not the first one', () => {
  const lastVisited = { kind: 'exercise', id: 'new-releases' } as const;
  const me = { ...nothing, exercises: { 'new-releases': passed }, lastVisited };
  expect(recommend(steps, me)).toMatchObject({ reason: 'next', step: steps[2] });
});

test('at the end, what was skipped earlier is recommended', () => {
  const lastVisited = { kind: 'lesson', id: 'joins' } as const;
  const me = { lessons: { joins: done, select: done }, exercises: {}, lastVisited };
  expect(recommend(steps, me)).toMatchObject({ reason: 'next', step: steps[1] });
});

test('a lesson with answers but without a mark is still open', () => {
  const me = { ...nothing, lessons: { select: { doneAt: null, checks: { a: { correct: true, attempts: 1 } } } } };
  expect(recommend(steps, me)).toMatchObject({ reason: 'start', step: steps[0] });
});

test('nothing is recommended once everything is done', () => {
  const me = { lessons: { select: done, joins: done }, exercises: { 'new-releases': passed }, lastVisited: null };
  expect(recommend(steps, me)).toBeNull();
});

test('a visit to something that has left the content is ignored', () => {
  const lastVisited = { kind: 'lesson', id: 'gone' } as const;
  expect(recommend(steps, { ...nothing, lastVisited })).toMatchObject({ reason: 'start', step: steps[0] });
});

const because = (given: Step[], me: Parameters<typeof recommend>[1]) => {
  const found = recommend(given, me);
  return found && [found.step.id, found.because];
};

test('the reason is what was begun, what it follows, or that it is the first of all', () => {
  expect(because(steps, null)).toEqual(['select', { kind: 'first' }]);
  const begun = { ...nothing, lastVisited: { kind: 'exercise', id: 'new-releases' } } as const;
  expect(because(steps, begun)).toEqual(['new-releases', { kind: 'begun' }]);
  const finished = { ...begun, exercises: { 'new-releases': passed } };
  expect(because(steps, finished)).toEqual(['joins', { kind: 'after', title: 'New releases' }]);
  const atTheEnd = { ...nothing, lessons: { joins: done }, lastVisited: { kind: 'lesson', id: 'joins' } } as const;
  expect(because(steps, atTheEnd)).toEqual(['select', { kind: 'open' }]);
});

test('what the next lesson needs comes before it, from the beginning of the chain', () => {
  const chain: Step[] = [
    { kind: 'lesson', id: 'role', title: 'The role', path: '/1' },
    { kind: 'lesson', id: 'life', title: 'The life of a request', path: '/2', needs: ['rest'] },
    { kind: 'lesson', id: 'http', title: 'HTTP', path: '/3' },
    { kind: 'lesson', id: 'rest', title: 'REST', path: '/4', needs: ['http'] },
  ];
  const me = { ...nothing, lessons: { role: done }, lastVisited: { kind: 'lesson', id: 'role' } } as const;
  expect(because(chain, me)).toEqual(['http', { kind: 'needed-for', title: 'The life of a request' }]);
  expect(because(chain, { ...me, lessons: { role: done, http: done, rest: done } })).toEqual([
    'life',
    { kind: 'after', title: 'The role' },
  ]);
});

test('lessons that need one another are recommended all the same', () => {
  const ring: Step[] = [
    { kind: 'lesson', id: 'role', title: 'The role', path: '/1' },
    { kind: 'lesson', id: 'a', title: 'A', path: '/2', needs: ['b', 'gone'] },
    { kind: 'lesson', id: 'b', title: 'B', path: '/3', needs: ['a'] },
  ];
  const me = { ...nothing, lessons: { role: done }, lastVisited: { kind: 'lesson', id: 'role' } } as const;
  expect(because(ring, me)).toEqual(['b', { kind: 'needed-for', title: 'A' }]);
});

const exercise = (id: string): Step => ({ kind: 'exercise', id, title: id, path: `/${id}`, skills: ['databases'] });
const course: Step[] = [exercise('one'), exercise('two'), { ...steps[2]! }, exercise('three')];

test('where a lesson ends, a skill that goes badly is practised before the next lesson', () => {
  const lastVisited = { kind: 'exercise', id: 'two' } as const;
  const helped = { ...passed, hintsUsed: 1 };
  const me = { ...nothing, exercises: { one: helped, two: { ...passed, attempts: 3 } }, lastVisited };
  expect(because(course, me)).toEqual([
    'three',
    { kind: 'weak-skill', skill: 'databases', firstTryCount: 0, triedCount: 2 },
  ]);
});

test('half of the first tries are no weakness, nor is a single exercise', () => {
  const lastVisited = { kind: 'exercise', id: 'two' } as const;
  const half = { ...nothing, exercises: { one: passed, two: { ...passed, attempts: 3 } }, lastVisited };
  expect(because(course, half)).toEqual(['joins', { kind: 'after', title: 'two' }]);
  const single = { ...nothing, exercises: { two: { ...passed, attempts: 3 } }, lastVisited };
  expect(because(course, single)).toEqual(['joins', { kind: 'after', title: 'two' }]);
});
