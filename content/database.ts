import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ContentError } from './content-error.ts';
import type { DataSet } from './exercise.ts';
import { contentRoots, databaseFolders, filesIn } from './folders.ts';

/** A sample database that lessons and exercises share. `description` is the Markdown of database.md, if there is one. */
export type SharedDatabase = {
  name: string;
  folder: string;
  schema: string;
  /** The visible data set first, then the hidden ones in the order of their names. */
  dataSets: DataSet[];
  description: string | null;
};

/** Reads `databases/<name>` of the first content folder that has it; throws a ContentError when none does or it is incomplete. */
export function readDatabase(name: string, roots = contentRoots()): SharedDatabase {
  const folder = databaseFolder(name, roots);
  if (folder === undefined) {
    const known = roots.flatMap(databaseFolders).map((known) => path.basename(known));
    throw new ContentError(
      path.join(roots[0] ?? 'content', 'databases', name),
      'there is no such shared database',
      known.length === 0
        ? 'Make the folder with schema.sql and data/visible.sql'
        : `Use one of ${known.join(', ')}, or make the folder`,
    );
  }
  const description = path.join(folder, 'database.md');
  return {
    name,
    folder,
    schema: readNeeded(path.join(folder, 'schema.sql'), 'Write the create table statements into it'),
    dataSets: withVisibleFirst(folder, readDataSets(folder)),
    description: existsSync(description) ? readFileSync(description, 'utf8') : null,
  };
}

export function databaseFolder(name: string, roots: string[]): string | undefined {
  return roots.flatMap(databaseFolders).find((folder) => path.basename(folder) === name);
}

/** `data/*.sql` of a folder: `visible` is what learners see, every other name is a hidden data set. */
export function readDataSets(folder: string): DataSet[] {
  return filesIn(path.join(folder, 'data'))
    .filter((file) => file.endsWith('.sql'))
    .map((file) => {
      const name = file.slice(0, -'.sql'.length);
      return { name, sql: readFileSync(path.join(folder, 'data', file), 'utf8'), hidden: name !== 'visible' };
    });
}

export function withVisibleFirst(folder: string, dataSets: DataSet[]): DataSet[] {
  const visible = dataSets.find((dataSet) => !dataSet.hidden);
  if (!visible) {
    throw new ContentError(
      path.join(folder, 'data/visible.sql'),
      'is missing',
      'Write the inserts of the data that learners see into it',
    );
  }
  return [visible, ...dataSets.filter((dataSet) => dataSet.hidden).sort((a, b) => (a.name < b.name ? -1 : 1))];
}

export function readNeeded(file: string, remedy: string): string {
  if (!existsSync(file)) throw new ContentError(file, 'is missing', remedy);
  return readFileSync(file, 'utf8');
}
