import { exercisePage, questions, tracks, lessonByPath } from '#content/load';
import { drawContent } from '#app/interview/mocks/draw-content';
import type { DrawContent } from '#app/interview/mocks/draw';
import type { LearnerFiles } from '#lib/verdict';

export type SeedExercise = {
  id: string;
  contentHash: string;
  /** Four learners' code for it, as one hands it in. */
  solutions: LearnerFiles[];
  tests: string[];
};

export type SeedContent = {
  lessons: string[];
  checks: { lesson: string; check: string }[];
  exercises: SeedExercise[];
  /** Exercises that are written and scored by their writers. */
  texts: { id: string; contentHash: string }[];
  questions: string[];
  draw: DrawContent;
};

/** What made-up learners do, taken from the content as it is compiled. */
export function seedContent(): SeedContent {
  const lessons = tracks().flatMap((track) => track.lessons);
  const exercises = lessons.flatMap((lesson) => lesson.exercises);
  return {
    lessons: lessons.map(({ id }) => id),
    checks: lessons.flatMap((lesson) => {
      const [, , trackFolder = '', lessonFolder = ''] = lesson.path.split('/');
      const segments = lessonByPath(trackFolder, lessonFolder)?.segments ?? [];
      return segments.flatMap((segment) =>
        segment.type === 'check' ? [{ lesson: lesson.id, check: segment.id }] : [],
      );
    }),
    exercises: exercises.filter(({ kind }) => kind !== 'write').map(({ id }) => seedExercise(id)),
    texts: exercises
      .filter(({ kind }) => kind === 'write')
      .map(({ id }) => ({ id, contentHash: exercisePage(id)!.contentHash })),
    questions: questions().map(({ id }) => id),
    draw: drawContent(),
  };
}

function seedExercise(id: string): SeedExercise {
  const { contentHash, files, visibleTests, hiddenTestCount } = exercisePage(id)!;
  const hidden = Array.from({ length: hiddenTestCount }, (_, index) => `hidden test ${index + 1}`);
  const solutions = [300, 700, 1200, 2200].map((chars) =>
    Object.fromEntries(files.slice(0, 1).map(({ name, starter }) => [name, starter + work.slice(0, chars)])),
  );
  return { id, contentHash, solutions, tests: [...visibleTests, ...hidden] };
}

const work = Array.from(
  { length: 80 },
  (_, line) => `  const total${line} = rows.filter(({ id }) => id > ${line}).length;\n`,
).join('');
