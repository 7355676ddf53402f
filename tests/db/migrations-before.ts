import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const migrations = path.join(import.meta.dirname, '../../db/migrations');

/** The migrations up to the one with this name, in a folder of their own. */
export function migrationsBefore(name: string, folder: string): string {
  const before = path.join(folder, 'migrations');
  mkdirSync(path.join(before, 'meta'), { recursive: true });
  const journal = JSON.parse(readFileSync(path.join(migrations, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string }[];
  };
  const end = journal.entries.findIndex(({ tag }) => tag.endsWith(name));
  if (end === -1) throw new Error(`there is no migration ${name}`);
  const kept = { ...journal, entries: journal.entries.slice(0, end) };
  writeFileSync(path.join(before, 'meta/_journal.json'), JSON.stringify(kept));
  for (const file of readdirSync(migrations).filter((each) => each.endsWith('.sql'))) {
    copyFileSync(path.join(migrations, file), path.join(before, file));
  }
  return before;
}
