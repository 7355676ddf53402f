import path from 'node:path';
import { ContentError } from '#content/content-error';
import { databaseFolders, filesIn, foldersIn, trackFolders } from '#content/folders';

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
  return [...tracks, ...databases];
}

export function strayFilesOfExercise(folder: string): ContentError[] {
  return [
    ...strays(folder, /^(exercise\.md|(starter|solution)\.(ts|py|sql)|(tests|hidden)\.ts|setup\.sql)$/, inExercise),
    ...strays(path.join(folder, 'alternatives'), sourceFile, /^$/),
    ...strays(path.join(folder, 'wrong'), sourceFile, /^$/),
    ...strays(path.join(folder, 'data'), sqlFile, /^$/),
  ];
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
