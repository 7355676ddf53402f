// Runs before `npm start`, `npm run dev` and `npm test`, so that those are the only commands anybody needs. Plain JavaScript
// for Node 20 on, without packages: in a fresh clone there is no node_modules yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIsFresh } from './build-stamp.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const goal = process.argv[2];

process.chdir(root);
requireNode20();
installPackages();
if (goal === 'start' && !buildIsFresh(root)) {
  say('building: the content first, then the pages (about a minute, once for each version)');
  run(['run', '--silent', 'build'], 'The build failed; the first error above says why.');
}

function requireNode20() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    stop(
      `Underpin needs Node 20 or newer to install itself; this is ${process.version}. Get one from https://nodejs.org.`,
    );
}

/** npm ci, when the packages that stand there are not those of the lockfile. */
function installPackages() {
  const wanted = createHash('sha256')
    .update(readFileSync('package-lock.json'))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  const stamp = 'node_modules/.underpin-installed';
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('installing packages (about a minute, once for each version)');
  run(
    ['ci', '--loglevel=error', '--no-fund', '--no-audit'],
    'The packages could not be installed; is the npm registry reachable?',
  );
  const node = spawnSync('node_modules/.bin/node', ['--version'], { encoding: 'utf8' });
  if (node.status !== 0 || !node.stdout.startsWith('v24.')) {
    stop(
      'Node 24, which comes as a package, does not run on this machine; delete node_modules and try again with scripts allowed.',
    );
  }
  writeFileSync(stamp, wanted);
}

function run(npmArguments, onFailure) {
  // npm tells its scripts where it lives; calling that file keeps the same npm whatever PATH says.
  const npm = process.env.npm_execpath;
  const result = npm
    ? spawnSync(process.execPath, [npm, ...npmArguments], { stdio: 'inherit' })
    : spawnSync('npm', npmArguments, { stdio: 'inherit' });
  if (result.status !== 0) stop(onFailure);
}

function say(text) {
  console.log(`underpin: ${text}`);
}

function stop(text) {
  console.error(`underpin: ${text}`);
  process.exit(1);
}
