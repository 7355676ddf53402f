import type { LessonState } from '#db/lessons';
import type { ExerciseProgress } from '#db/progress';
import { evidenceOf } from './evidence.ts';
import { material } from './material.ts';
import { readinessOf, type Level } from './readiness.ts';

/** The level that somebody is ready for; null short of the first. */
export function levelOf(
  lessons: Record<string, LessonState>,
  exercises: readonly ExerciseProgress[],
  hintsBeforePass: Record<string, number>,
): Level | null {
  return readinessOf(material(), evidenceOf(lessons, exercises, hintsBeforePass)).level;
}
