import { expect, test } from 'vitest';
import { aheadOf } from '#app/ahead';
import { steps } from '#app/steps';

const nothing = { lessons: {}, exercises: {}, lastVisited: null };
const passed = { status: 'passed', attempts: 1, hintsUsed: 0, solutionSeen: false } as const;

test('what comes next is told with its reason and its address, and with nothing else of what there is to do', () => {
  const [first] = steps();
  expect(aheadOf(nothing)).toEqual({
    next: {
      reason: 'start',
      because: { kind: 'first' },
      step: { kind: first?.kind, id: first?.id, title: first?.title, path: first?.path },
    },
    lessonsDone: 0,
    exercisesDone: 0,
  });
});

test('lessons and exercises that are done are counted apart, and once all are nothing comes next', () => {
  const lessons = steps().filter(({ kind }) => kind === 'lesson');
  const exercises = steps().filter(({ kind }) => kind === 'exercise');
  const [lesson, other] = lessons;
  const doneAt = new Date(0);
  expect(aheadOf({ ...nothing, lessons: { [lesson!.id]: { doneAt }, [other!.id]: { doneAt: null } } })).toMatchObject({
    lessonsDone: 1,
    exercisesDone: 0,
  });
  expect(
    aheadOf({
      ...nothing,
      lessons: Object.fromEntries(lessons.map(({ id }) => [id, { doneAt }])),
      exercises: Object.fromEntries(exercises.map(({ id }) => [id, passed])),
    }),
  ).toEqual({ next: null, lessonsDone: lessons.length, exercisesDone: exercises.length });
});
