import path from 'node:path';
import { openBuildCache } from '#content/build-cache';
import { compileQuestions } from '#content/compile-questions';
import { compileTree } from '#content/compile-tree';
import type { Segment } from '#content/compiled';
import { ContentError, type Exercise, readDatabase, readExercise } from '#content/exercise';
import { exerciseFolders } from '#content/folders';
import { lessonPages, linksById } from '#content/pages';
import { readQuestions } from '#content/read-questions';
import { type LessonSource, readTree } from '#content/read-tree';
import { compileTerms, readTerms } from '#content/terms';
import type { OpenSandbox } from '../open-sandbox.ts';
import { checkCoverage, readCoverage } from './coverage.ts';
import { checkExerciseRuns } from './exercise-runs.ts';
import { checkExerciseText } from './exercise-text.ts';
import { acceptIds, checkIds, idsBelow } from './ids.ts';
import { checkLessonRuns } from './lesson-runs.ts';
import { checkLessonText } from './lesson-text.ts';
import { inParallel } from './in-parallel.ts';
import { placeholdersIn } from './placeholders.ts';
import { openProofs } from './proofs.ts';
import { checkQuestionText } from './question-text.ts';
import { strayFilesIn, strayFilesOfExercise } from './stray-files.ts';
import { checkTopics, readTopics } from './topics.ts';

export type CheckOptions = {
  /** Content folders: the shipped one, then those of CONTENT_DIRS. */
  roots: string[];
  /** Absolute; [] checks everything, and only then the rules that look across lessons (topics, coverage, ids). */
  folders: string[];
  accept: boolean;
  sandbox: OpenSandbox;
  cacheFolder: string;
  /** Hashes of the code that compiles and of the code that grades: what was proved with older code is proved anew. */
  compilerVersion: string;
  proofVersion: string;
};

export type CheckReport = {
  problems: ContentError[];
  lessons: number;
  exercises: number;
  questions: number;
  /** Exercises and lessons whose code did not have to run again. */
  remembered: number;
  accepted: number;
};

/** Checks every rule of docs/writing-lessons.md and docs/writing-exercises.md that a machine can check. */
export async function checkContent(options: CheckOptions): Promise<CheckReport> {
  const { roots, folders, sandbox } = options;
  const isChosen = (folder: string) => folders.length === 0 || folders.some((chosen) => isWithin(chosen, folder));
  const tree = readTree(roots);
  const cache = openBuildCache(path.join(options.cacheFolder, 'content'), options.compilerVersion);
  const compiled = await compileTree(tree, { cache, describeDatabase: null });
  // Called for what it reports: prerequisites that lead nowhere.
  lessonPages(compiled.tracks, compiled.lessons, tree.errors);
  const bank = readQuestions(roots, tree.errors);
  const links = linksById(compiled.tracks);
  await compileQuestions(bank, { cache, lessonLink: (id) => links.get(id) ?? null, errors: tree.errors });
  compileTerms(
    readTerms(roots, tree.errors),
    tree.tracks.flatMap((track) => track.lessons),
    tree.errors,
  );
  const problems: ContentError[] = [...tree.errors];
  const allQuestions = bank.flatMap(({ questions }) => questions);
  const questions = allQuestions.filter(({ file }) => isChosen(file));
  problems.push(...questions.flatMap(checkQuestionText));

  const segmentsOf = (lesson: string) => compiled.lessons.get(lesson)?.segments ?? [];
  const allLessons = tree.tracks.flatMap((track) => track.lessons);
  const lessons = allLessons.filter((lesson) => isChosen(lesson.folder) && compiled.lessons.has(lesson.meta.id));
  const exerciseIds = new Set(allLessons.flatMap((lesson) => lesson.exercises.map(({ meta }) => meta.id)));
  for (const lesson of lessons) problems.push(...checkLessonText(lesson, segmentsOf(lesson.meta.id), exerciseIds));

  const outside = folders.filter((folder) => !roots.some((root) => isWithin(root, folder)));
  const exercises = readAll([...roots.flatMap(exerciseFolders).filter(isChosen), ...outside], roots, problems);
  const sound = exercises.filter((exercise) => textIsSound(exercise, problems));
  problems.push(...roots.flatMap(strayFilesIn), ...outside.flatMap(strayFilesOfExercise));
  if (folders.length === 0) problems.push(...checkLists(roots, allLessons, problems));
  const held = [
    ...allLessons.map(({ folder }) => folder),
    ...exercises.map(({ folder }) => folder),
    ...questions.map(({ file }) => file),
  ];
  for (const folder of folders) {
    const named = [...held, ...problems.map(({ file }) => file)];
    if (named.some((each) => isWithin(folder, each))) continue;
    const remedy = 'Name the folder of a track, a lesson, an exercise or a theme';
    problems.push(new ContentError(folder, 'holds no lesson, no exercise and no question', remedy));
  }
  let accepted = 0;
  for (const root of roots) {
    const ids = idsBelow(root, tree.tracks, segmentsOf, allQuestions);
    if (options.accept) accepted += acceptIds(root, ids);
    if (folders.length === 0) problems.push(...checkIds(root, ids));
  }

  const proofs = openProofs(path.join(options.cacheFolder, 'check'), options.proofVersion);
  const runs: Run[] = [
    ...sound.map((exercise) => {
      const graded = { ...exercise, task: '', hints: [], after: '' };
      const prove = () => proofs.prove(exercise.folder, graded, () => checkExerciseRuns(exercise, sandbox));
      return { weight: weightOf(exercise), prove };
    }),
    ...lessons.map((lesson) => {
      const segments = segmentsOf(lesson.meta.id).filter(({ type }) => type === 'run' || type === 'predict');
      const input = [lesson.file, segments, databasesOf(segments, roots)];
      const prove = () => proofs.prove(lesson.file, input, () => checkLessonRuns(lesson, segments, sandbox));
      return { weight: segments.length, prove };
    }),
  ];
  problems.push(...(await provedOrAlone(runs)));
  return {
    problems: distinct(problems).filter(({ file }) => isChosen(file) || folders.some((folder) => holds(file, folder))),
    lessons: lessons.length,
    exercises: exercises.length,
    questions: questions.length,
    remembered: proofs.remembered(),
    accepted,
  };
}

