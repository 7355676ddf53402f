// Says whether .next was built from the files that stand here. Plain JavaScript: setup.mjs reads it before packages are installed.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const inputs = [
  'app',
  'components',
  'content',
  'db',
  'lib',
  'sandbox',
  'scripts',
  'instrumentation.ts',
  'next.config.mjs',
  'package-lock.json',
  'package.json',
  'proxy.ts',
  'tsconfig.json',
];
const stamp = '.next/underpin-build';

export function buildIsFresh(root) {
  const file = path.join(root, stamp);
  return existsSync(file) && readFileSync(file, 'utf8') === hashOfInputs(root);
}

/** Takes the hash before the build, so that a file edited meanwhile makes the stamp stale. Call `write` afterwards. */
export function prepareStamp(root) {
  const hash = hashOfInputs(root);
  return { hash, write: () => writeFileSync(path.join(root, stamp), hash) };
}

/** Contents, not times: a checkout that goes back and forth needs no new build. */
function hashOfInputs(root) {
  const hash = createHash('sha256');
  const hosts = (process.env.CONTENT_DIRS ?? '').split(',').filter(Boolean);
  for (const input of [
    ...inputs.map((name) => path.join(root, name)),
    ...hosts.map((dir) => path.resolve(root, dir)),
  ]) {
    for (const file of filesBelow(input))
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(start) {
  if (!existsSync(start)) return [];
  const entries = readdirSync(path.dirname(start), { withFileTypes: true });
  if (entries.find((entry) => entry.name === path.basename(start))?.isFile()) return [start];
  return readdirSync(start, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
