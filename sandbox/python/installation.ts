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
const ours = ['child', 'boot', 'world', 'make-snapshot'];
const pyodide = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'];

const here = import.meta.dirname;
let current: PythonInstallation | undefined;

/** The folder is named after the hash of its content, so that a snapshot in it belongs to this version of everything. */
export function installPython(): PythonInstallation {
  if (current !== undefined && fs.existsSync(current.child) && fs.existsSync(current.node)) return current;
  const files = new Map<string, string | Buffer>([['package.json', '{"type":"module"}']]);
  for (const name of ours) files.set(`${name}.js`, strip(path.join(here, `${name}.ts`)));
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
let making: Promise<void> | undefined;

/** Once for each version, which takes four seconds. Without a snapshot everything works, and starts more slowly. */
export async function ensureSnapshot({ folder, addon }: PythonInstallation): Promise<void> {
  if (fs.existsSync(path.join(folder, 'snapshot.bin'))) return;
  making ??= make(folder, addon).finally(() => (making = undefined));
  await making;
}

async function make(folder: string, addon: string): Promise<void> {
  const command = ['--no-warnings', '--no-node-snapshot', path.join(folder, 'make-snapshot.js'), folder, addon];
  try {
    const environment = { PATH: process.env['PATH'] } as unknown as NodeJS.ProcessEnv;
    await promisify(execFile)(process.execPath, command, { timeout: makeMsMax, env: environment });
  } catch (error) {
    log('error', 'python-snapshot-failed', { error: String(error).slice(0, 2000) });
  }
}
