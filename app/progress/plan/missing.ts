import type { TrackSummary } from '#content/load';
import { levels, type Level } from '../readiness.ts';
import type { PlanItem } from './plan.ts';

type Done = { lessons: ReadonlySet<string>; exercises: ReadonlySet<string> };

/**
 * What stands between a learner and a level: lessons not marked as done and exercises not passed, of that level and
 * those below, the lowest level first and in teaching order. `known` are lessons that a placement says may be left out.
 */
export function missingFor(
  level: Level,
  tracks: readonly TrackSummary[],
  done: Done,
  known: ReadonlySet<string>,
): PlanItem[] {
  return levels.slice(0, levels.indexOf(level) + 1).flatMap((wanted) =>
    tracks.flatMap(({ lessons }) =>
      lessons.flatMap((lesson): PlanItem[] => {
        const { id, title, path, minutes } = lesson;
        const isOpen = lesson.level === wanted && !done.lessons.has(id) && !known.has(id);
        const exercises = lesson.exercises.filter(
          // A text is never graded, so no readiness comes of it.
          (exercise) => exercise.level === wanted && exercise.kind !== 'write' && !done.exercises.has(exercise.id),
        );
        return [
          ...(isOpen ? [{ kind: 'lesson' as const, id, title, path, minutes }] : []),
          ...exercises.map((exercise): PlanItem => ({
            kind: 'exercise',
            id: exercise.id,
            title: exercise.title,
            path: exercise.path,
            minutes: exercise.minutes,
          })),
        ];
      }),
    ),
  );
}
