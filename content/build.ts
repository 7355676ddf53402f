import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openBuildCache, writeWhole } from './build-cache.ts';
import { codeCss } from './code-css.ts';
import type { DescribeDatabase } from './compile-exercise.ts';
import { compileQuestions } from './compile-questions.ts';
import { compileTree } from './compile-tree.ts';
import type { ContentError } from './content-error.ts';
import { exercisePages, lessonPages, linksById, summaries } from './pages.ts';
import { readQuestions } from './read-questions.ts';
import { readTree } from './read-tree.ts';
import { searchIndex } from './search-index.ts';
import { compileTerms, readExamplePosting, readTerms } from './terms.ts';

export type BuildOptions = {
  roots: string[];
  outFolder: string;
  cacheFolder: string;
  /** Hash of the code that compiles, so that a new compiler forgets what the old one made. */
  version: string;
  /** Null leaves out the tables and expected rows of sql exercises. */
  describeDatabase: DescribeDatabase | null;
};

export type BuildReport = {
  tracks: number;
  lessons: number;
  exercises: number;
  questions: number;
  compiled: number;
  cached: number;
  errors: ContentError[];
};

/**
 * Compiles everything into `outFolder`. What is broken is reported and left out, so that one writer's unfinished lesson
 * does not take the others' pages away while they work.
 */
export async function buildContent(options: BuildOptions): Promise<BuildReport> {
  const tree = readTree(options.roots);
  const cache = openBuildCache(options.cacheFolder, options.version);
  const done = await compileTree(tree, { cache, describeDatabase: options.describeDatabase });
  const lessons = lessonPages(done.tracks, done.lessons, tree.errors);
  const exercises = exercisePages(done.tracks, done.exercises);
  const links = linksById(done.tracks);
  const bank = await compileQuestions(readQuestions(options.roots, tree.errors), {
    cache,
    lessonLink: (id) => links.get(id) ?? null,
    errors: tree.errors,
  });
  const lessonSources = tree.tracks.flatMap((track) => track.lessons);
  const terms = compileTerms(readTerms(options.roots, tree.errors), lessonSources, tree.errors);
  const { texts, ...search } = searchIndex({ ...done, questions: bank.pages });
  writeAll(options.outFolder, [
    ['index.json', JSON.stringify(summaries(done.tracks, done.intros))],
    ['questions.json', JSON.stringify(bank.themes)],
    ['posting.json', JSON.stringify({ terms, example: readExamplePosting(options.roots) })],
    ['code.css', codeCss(new Map([...done.styles, ...bank.styles]))],
    ...searchFiles(JSON.stringify(search), JSON.stringify(texts)),
    ...lessons.map((lesson): OutFile => [`lessons/${lesson.id}.json`, JSON.stringify(lesson)]),
    ...bank.pages.map((page): OutFile => [`questions/${page.id}.json`, JSON.stringify(page)]),
    ...exercises.map(({ page }): OutFile => [`exercises/${page.id}.json`, JSON.stringify(page)]),
    ...exercises.map(({ page, secrets }): OutFile => [`secrets/${page.id}.json`, JSON.stringify(secrets)]),
  ]);
  cache.sweep();
  return {
    tracks: done.tracks.length,
    lessons: lessons.length,
    exercises: exercises.length,
    questions: bank.pages.length,
    compiled: cache.misses,
    cached: cache.hits,
    errors: tree.errors,
  };
}

type OutFile = [name: string, text: string];

/** The version stands in the addresses of the two others, which caches may therefore keep for ever. */
function searchFiles(index: string, texts: string): OutFile[] {
  const version = createHash('sha256').update(index).update(texts).digest('hex').slice(0, 16);
  return [
    ['search/index.json', index],
    ['search/texts.json', texts],
    ['search/version.json', JSON.stringify(version)],
  ];
}

/** Files of lessons, exercises and questions that are gone go as well. */
function writeAll(outFolder: string, files: OutFile[]): void {
  for (const [name, text] of files) writeWhole(path.join(outFolder, name), text);
  const written = new Set(files.map(([name]) => name));
  for (const folder of ['lessons', 'exercises', 'secrets', 'questions']) {
    const full = path.join(outFolder, folder);
    for (const name of existsSync(full) ? readdirSync(full) : []) {
      if (name.endsWith('.json') && !written.has(`${folder}/${name}`)) rmSync(path.join(full, name));
    }
  }
}
