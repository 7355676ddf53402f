import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ContentError } from './content-error.ts';
import { readDatabase, readDataSets, readNeeded, withVisibleFirst } from './database.ts';
import type { Exercise, Variant } from './exercise.ts';
import { splitExercise } from './exercise-sections.ts';
import { contentRoots, filesIn } from './folders.ts';
import { readFrontMatter } from './front-matter.ts';
import { readImplementations } from './implementations.ts';
import { kinds } from './kinds.ts';
import { readLab } from './lab.ts';
import { readAnswers } from './read-answers.ts';
import { type ExerciseMeta, exerciseMetaSchema } from './schema.ts';
import { fileEndings, type Language } from '#lib/verdict';

/** Reads one exercise folder, wherever it lies. Throws a ContentError for the first thing that is missing or broken. */
export function readExercise(folder: string, roots = contentRoots()): Exercise {
  const file = path.join(folder, 'exercise.md');
  const text = readNeeded(file, 'Run npm run new-exercise to make a whole folder, or remove this one');
  const { meta, body, bodyLine } = readFrontMatter(exerciseMetaSchema, file, text);
  const shape = kinds[meta.kind];
  const hasTests = shape.tests === 'needed' || filesIn(folder).includes('tests.ts');
  const hasDatabase =
    shape.database === 'needed' ||
    (shape.database === 'optional' && (meta.db !== undefined || filesIn(folder).includes('setup.sql')));
  const answers = readAnswers(folder, meta);
  const whole = {
    meta,
    folder: path.resolve(folder),
    ...splitExercise(file, body, bodyLine),
    starter: readByLanguage(folder, 'starter', meta, 'Write what the learner begins with into it'),
    solution: readByLanguage(folder, 'solution', meta, 'Write the reference solution into it'),
    alternatives: readVariants(folder, 'alternatives'),
    wrong: readVariants(folder, 'wrong'),
    tests: hasTests ? readNeeded(path.join(folder, 'tests.ts'), 'Write the tests that always run into it') : '',
    hidden: hasTests
      ? readNeeded(path.join(folder, 'hidden.ts'), 'Write the tests that run on submit only into it')
      : '',
    ...(hasDatabase ? { database: readOwnOrShared(folder, meta, roots) } : {}),
    ...(answers && { answers }),
    ...(meta.kind === 'tests' ? { implementations: readImplementations(folder) } : {}),
    ...(meta.kind === 'lab' ? { lab: readLab(folder) } : {}),
  };
  return { ...whole, contentHash: hashOf(whole) };
}

function readByLanguage(folder: string, name: string, meta: ExerciseMeta, remedy: string) {
  const entries = meta.languages.map((language) => [
    language,
    readNeeded(path.join(folder, `${name}.${fileEndings[language]}`), remedy),
  ]);
  return Object.fromEntries(entries) as Partial<Record<Language, string>>;
}

const caughtByLine = /^(?:\/\/|#|--) caught by: (.+?)\s*(?:\r?\n|$)/;

function readVariants(folder: string, name: 'alternatives' | 'wrong'): Variant[] {
  return filesIn(path.join(folder, name)).flatMap((file) => {
    const language = languageOf(file);
    if (language === undefined) return [];
    const source = readFileSync(path.join(folder, name, file), 'utf8');
    const caughtBy = name === 'wrong' ? caughtByLine.exec(source)?.[1] : undefined;
    return [{ name: file, language, source, ...(caughtBy === undefined ? {} : { caughtBy }) }];
  });
}

/** The ending of a file tells its language; undefined when no language has that ending. */
export function languageOf(file: string): Language | undefined {
  const languages = Object.keys(fileEndings) as Language[];
  return languages.find((language) => path.extname(file) === `.${fileEndings[language]}`);
}

function readOwnOrShared(folder: string, meta: ExerciseMeta, roots: string[]): NonNullable<Exercise['database']> {
  const own = readDataSets(folder);
  const setup = path.join(folder, 'setup.sql');
  if (meta.db === undefined) {
    const schema = readNeeded(setup, 'Write the schema into it, or name a shared database with db: in exercise.md');
    return { schema, dataSets: withVisibleFirst(folder, own) };
  }
  if (filesIn(folder).includes('setup.sql')) {
    throw new ContentError(
      setup,
      `stands beside db: ${meta.db}, which already brings a schema`,
      'Remove one of the two',
    );
  }
  const shared = readDatabase(meta.db, roots);
  const byName = new Map([...shared.dataSets, ...own].map((dataSet) => [dataSet.name, dataSet]));
  return { schema: shared.schema, dataSets: withVisibleFirst(folder, [...byName.values()]) };
}

function hashOf(exercise: Omit<Exercise, 'contentHash'>): string {
  const { id, kind, languages, limits, order, roles, types } = exercise.meta;
  const graded = [
    { id, kind, languages, limits, order, roles, types },
    exercise.tests,
    exercise.hidden,
    exercise.solution,
    exercise.database ?? null,
    ...(exercise.answers ? [exercise.answers] : []),
    ...(exercise.implementations ? [exercise.implementations] : []),
    ...(exercise.lab ? [exercise.lab] : []),
  ];
  return createHash('sha256').update(JSON.stringify(graded)).digest('hex');
}
