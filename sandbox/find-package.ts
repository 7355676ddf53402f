import fs from 'node:fs';
import path from 'node:path';

/** The folder of a package, looked for as Node does, also where it does not export its package.json. */
export function findPackage(name: string, from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name);
    if (fs.existsSync(path.join(candidate, 'package.json'))) return candidate;
    if (folder === path.dirname(folder)) throw new Error(`The package ${name} is not installed; run npm ci.`);
  }
}
