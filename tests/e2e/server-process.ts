import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A production server of its own for tests that kill it. Folders stay between starts, as they do on a real machine. */
export function serverProcess(port: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'up-crash-'));
  const temporary = mkdtempSync(path.join(tmpdir(), 'up-tmp-'));
  const origin = `http://127.0.0.1:${port}`;
  // Beside the folders: what a server leaves in them is looked at.
  const logFile = `${folder}.log`;
  let web: ChildProcess | undefined;
  return {
    origin,
    temporary,
    data: folder,
    /** All that it and its children have said so far. */
    log: () => readFileSync(logFile, 'utf8'),
    pid: () => web?.pid ?? 0,
    async start() {
      const log = openSync(logFile, 'a');
      web = spawn(process.execPath, ['scripts/start.ts'], {
        cwd: path.join(import.meta.dirname, '../..'),
        stdio: ['ignore', log, log],
        env: { ...process.env, PORT: String(port), BASE_URL: origin, UNDERPIN_DATA: folder, TMPDIR: temporary },
      });
      closeSync(log);
      await until(async () => {
        const health = await fetch(`${origin}/api/health`).catch(() => null);
        return health?.ok === true && ((await health.json()) as { sandbox: string }).sandbox === 'ready';
      }, 'the server to be ready');
    },
    async kill(signal: NodeJS.Signals) {
      const ended = new Promise((resolve) => web?.once('exit', resolve));
      web?.kill(signal);
      await ended;
    },
    [Symbol.dispose]() {
      web?.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
      rmSync(logFile, { force: true });
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}

export type Process = { pid: number; parent: number; command: string };

/** Every process below `pid`, from /proc. */
export function descendants(pid: number): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processOf(Number(name)) ?? []);
  const below = (parent: number): Process[] =>
    all.filter((child) => child.parent === parent).flatMap((child) => [child, ...below(child.pid)]);
  return below(pid);
}

/** Null when it has ended; a zombie has ended too. */
export function processOf(pid: number): Process | null {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return state === 'Z' ? null : { pid, parent: Number(parent), command };
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/** Asks until the answer is yes; for states of other processes, which tell nobody when they change. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string, timeoutMs = 30_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
