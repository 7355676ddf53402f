import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type {
  ExercisePage,
  ExerciseSecrets,
  ExerciseSummary,
  Lesson,
  PostingTerms,
  QuestionPage,
  QuestionSummary,
  Theme,
  TrackSummary,
} from './compiled.ts';
import type { SearchIndex, SearchTexts } from '#lib/search';

export type * from './compiled.ts';

/**
 * Compiled content for pages. Reads `.content`, which the build has written; throws when it was not. Ids come from
 * addresses, so a file is opened only for an id that the index knows.
 */
export function tracks(): TrackSummary[] {
  return read<TrackSummary[]>('index.json');
}

/** `folder` is the last part of the track's address. */
export function trackByFolder(folder: string): TrackSummary | null {
  return tracks().find((track) => track.path === `/learn/${folder}`) ?? null;
}

export function lessonByPath(trackFolder: string, lessonFolder: string): Lesson | null {
  const wanted = `/learn/${trackFolder}/${lessonFolder}`;
  const known = trackByFolder(trackFolder)?.lessons.find((lesson) => lesson.path === wanted);
  return known ? read<Lesson>(`lessons/${known.id}.json`) : null;
}

/** The folders of every lesson, in teaching order. */
export function lessonPaths(): { track: string; lesson: string }[] {
  return tracks().flatMap((track) =>
    track.lessons.map((lesson) => {
      const [, , trackFolder = '', lessonFolder = ''] = lesson.path.split('/');
      return { track: trackFolder, lesson: lessonFolder };
    }),
  );
}

/** All exercises in teaching order. */
export function exercises(): ExerciseSummary[] {
  return tracks().flatMap((track) => track.lessons.flatMap((lesson) => lesson.exercises));
}

export function exercisePage(id: string): ExercisePage | null {
  return isExercise(id) ? read<ExercisePage>(`exercises/${id}.json`) : null;
}

/** Hints, solutions and what follows a pass: for routes that decide who may see them, never for a page. */
export function exerciseSecrets(id: string): ExerciseSecrets | null {
  return isExercise(id) ? read<ExerciseSecrets>(`secrets/${id}.json`) : null;
}

/** The question bank by theme, in the order of its page; within a theme from junior to senior. */
export function questionThemes(): Theme[] {
  return read<Theme[]>('questions.json');
}

export function questions(): QuestionSummary[] {
  return questionThemes().flatMap((theme) => theme.questions);
}

export function questionPage(id: string): QuestionPage | null {
  const isKnown = questions().some((question) => question.id === id);
  return isKnown ? read<QuestionPage>(`questions/${id}.json`) : null;
}

/** What the reader of job postings knows, and the posting that it offers as an example. */
export function postingTerms(): PostingTerms {
  return read<PostingTerms>('posting.json');
}

/** Changes with the index, so that it can stand in an address. */
export function searchVersion(): string {
  return read<string>('search/version.json');
}

export function searchIndex(): SearchIndex {
  return read<SearchIndex>('search/index.json');
}

export function searchTexts(): SearchTexts {
  return read<SearchTexts>('search/texts.json');
}

function isExercise(id: string): boolean {
  return exercises().some((exercise) => exercise.id === id);
}

const known = new Map<string, { mtimeMs: number; value: unknown }>();

/** In production the files do not change while the server runs, so each is read once. */
function read<Value>(name: string): Value {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), '.content', name);
  const before = known.get(file);
  if (before && process.env.NODE_ENV === 'production') return before.value as Value;
  if (!existsSync(file)) throw new Error(`${file} is missing. Run npm run content:build.`);
  const { mtimeMs } = statSync(file);
  if (before?.mtimeMs === mtimeMs) return before.value as Value;
  const value = JSON.parse(readFileSync(file, 'utf8')) as Value;
  known.set(file, { mtimeMs, value });
  return value;
}
