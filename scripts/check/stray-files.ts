import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ContentError } from '#content/content-error';
import { databaseFolders, filesIn, foldersIn, trackFolders } from '#content/folders';
import { themeFolders } from '#content/read-questions';

/** Names what lies in content folders and is read by nobody: most often a misspelt file. */
export function strayFilesIn(root: string): ContentError[] {
  const tracks = trackFolders(root).flatMap((track) => [
    ...strays(track.folder, /^track\.md$/, null),
    ...track.lessons.flatMap((lesson) => [
      ...strays(lesson.folder, /^lesson\.md$/, null),
      ...lesson.exercises.flatMap(strayFilesOfExercise),
    ]),
  ]);
  const databases = databaseFolders(root).flatMap((folder) => [
    ...strays(folder, /^(schema\.sql|database\.md)$/, /^data$/),
    ...strays(path.join(folder, 'data'), sqlFile, /^$/),
  ]);
  const questions = themeFolders(root).flatMap((folder) => strays(folder, /^[a-z0-9]+(-[a-z0-9]+)*\.md$/, null));
  return [...tracks, ...databases, ...questions];
}

export function strayFilesOfExercise(folder: string): ContentError[] {
  if (kindOf(folder) === 'tests') return strayFilesOfSuite(folder);
  if (kindOf(folder) === 'lab') return strayFilesOfLab(folder);
  const answers = answerFiles(folder);
  if (answers) return strays(folder, answers, /^$/);
  return [
    ...strays(folder, /^(exercise\.md|(starter|solution)\.(ts|py|sql)|(tests|hidden)\.ts|setup\.sql)$/, inExercise),
    ...strays(path.join(folder, 'alternatives'), sourceFile, /^$/),
    ...strays(path.join(folder, 'wrong'), sourceFile, /^$/),
    ...strays(path.join(folder, 'data'), sqlFile, /^$/),
  ];
}

/** Where learners write tests: the suites, and the code that they are run against. */
function strayFilesOfSuite(folder: string): ContentError[] {
  const parts = ['alternatives', 'wrong', 'correct', 'defects'];
  return [
    ...strays(folder, /^(exercise\.md|(starter|solution|subject)\.ts)$/, new RegExp(`^(${parts.join('|')})$`)),
    ...parts.flatMap((part) => strays(path.join(folder, part), /^[a-z0-9]+(-[a-z0-9]+)*\.ts$/, /^$/)),
  ];
}

function strayFilesOfLab(folder: string): ContentError[] {
  const parts = ['alternatives', 'wrong', 'exploits'];
  const files = /^(exercise\.md|(starter|solution|service|proof|tests|hidden)\.ts|setup\.sql)$/;
  return [
    ...strays(folder, files, new RegExp(`^(${parts.join('|')}|data)$`)),
    ...parts.flatMap((part) => strays(path.join(folder, part), /^[a-z0-9]+(-[a-z0-9]+)*\.ts$/, /^$/)),
    ...strays(path.join(folder, 'data'), sqlFile, /^$/),
  ];
}

/** As far as it can be read. */
function kindOf(folder: string): string | undefined {
  const file = path.join(folder, 'exercise.md');
  return existsSync(file) ? /^kind:\s*([a-z]+)/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
}

/** What a folder without code holds; undefined for the kinds with code, and where the kind cannot be read. */
function answerFiles(folder: string): RegExp | undefined {
  const file = path.join(folder, 'exercise.md');
  if (!existsSync(file)) return undefined;
  const kind = /^kind:\s*(review|quiz|write)\b/m.exec(readFileSync(file, 'utf8'))?.[1];
  if (kind === 'review') return /^(exercise\.md|findings\.yaml|artefact\.[a-z]+)$/;
  if (kind === 'quiz') return /^(exercise\.md|questions\.yaml)$/;
  return kind === 'write' ? /^(exercise\.md|rubric\.yaml|model\.md)$/ : undefined;
}

const inExercise = /^(alternatives|wrong|data)$/;
const sourceFile = /^[a-z0-9]+(-[a-z0-9]+)*\.(ts|py|sql)$/;
const sqlFile = /^[a-z0-9]+(-[a-z0-9]+)*\.sql$/;

/** `folders` null: any folder may stand here. */
function strays(folder: string, files: RegExp, folders: RegExp | null): ContentError[] {
  const strayFiles = filesIn(folder).filter((name) => !files.test(name));
  const strayFolders = folders
    ? foldersIn(folder)
        .map((full) => path.basename(full))
        .filter((name) => !folders.test(name))
    : [];
  return [...strayFiles, ...strayFolders].map(
    (name) => new ContentError(path.join(folder, name), 'is not read by anything', 'Remove it, or correct its name'),
  );
}