type Run = {
  /** Roughly how long it takes, against the others. */
  weight: number;
  prove: () => Promise<ContentError[]>;
};

/**
 * Runs all at once, as many as the machine has cores, the longest first, so that none of those is left to run alone at
 * the end. What had problems runs a second time by itself: on a busy machine right code can meet a limit of time, and
 * that is no fault of the exercise's. What is wrong is found wrong twice.
 */
async function provedOrAlone(runs: Run[]): Promise<ContentError[]> {
  const order = [...runs.keys()].sort((one, other) => (runs[other]?.weight ?? 0) - (runs[one]?.weight ?? 0));
  const found: ContentError[][] = [];
  await inParallel(order.map((index) => async () => void (found[index] = (await runs[index]?.prove()) ?? [])));
  for (const [index, { prove }] of runs.entries()) {
    if (found[index]?.length !== 0) found[index] = await prove();
  }
  return found.flat();
}

/** How long one submission takes, by kind: two isolates and more for each result of a lab, databases that are copied. */
const weights: Partial<Record<Exercise['meta']['kind'], number>> = { lab: 15, tests: 10, http: 6, sql: 6, code: 3 };

function weightOf({ meta, alternatives, wrong }: Exercise): number {
  return (weights[meta.kind] ?? 0) * (2 * meta.languages.length + alternatives.length + wrong.length);
}

/** topics.yaml and coverage.yaml: neither hides what is wrong with the other, but without topics there is nothing to cover. */
function checkLists(roots: string[], lessons: LessonSource[], problems: ContentError[]): ContentError[] {
  return orReport(problems, () => {
    const topics = readTopics(roots);
    const coverage = orReport(problems, () => checkCoverage(readCoverage(roots), topics));
    return [...checkTopics(topics, lessons), ...coverage];
  });
}

/** Exercises are read by their folders and not from the tree: one can be checked before its lesson is written. */
function readAll(folders: string[], roots: string[], problems: ContentError[]): Exercise[] {
  return folders.flatMap((folder) => orReport(problems, () => [readExercise(folder, roots)]));
}

/** Reports what the text of an exercise lacks. Says whether it is worth grading: it is complete and its tests can be read. */
function textIsSound(exercise: Exercise, problems: ContentError[]): boolean {
  const waiting = placeholdersIn(exercise.folder);
  problems.push(...waiting);
  const read = orReport(problems, () => {
    problems.push(...checkExerciseText(exercise));
    return [exercise];
  });
  return waiting.length === 0 && read.length > 0;
}

function databasesOf(segments: Segment[], roots: string[]): unknown[] {
  const names = segments.flatMap((segment) => ('database' in segment && segment.database ? [segment.database] : []));
  return orReport([], () => [...new Set(names)].map((name) => readDatabase(name, roots)));
}

function orReport<Value>(problems: ContentError[], work: () => Value[]): Value[] {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    problems.push(error);
    return [];
  }
}

function isWithin(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder + path.sep);
}

/** A broken track.md or lesson.md above a chosen folder keeps it from being shown, so it is reported with it. */
function holds(file: string, folder: string): boolean {
  return ['track.md', 'lesson.md'].includes(path.basename(file)) && isWithin(path.dirname(file), folder);
}

function distinct(problems: ContentError[]): ContentError[] {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}
