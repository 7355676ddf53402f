import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { install, installFiles, strip } from '../installation.ts';
import { log } from '../log.ts';

/** What a Python child needs, in one folder that another user may read. */
export type PythonInstallation = { folder: string; node: string; child: string; addon: string };

/** The child and what it imports of ours, and the script that makes the snapshot. */
const ours = ['child', 'boot', 'world', 'make-snapshot', '../javascript/memory-watch'];
const pyodide = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'];

const here = import.meta.dirname;
let current: PythonInstallation | undefined;

/** The folder is named after the hash of its content, so that a snapshot in it belongs to this version of everything. */
export function installPython(): PythonInstallation {
  if (current !== undefined && fs.existsSync(current.child) && fs.existsSync(current.node)) return current;
  const files = new Map<string, string | Buffer>([['package.json', '{"type":"module"}']]);
  for (const name of ours) files.set(`${path.basename(name)}.js`, strip(path.join(here, `${name}.ts`)));
  files.set('guest.py', fs.readFileSync(path.join(here, 'guest.py')));
  files.set('isolated-vm.node', fs.readFileSync(install().addon));
  const source = path.dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
  for (const name of pyodide) files.set(name, fs.readFileSync(path.join(source, name)));
  const folder = installFiles(files);
  return (current = {
    folder,
    node: install().node,
    child: path.join(folder, 'child.js'),
    addon: path.join(folder, 'isolated-vm.node'),
  });
}

const makeMsMax = 120_000;
const snapshotName = 'snapshot.bin';
let making: Promise<void> | undefined;

/** Once for each version, which takes four seconds. Without a snapshot everything works, and starts more slowly. */
export async function ensureSnapshot(
  { folder, addon }: Pick<PythonInstallation, 'folder' | 'addon'>,
  signal: AbortSignal,
): Promise<void> {
  if (fs.existsSync(path.join(folder, snapshotName))) return;
  making ??= make(folder, addon, signal).finally(() => (making = undefined));
  await making;
}

async function make(folder: string, addon: string, signal: AbortSignal): Promise<void> {
  const command = ['--no-warnings', '--no-node-snapshot', path.join(folder, 'make-snapshot.js'), folder, addon];
  const environment = { PATH: process.env['PATH'] } as unknown as NodeJS.ProcessEnv;
  const run = promisify(execFile)(process.execPath, command, { timeout: makeMsMax, env: environment, signal });
  try {
    await run;
  } catch (error) {
    if (!signal.aborted) log('error', 'python-snapshot-failed', { error: String(error).slice(0, 2000) });
    // What a full disk left of it.
    fs.rmSync(path.join(folder, `${snapshotName}.${run.child.pid}`), { force: true });
  }
}
