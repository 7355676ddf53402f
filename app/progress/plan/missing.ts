import type { LessonSummary, TrackSummary } from '#content/load';
import { isGraded } from '#lib/graded';
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
      lessons.flatMap((lesson) =>
        itemsOf(lesson, done, {
          withText: lesson.level === wanted && !known.has(lesson.id),
          isWanted: (level) => level === wanted,
        }),
      ),
    ),
  );
}

/**
 * The same for chosen lessons alone, as a job posting asks for them: each with its exercises up to the level, or up to its
 * own where that is higher. The lowest level first and in teaching order.
 */
export function missingIn(
  lessonIds: ReadonlySet<string>,
  level: Level,
  tracks: readonly TrackSummary[],
  done: Done,
  known: ReadonlySet<string>,
): PlanItem[] {
  const chosen = tracks.flatMap(({ lessons }) => lessons).filter(({ id }) => lessonIds.has(id));
  return levels.flatMap((own) =>
    chosen
      .filter((lesson) => lesson.level === own)
      .flatMap((lesson) => {
        const highest = Math.max(levels.indexOf(level), levels.indexOf(own));
        return itemsOf(lesson, done, {
          withText: !known.has(lesson.id),
          isWanted: (each) => levels.indexOf(each) <= highest,
        });
      }),
  );
}

function itemsOf(
  lesson: LessonSummary,
  done: Done,
  { withText, isWanted }: { withText: boolean; isWanted: (level: Level) => boolean },
): PlanItem[] {
  const { id, title, path, minutes } = lesson;
  const exercises = lesson.exercises.filter(
    (exercise) => isWanted(exercise.level) && isGraded(exercise) && !done.exercises.has(exercise.id),
  );
  return [
    ...(withText && !done.lessons.has(id) ? [{ kind: 'lesson' as const, id, title, path, minutes }] : []),
    ...exercises.map((exercise): PlanItem => ({
      kind: 'exercise',
      id: exercise.id,
      title: exercise.title,
      path: exercise.path,
      minutes: exercise.minutes,
    })),
  ];
}
