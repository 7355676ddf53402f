import { lessonByPath, tracks, type CheckSegment, type LessonSummary } from '#content/load';
import { checkItem } from '#db/review-cards';
import { isGraded } from '#lib/graded';
import { perBuild } from '../per-build.ts';
import { questionMinutes, type Material } from './readiness.ts';

export type Question = { lesson: LessonSummary; check: CheckSegment };

/** Everything in the content that can be evidence: exercises that are graded, and the questions of lessons. */
export const material = perBuild([tracks], () => [
  ...tracks().flatMap(({ lessons }) =>
    lessons.flatMap(({ exercises }) =>
      exercises
        .filter(isGraded)
        .map(({ id, level, skills, minutes }): Material => ({ type: 'exercise', id, level, skills, minutes })),
    ),
  ),
  ...questions().map(({ lesson, check }): Material => ({
    type: 'question',
    id: checkItem(lesson.id, check.id),
    level: lesson.level,
    skills: lesson.skills,
    minutes: questionMinutes,
  })),
]);

/** The questions with options of all lessons, in teaching order. */
export const questions = perBuild([tracks], () =>
  tracks().flatMap(({ lessons }) =>
    lessons.flatMap((lesson) => {
      const [, , trackFolder = '', lessonFolder = ''] = lesson.path.split('/');
      const segments = lessonByPath(trackFolder, lessonFolder)?.segments ?? [];
      return segments.flatMap((segment): Question[] => (segment.type === 'check' ? [{ lesson, check: segment }] : []));
    }),
  ),
);

export function findQuestion(lessonId: string, checkId: string): Question | null {
  return questions().find(({ lesson, check }) => lesson.id === lessonId && check.id === checkId) ?? null;
}

/** Whether the options chosen, by their place, are just the right ones. */
export function isRightChoice({ options }: CheckSegment, chosen: readonly number[]): boolean {
  return options.every(({ correct }, place) => correct === chosen.includes(place));
}
