import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { prepareStamp } from './build-stamp.mjs';

// Content first, because pages are made from it; the hashes of inline scripts last, because pages must exist for that.
const root = path.join(import.meta.dirname, '..');
const steps: [title: string, ...command: string[]][] = [
  ['content', 'scripts/build-content.ts'],
  ['pages', 'node_modules/next/dist/bin/next', 'build'],
  ['content security policy', 'scripts/csp-hashes.ts'],
  ['service worker', 'scripts/build-worker.ts'],
  ['compressed files', 'scripts/compress-static.ts'],
];

const stamp = prepareStamp(root);
// Inlined into the code of the browser and of the server alike.
const env = { ...process.env, NEXT_PUBLIC_UNDERPIN_BUILD: stamp.hash.slice(0, 16) };
for (const [title, ...command] of steps) {
  const result = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit', env });
  if (result.status !== 0) {
    console.error(`underpin: building the ${title} failed.`);
    process.exit(1);
  }
}
stamp.write();
