import path from 'node:path';
import { ContentError } from './content-error.ts';
import type { Exercise } from './exercise.ts';

/**
 * Exercises of one lesson as they are done: those that go on with another one's code right after it, the others in the
 * order given. A step that in the end goes on from nothing has no place: it is reported and left out.
 */
export function inStepOrder(exercises: Exercise[], errors: ContentError[]): Exercise[] {
  const placed: Exercise[] = [];
  const place = (exercise: Exercise): void => {
    placed.push(exercise);
    for (const step of exercises) {
      if (step.meta.continues !== exercise.meta.id) continue;
      errors.push(...otherStarters(step, exercise));
      place(step);
    }
  };
  for (const exercise of exercises) if (exercise.meta.continues === undefined) place(exercise);
  for (const { folder, meta } of exercises.filter((exercise) => !placed.includes(exercise))) {
    const problem = `continues ${meta.continues}, which leads back to no first step in this lesson`;
    errors.push(new ContentError(path.join(folder, 'exercise.md'), problem, 'Name the step before it'));
  }
  return placed;
}

/** How many steps there are on the way to this one and after it; null for an exercise that stands by itself. */
export function stepOf(exercise: Exercise, exercises: Exercise[]) {
  const before = (of: Exercise) => exercises.find(({ meta }) => meta.id === of.meta.continues);
  const after = (of: Exercise) => exercises.find(({ meta }) => meta.continues === of.meta.id);
  const count = (from: Exercise, next: typeof before): number => {
    const found = next(from);
    return found ? 1 + count(found, next) : 0;
  };
  const number = count(exercise, before) + 1;
  const of = number + count(exercise, after);
  return of === 1 ? null : { number, of, continued: before(exercise)?.meta ?? null };
}

/** Somebody who has not passed the step before goes on with our code of it. */
function otherStarters(step: Exercise, before: Exercise): ContentError[] {
  const others = step.meta.languages.filter((language) => step.starter[language] !== before.solution[language]);
  const remedy = 'Copy it: that is what somebody goes on with who has no code of their own';
  return others.map(
    (language) =>
      new ContentError(step.folder, `begins with other ${language} than the solution of ${before.meta.id}`, remedy),
  );
}
