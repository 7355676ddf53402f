import { levelLabels, skillLabels } from '#components/labels';
import type { ExerciseSummary, LessonSummary } from '#content/load';
import { isGraded } from '#lib/graded';
import { percent, skills, type Evidence, type Level, type Readiness, type Skill } from '../../progress/readiness.ts';
import { inTurn, type NextThing } from './next-things.ts';

type Lesson = Pick<LessonSummary, 'id' | 'title' | 'path' | 'level' | 'skills'> & {
  exercises: Pick<ExerciseSummary, 'id' | 'title' | 'path' | 'level' | 'skills' | 'kind'>[];
};

type Situation = {
  tracks: readonly { lessons: readonly Lesson[] }[];
  evidence: Evidence;
  lessonsDone: ReadonlySet<string>;
  readiness: Readiness;
};

/**
 * What is left to do at a level in the skills that are furthest from it, one of each skill before a second of any. Every
 * skill with something left is among them: what is said of it is its figure, not that it is bad.
 */
export function weakThings({ tracks, evidence, lessonsDone, readiness }: Situation, level: Level): NextThing[] {
  const bySkill = readiness.levels[level].skills;
  const lessons = tracks.flatMap((track) => track.lessons);
  const isWanted = (item: { level: Level; skills: readonly Skill[] }, skill: Skill) =>
    item.level === level && item.skills.includes(skill);
  const left = (skill: Skill) =>
    lessons.flatMap((lesson): { title: string; path: string }[] => [
      ...(isWanted(lesson, skill) && !lessonsDone.has(lesson.id) ? [lesson] : []),
      ...lesson.exercises.filter(
        (exercise) => isWanted(exercise, skill) && isGraded(exercise) && !evidence.exercises[exercise.id]?.passed,
      ),
    ]);
  return inTurn(
    skills
      .filter((skill) => bySkill[skill].share !== null)
      .toSorted((a, b) => bySkill[a].share! - bySkill[b].share!)
      .map((skill) => {
        const reason = `${skillLabels[skill]} is at ${percent(bySkill[skill].share!)} % for ${levelLabels[level].toLowerCase()}. This is part of what is missing.`;
        return left(skill).map(({ title, path }) => ({ title, path, reason }));
      }),
  );
}
