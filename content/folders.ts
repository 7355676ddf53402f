import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** The content that comes with Underpin. Beside this file, so that the working directory does not matter. */
export const shippedContentFolder = import.meta.dirname;

export type LessonFolder = { folder: string; name: string; exercises: string[] };
export type TrackFolder = { folder: string; name: string; lessons: LessonFolder[] };

/**
 * Folders that hold `tracks/` and `databases/`: ours, then those of CONTENT_DIRS (a comma list). A host adds material
 * of its own this way without touching the repository.
 */
export function contentRoots(contentDirs = process.env['CONTENT_DIRS'] ?? ''): string[] {
  const own = contentDirs
    .split(',')
    .map((folder) => folder.trim())
    .filter((folder) => folder !== '')
    .map((folder) => path.resolve(folder));
  return [shippedContentFolder, ...own];
}

/** Every folder below `root/tracks`, by place alone: whether it holds the right files is for others to say. */
export function trackFolders(root: string): TrackFolder[] {
  return foldersIn(path.join(root, 'tracks')).map((folder) => ({
    folder,
    name: path.basename(folder),
    lessons: foldersIn(folder).map((lesson) => ({
      folder: lesson,
      name: path.basename(lesson),
      exercises: foldersIn(lesson),
    })),
  }));
}

export function exerciseFolders(root: string): string[] {
  return trackFolders(root).flatMap((track) => track.lessons.flatMap((lesson) => lesson.exercises));
}

export function databaseFolders(root: string): string[] {
  return foldersIn(path.join(root, 'databases'));
}

/** Sub-folders in the order of their names, hidden ones left out. */
export function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => path.join(folder, entry.name))
    .sort();
}

/** Files (not folders) directly in `folder`, by name, in order; [] when there is no such folder. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

/** Names, sizes and times of everything below the folders: the same string as long as nothing was touched. */
export function signatureOf(...folders: string[]): string {
  return folders.flatMap((folder) => [folder, ...signatureLines(folder)]).join('\n');
}

function signatureLines(folder: string): string[] {
  if (!existsSync(folder)) return ['missing'];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return [full, ...signatureLines(full)];
    const stats = statSync(full, { throwIfNoEntry: false });
    return stats ? [`${entry.name} ${stats.size} ${stats.mtimeMs}`] : [];
  });
}
