import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { databaseFolder } from './database.ts';
import type { Exercise } from './exercise.ts';
import { contentRoots, exerciseFolders, signatureOf } from './folders.ts';
import { readExercise } from './read-exercise.ts';

type Known = { exercise: Exercise; signature: string };

/** By content folders, because tests and CONTENT_DIRS give others. A process that serves knows one entry. */
const foldersByRoots = new Map<string, Map<string, string>>();
const knownByFolder = new Map<string, Known>();

/**
 * The exercise with this id, or null when there is none. Read from disk once and again whenever one of its files, or of
 * its shared database, has changed. Throws a ContentError when the folder is broken.
 */
export function findExercise(id: string, roots = contentRoots()): Exercise | null {
  const key = roots.join('\n');
  const known = foldersByRoots.get(key)?.get(id);
  const found = known === undefined ? null : readKnown(known, roots);
  if (found?.meta.id === id) return found;
  const folders = scan(roots);
  foldersByRoots.set(key, folders);
  const folder = folders.get(id);
  return folder === undefined ? null : readKnown(folder, roots);
}

function readKnown(folder: string, roots: string[]): Exercise | null {
  if (!existsSync(path.join(folder, 'exercise.md'))) return null;
  const known = knownByFolder.get(folder);
  if (known && known.signature === signatureWithDatabase(known.exercise, roots)) return known.exercise;
  const exercise = readExercise(folder, roots);
  knownByFolder.set(folder, { exercise, signature: signatureWithDatabase(exercise, roots) });
  return exercise;
}

function signatureWithDatabase(exercise: Exercise, roots: string[]): string {
  const shared = exercise.meta.db === undefined ? undefined : databaseFolder(exercise.meta.db, roots);
  return signatureOf(exercise.folder, ...(shared === undefined ? [] : [shared]));
}

/** Looks at the `id:` line alone, so that one broken exercise does not keep the others from being found; content:check finds ids that are used twice. */
function scan(roots: string[]): Map<string, string> {
  const folders = new Map<string, string>();
  for (const folder of roots.flatMap(exerciseFolders)) {
    const file = path.join(folder, 'exercise.md');
    if (!existsSync(file)) continue;
    const id = /^id:\s*['"]?([a-z0-9-]+)/m.exec(readFileSync(file, 'utf8'))?.[1];
    if (id !== undefined && !folders.has(id)) folders.set(id, folder);
  }
  return folders;
}
