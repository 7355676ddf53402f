import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { prepareStamp } from './build-stamp.mjs';

// Content first, because pages are made from it; the hashes of inline scripts last, because pages must exist for that.
const root = path.join(import.meta.dirname, '..');
const steps: [title: string, ...command: string[]][] = [
  ['content', 'scripts/build-content.ts'],
  ['pages', 'node_modules/next/dist/bin/next', 'build'],
  ['content security policy', 'scripts/csp-hashes.ts'],
];

const stamp = prepareStamp(root);
for (const [title, ...command] of steps) {
  const result = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) {
    console.error(`underpin: building the ${title} failed.`);
    process.exit(1);
  }
}
stamp();
