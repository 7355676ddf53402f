import path from 'node:path';
import type { BuildCache } from './build-cache.ts';
import { compileAnswers, type CompiledAnswers } from './compile-answers.ts';
import { compileCode, compileMarkdown } from './compile.ts';
import type { PageLink, TableDescription } from './compiled.ts';
import type { Exercise } from './exercise.ts';
import { linkedLessons } from './linked-lessons.ts';
import { type TestNames, testNames } from './test-names.ts';
import { fileEndings, type Grid, type Language } from '#lib/verdict';

/** `expected` is null where the reference is no query. */
export type DatabaseDescription = { tables: TableDescription[]; expected: Grid | null };

/** The schema and the visible data, as SQL. */
export type DatabaseSetup = { schema: string; data: string };

/** What PostgreSQL has to be asked. Throws a ContentError that names `file`. */
export type DescribeDatabase = {
  tables: (file: string, setup: DatabaseSetup) => Promise<TableDescription[]>;
  rows: (file: string, setup: DatabaseSetup, query: string) => Promise<Grid>;
};

export type CompiledExercise = {
  taskHtml: string;
  hintsHtml: string[];
  afterHtml: string;
  starterHtml: Partial<Record<Language, string>>;
  /** Of a lab: the service as it is given. */
  serviceHtml: string;
  tests: TestNames;
  database: DatabaseDescription | null;
  answers: CompiledAnswers | null;
  styles: Record<string, string>;
};

type Options = {
  cache: BuildCache;
  lessonLink: (id: string) => PageLink | null;
  describeDatabase: DescribeDatabase | null;
};

/** Everything of an exercise that takes time to make; each part is made again only when what it is made from changes. */
export async function compileExercise(exercise: Exercise, options: Options): Promise<CompiledExercise> {
  const styles: Record<string, string> = {};
  const html = async (part: string, source: string, name = 'exercise.md'): Promise<string> => {
    const file = path.join(exercise.folder, name);
    const linked = linkedLessons(source, options.lessonLink);
    const compiled = await options.cache.getOrMake('text', [file, part, source, linked], () =>
      compileMarkdown(source, {
        file: `${file} (${part})`,
        firstLine: 1,
        lessonLink: options.lessonLink,
        islands: false,
      }),
    );
    Object.assign(styles, compiled.styles);
    return compiled.segments.map((segment) => (segment.type === 'html' ? segment.html : '')).join('\n');
  };
  const code = async (source: string, word: string): Promise<string> => {
    const compiled = await options.cache.getOrMake('code', [word, source], () => compileCode(source, word));
    Object.assign(styles, compiled.styles);
    return compiled.html;
  };
  const starter = async (language: Language, source: string) =>
    [language, await code(source, fileEndings[language])] as const;
  const starters = Object.entries(exercise.starter) as [Language, string][];
  const { describeDatabase } = options;
  return {
    taskHtml: await html('task', exercise.task),
    hintsHtml: await Promise.all(exercise.hints.map((hint, index) => html(`hint ${index + 1}`, hint))),
    afterHtml: await html('After', exercise.after),
    starterHtml: Object.fromEntries(await Promise.all(starters.map(([language, source]) => starter(language, source)))),
    serviceHtml: exercise.lab ? await code(exercise.lab.service, 'ts') : '',
    tests: await options.cache.getOrMake('test names', [exercise.folder, exercise.contentHash], async () =>
      testNames(exercise),
    ),
    database: describeDatabase && (await describeExercise(exercise, options.cache, describeDatabase)),
    answers: await compileAnswers(exercise, { html, code }),
    styles,
  };
}

/** Tables are cached apart from the reference's rows: many exercises share one database. */
async function describeExercise(
  exercise: Exercise,
  cache: BuildCache,
  describe: DescribeDatabase,
): Promise<DatabaseDescription | null> {
  if (!exercise.database) return null;
  const { schema, dataSets } = exercise.database;
  const setup = { schema, data: dataSets[0]?.sql ?? '' };
  const query = exercise.solution.sql ?? '';
  const tables = await cache.getOrMake('tables', [setup], () => describe.tables(exercise.folder, setup));
  if (exercise.meta.kind !== 'sql' || exercise.tests !== '') return { tables, expected: null };
  const expected = await cache.getOrMake('rows', [setup, query], () =>
    describe.rows(path.join(exercise.folder, 'solution.sql'), setup, query),
  );
  return { tables, expected };
}
