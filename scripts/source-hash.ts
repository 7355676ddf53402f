import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const repository = path.join(import.meta.dirname, '..');

/** Hash of our sources that match and of the versions of all libraries: what they once made or proved holds as long. */
export function sourceHash(...patterns: string[]): string {
  const hash = createHash('sha256').update(readFileSync(path.join(repository, 'package-lock.json')));
  for (const file of globSync(patterns, { cwd: repository }).sort()) {
    hash.update(file).update(readFileSync(path.join(repository, file)));
  }
  return hash.digest('hex');
}

/** The code that compiles content. */
export const compilerSources = ['content/*.ts', 'lib/search.ts', 'scripts/describe-database.ts'];
