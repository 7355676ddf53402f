import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { transform } from 'sucrase';
import { findPackage } from './find-package.ts';
import { storeBundle } from './javascript/store-bundle.ts';
import { suiteBundle } from './javascript/suite/bundle.ts';
import { webBundle } from './javascript/web-bundle.ts';

/** What a confined child needs, in one folder that another user may read. */
export type Installation = { folder: string; node: string; child: string; addon: string; webBundle: string };

/** The child and what it imports of ours. */
const childFiles = [
  ...['child', 'guest-stock', 'guest', 'capture', 'clock', 'console', 'transpile', 'export-lists', 'subjects', 'drive'],
  ...['engine-faults', 'mail', 'web-host', 'web-modules', 'suite-host', 'lanes', 'warm-web', 'stores', 'memory-watch'],
];

const webBundleName = 'web-guest.txt';
const prefix = 'underpin-child-';
const oldMs = 7 * 24 * 60 * 60 * 1000;

const here = import.meta.dirname;
const require = createRequire(import.meta.url);

/**
 * The child runs as another user where we may switch, and that user cannot enter a clone below a private home. So what it
 * needs is copied once to a folder of ours outside it, named after the hash of its content: a new version gets a new
 * folder, and two servers can share one. As root the node binary is copied too.
 */
export function install(): Installation {
  // Asked for at each start of a child; a sweeper may have been there in between.
  if (current !== undefined && fs.existsSync(current.child) && fs.existsSync(current.node)) return current;
  return (current = installNow());
}

let current: Installation | undefined;

function installNow(): Installation {
  const isRoot = process.getuid?.() === 0;
  const files = new Map<string, string | Buffer>([['package.json', '{"type":"module"}']]);
  for (const name of childFiles) files.set(`${name}.js`, strip(path.join(here, 'javascript', `${name}.ts`)));
  const addon = addonFile();
  files.set(webBundleName, webBundle());
  files.set('suite-guest.txt', suiteBundle());
  files.set('store-guest.txt', storeBundle());
  files.set('isolated-vm.node', fs.readFileSync(addon));
  for (const [name, source] of packageFiles('sucrase', ['sucrase'])) files.set(name, fs.readFileSync(source));

  const folder = installFiles(files, isRoot);
  return {
    folder,
    node: isRoot ? path.join(folder, 'node') : process.execPath,
    child: path.join(folder, 'child.js'),
    addon: path.join(folder, 'isolated-vm.node'),
    webBundle: path.join(folder, webBundleName),
  };
}

/** Puts files where a confined user can read them, `child.js` and `package.json` among them, and says where that is. */
export function installFiles(files: Map<string, string | Buffer>, withNode = false): string {
  const isRoot = process.getuid?.() === 0;
  const hash = createHash('sha256').update(`${process.version} ${process.arch} ${isRoot}`);
  for (const [name, content] of files) hash.update(name).update('\0').update(content).update('\0');
  const folder = path.join(parentFolder(isRoot), `${prefix}${hash.digest('hex').slice(0, 16)}`);
  if (!isWhole(folder)) {
    write(folder, files, withNode);
    sweepOld(path.dirname(folder));
  }
  return folder;
}

/** /var/cache outlives the sweepers of /tmp, but only root may write there. */
function parentFolder(isRoot: boolean): string {
  if (!isRoot) return os.tmpdir();
  try {
    fs.accessSync('/var/cache', fs.constants.W_OK);
    return '/var/cache';
  } catch {
    return os.tmpdir();
  }
}

/** Written last and so only there when the rest is; a folder that somebody else made, or could change, is not taken. */
function isWhole(folder: string): boolean {
  const stat = fs.lstatSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  if (!stat.isDirectory() || stat.uid !== (process.getuid?.() ?? stat.uid) || (stat.mode & 0o022) !== 0) {
    throw new Error(`${folder} belongs to somebody else or can be changed by others: remove it and start again.`);
  }
  return fs.existsSync(path.join(folder, 'package.json')) && fs.existsSync(path.join(folder, 'child.js'));
}

function write(folder: string, files: Map<string, string | Buffer>, withNode: boolean): void {
  const draft = `${folder}.${randomBytes(6).toString('hex')}`;
  fs.mkdirSync(draft, { mode: 0o755 });
  // The umask may have taken bits that the other user needs.
  fs.chmodSync(draft, 0o755);
  for (const [name, content] of files) {
    const file = path.join(draft, name);
    for (const part of parents(name)) {
      fs.mkdirSync(path.join(draft, part), { recursive: true });
      fs.chmodSync(path.join(draft, part), 0o755);
    }
    fs.writeFileSync(file, content);
    fs.chmodSync(file, 0o644);
  }
  if (withNode) {
    fs.copyFileSync(process.execPath, path.join(draft, 'node'));
    fs.chmodSync(path.join(draft, 'node'), 0o755);
  }
  try {
    fs.renameSync(draft, folder);
  } catch (error) {
    fs.rmSync(draft, { recursive: true });
    // Another process was faster; its folder has the same content, or is refused by the check.
    if (!isWhole(folder)) throw error;
  }
}

/** Each version takes 120 MB with its node. One that is still in use is written again by its server when it is missed. */
function sweepOld(parent: string): void {
  for (const name of fs.readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue;
    const stat = fs.lstatSync(path.join(parent, name), { throwIfNoEntry: false });
    if (stat?.isDirectory() !== true || stat.uid !== process.getuid?.() || Date.now() - stat.mtimeMs < oldMs) continue;
    fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

function parents(name: string): string[] {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Types go in place, and what is imported gets its new ending; all of it lies in one folder there. */
export function strip(file: string): string {
  const { code } = transform(fs.readFileSync(file, 'utf8'), {
    transforms: ['typescript'],
    disableESTransforms: true,
    filePath: file,
  });
  return code.replace(/from '(?:\.|\.\.\/javascript)\/([a-z-]+)\.ts'/g, "from './$1.js'");
}

/** The same choice as the package's loader makes; it cannot make it itself under --permission. */
function addonFile(): string {
  const loader = createRequire(require.resolve('isolated-vm'))('node-gyp-build') as {
    path: (folder: string) => string;
  };
  return loader.path(path.dirname(require.resolve('isolated-vm/package.json')));
}

/** The files of a package and of those that it needs, as they are to lie below node_modules. */
function packageFiles(name: string, roots: string[]): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (wanted: string, from: string): void => {
    const folder = findPackage(wanted, from);
    const base = `node_modules/${wanted}`;
    if (found.has(`${base}/package.json`)) return;
    for (const file of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const relative = file.split(path.sep).join('/');
      if (!/\.(js|cjs|json)$/.test(relative) || /(^|\/)(esm|node_modules|types)\//.test(relative)) continue;
      if (fs.statSync(path.join(folder, file)).isFile()) found.set(`${base}/${relative}`, path.join(folder, file));
    }
    const needs = needed[wanted] ?? [];
    for (const need of needs) visit(need, folder);
  };
  for (const root of roots) visit(root, path.join(here, 'javascript'));
  if (!found.has(`node_modules/${name}/package.json`)) throw new Error(`The package ${name} is not installed.`);
  return found;
}

/** Only what `transform` loads: the packages list more, for their command line. */
const needed: Record<string, string[]> = {
  sucrase: ['@jridgewell/gen-mapping', 'lines-and-columns', 'ts-interface-checker'],
  '@jridgewell/gen-mapping': ['@jridgewell/sourcemap-codec', '@jridgewell/trace-mapping'],
  '@jridgewell/trace-mapping': ['@jridgewell/resolve-uri', '@jridgewell/sourcemap-codec'],
};
