import type { Compiled } from './compile.ts';
import type { CompiledExercise } from './compile-exercise.ts';
import type {
  ExerciseFile,
  ExercisePage,
  ExerciseStep,
  ExerciseSecrets,
  ExerciseSummary,
  IdLink,
  Lesson,
  LessonSummary,
  PageLink,
  TrackSummary,
} from './compiled.ts';
import { ContentError, shownPath } from './content-error.ts';
import type { Exercise } from './exercise.ts';
import { kinds } from './kinds.ts';
import type { LessonSource, TrackSource } from './read-tree.ts';
import { stepOf } from './steps.ts';
import { fileEndings, type Language } from '#lib/verdict';

/** Puts what was read and compiled into the shapes that pages want. Nothing here touches the disk. */

export function summaries(tracks: TrackSource[], intros: Map<string, string>): TrackSummary[] {
  const known = linksById(tracks);
  return tracks.map((track) => {
    const { id, title, summary, hue, order } = track.meta;
    return {
      id,
      title,
      summary,
      hue,
      order,
      path: `/learn/${track.name}`,
      introHtml: intros.get(id) ?? '',
      lessons: track.lessons.map((lesson) => lessonSummary(track, lesson, known)),
    };
  });
}

export function linksById(tracks: TrackSource[]): Map<string, PageLink> {
  return new Map(tracks.flatMap((track) => track.lessons.map((lesson) => [lesson.meta.id, linkTo(track, lesson)])));
}

function linkTo(track: TrackSource, lesson: LessonSource): IdLink {
  return { id: lesson.meta.id, title: lesson.meta.title, path: `/learn/${track.name}/${lesson.name}` };
}

/** Prerequisites that are not in `known` are left out; lessonPages reports them. */
function lessonSummary(track: TrackSource, lesson: LessonSource, known: Map<string, unknown>): LessonSummary {
  const { title, summary, level, minutes, skills, prerequisites } = lesson.meta;
  const needs = prerequisites.filter((id) => known.has(id));
  const exercises = lesson.exercises.map((exercise) => exerciseSummary(track, lesson, exercise));
  return { ...linkTo(track, lesson), title, summary, level, minutes, skills, trackId: track.meta.id, needs, exercises };
}

function exerciseSummary(track: TrackSource, lesson: LessonSource, exercise: Exercise): ExerciseSummary {
  const { id, title, summary, kind, languages, level, minutes, skills } = exercise.meta;
  const ids = { lessonId: lesson.meta.id, trackId: track.meta.id };
  return { id, title, summary, kind, languages, level, minutes, skills, path: `/practice/${id}`, ...ids };
}

/** Prerequisites that are not there are reported and left out. */
export function lessonPages(tracks: TrackSource[], compiled: Map<string, Compiled>, errors: ContentError[]): Lesson[] {
  const all = tracks.flatMap((track) => track.lessons.map((lesson) => ({ track, lesson })));
  const byId = new Map(all.map((place) => [place.lesson.meta.id, place]));
  const linkAt = (index: number): PageLink | null => {
    const place = all[index];
    if (!place) return null;
    const { title, path } = linkTo(place.track, place.lesson);
    return { title, path };
  };
  return all.map(({ track, lesson }, index) => {
    const prerequisites = lesson.meta.prerequisites.flatMap((id) => {
      const place = byId.get(id);
      if (place) return [linkTo(place.track, place.lesson)];
      errors.push(
        new ContentError(
          lesson.file,
          `asks for the lesson ${id}, which there is not`,
          'Correct prerequisites, or write that lesson',
        ),
      );
      return [];
    });
    return {
      ...lessonSummary(track, lesson, byId),
      objectives: lesson.meta.objectives,
      sources: lesson.meta.sources,
      prerequisites,
      toc: compiled.get(lesson.meta.id)?.toc ?? [],
      segments: compiled.get(lesson.meta.id)?.segments ?? [],
      previous: linkAt(index - 1),
      next: linkAt(index + 1),
      sourceFile: shownPath(lesson.file),
    };
  });
}

type PageWithSecrets = { page: ExercisePage; secrets: ExerciseSecrets };

export function exercisePages(tracks: TrackSource[], compiled: Map<string, CompiledExercise>): PageWithSecrets[] {
  const all = tracks.flatMap((track) =>
    track.lessons.flatMap((lesson) => lesson.exercises.map((exercise) => ({ track, lesson, exercise }))),
  );
  return all.flatMap(({ track, lesson, exercise }, index) => {
    const made = compiled.get(exercise.meta.id);
    if (!made) return [];
    const next = all[index + 1]?.exercise.meta;
    const page: ExercisePage = {
      ...exerciseSummary(track, lesson, exercise),
      taskHtml: made.taskHtml,
      hintCount: made.hintsHtml.length,
      contentHash: exercise.contentHash,
      files: filesFor(exercise, made),
      submits: exercise.lab ? 'all' : 'one',
      modules: exercise.meta.modules ?? [],
      visibleTests: made.tests.visible,
      hiddenTestCount: made.tests.hidden.length,
      lesson: linkTo(track, lesson),
      step: stepLinks(exercise, lesson.exercises),
      database: made.database ? { name: exercise.meta.db ?? null, tables: made.database.tables } : null,
      next: next ? { title: next.title, path: `/practice/${next.id}` } : null,
      expected: made.database?.expected ?? null,
      answers: made.answers?.page ?? null,
    };
    return [{ page, secrets: secretsOf(exercise, made) }];
  });
}

function stepLinks(exercise: Exercise, exercises: Exercise[]): ExerciseStep | null {
  const step = stepOf(exercise, exercises);
  if (!step) return null;
  const { number, of, continued } = step;
  const continues = continued && { id: continued.id, title: continued.title, path: `/practice/${continued.id}` };
  return { number, of, continues };
}

function filesFor(exercise: Exercise, made: CompiledExercise): ExerciseFile[] {
  const { answerFile } = kinds[exercise.meta.kind];
  if (answerFile !== null) return [{ name: answerFile, language: null, starter: '', starterHtml: '' }];
  const files = exercise.meta.languages.map((language) => fileFor(exercise, made, language));
  const [exploit] = files;
  if (!exercise.lab || !exploit) return files;
  const service = { starter: exercise.lab.service, starterHtml: made.serviceHtml };
  return [
    { ...exploit, name: 'exploit.ts' },
    { ...exploit, ...service, name: 'service.ts' },
  ];
}

function fileFor(exercise: Exercise, made: CompiledExercise, language: Language): ExerciseFile {
  const starter = exercise.starter[language] ?? '';
  return {
    name: `solution.${fileEndings[language]}`,
    language,
    starter,
    starterHtml: made.starterHtml[language] ?? '',
  };
}

function secretsOf(exercise: Exercise, made: CompiledExercise): ExerciseSecrets {
  const [exploit] = exercise.lab?.exploits ?? [];
  const sources = exploit
    ? [
        ['exploit.ts', exploit.source],
        ['service.ts', exercise.solution.typescript],
      ]
    : exercise.meta.languages.map((language) => [`solution.${fileEndings[language]}`, exercise.solution[language]]);
  return {
    hintsHtml: made.hintsHtml,
    afterHtml: made.afterHtml,
    solution: Object.fromEntries(sources) as ExerciseSecrets['solution'],
    alternatives: exercise.alternatives.map(({ name, source }) => ({ name, source })),
    answers: made.answers?.secrets ?? null,
    contentHash: exercise.contentHash,
  };
}
