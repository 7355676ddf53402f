import type { LessonState } from '#db/lessons';
import type { ExerciseProgress } from '#db/progress';
import { evidenceOf } from './evidence.ts';
import { material } from './material.ts';
import { levels, readinessOf, scoreOf, skills, type Level, type Skill } from './readiness.ts';

export type Standing = {
  /** The level that somebody is ready for; null short of the first. */
  level: Level | null;
  /** By level and skill, from 0 to 1; what has no material is left out. */
  shares: Record<Level, Partial<Record<Skill, number>>>;
  /** What the formula gives for each exercise that was begun, from 0 to 1. */
  scores: Record<string, number>;
};

/** What the formula of readiness says of a learner, for pages that know none. */
export function standingOf(
  lessons: Record<string, LessonState>,
  exercises: readonly ExerciseProgress[],
  hintsBeforePass: Record<string, number>,
): Standing {
  const evidence = evidenceOf(lessons, exercises, hintsBeforePass);
  const readiness = readinessOf(material(), evidence);
  const sharesAt = (level: Level) =>
    skills.flatMap((skill) => {
      const { share } = readiness.levels[level].skills[skill];
      return share === null ? [] : [[skill, Math.round(share * 1000) / 1000]];
    });
  return {
    level: readiness.level,
    shares: Object.fromEntries(
      levels.map((level) => [level, Object.fromEntries(sharesAt(level)) as Partial<Record<Skill, number>>]),
    ) as Standing['shares'],
    scores: Object.fromEntries(
      exercises.map(({ exerciseId: id }) => [id, scoreOf({ type: 'exercise', id }, evidence)]),
    ),
  };
}
