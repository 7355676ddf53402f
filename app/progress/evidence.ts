import type { LessonState } from '#db/lessons';
import type { ExerciseProgress } from '#db/progress';
import { checkItem } from '#db/review-cards';
import type { Evidence } from './readiness.ts';

/** What the database knows of a learner, in the shape of the formula. */
export function evidenceOf(
  lessons: Record<string, LessonState>,
  exercises: readonly ExerciseProgress[],
  hintsBeforePass: Record<string, number>,
): Evidence {
  return {
    exercises: Object.fromEntries(
      exercises.map(({ exerciseId, status, failuresBeforePass, solutionSeen, importedAt }) => [
        exerciseId,
        {
          passed: status === 'passed',
          failuresBeforePass,
          hints: hintsBeforePass[exerciseId] ?? 0,
          solutionSeen,
          imported: importedAt !== null,
        },
      ]),
    ),
    questions: Object.fromEntries(
      Object.entries(lessons).flatMap(([lessonId, { checks }]) =>
        Object.entries(checks).map(([checkId, { correct, firstCorrect }]) => [
          checkItem(lessonId, checkId),
          { correct, firstCorrect },
        ]),
      ),
    ),
  };
}
