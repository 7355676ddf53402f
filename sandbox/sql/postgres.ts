import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { serverAccount, type Account } from './account.ts';
import { openDataFolder, type DataFolder } from './data-folder.ts';
import { makeExtensionFolder } from './extensions.ts';
import { wallsForServer } from '../layers.ts';
import { findPostgres, type Installation, type InstallationOptions } from './installation.ts';
import { serverLimits } from './limits.ts';
import { postgresArguments } from './settings.ts';

export const adminName = 'underpin';

/** Members may log in to any database: roles of ours that load a recipe into its template, and are gone afterwards. */
export const buildersName = 'builders';

export type Postgres = {
  /** Folder of the socket, which is what `host` means to a client. */
  host: string;
  adminPassword: string;
  pid: number;
  account: Account | undefined;
  /** What confines it on this machine, one line each. */
  walls: string[];
  /** Process ids of sessions that compute: they do not notice when the server dies, so they are killed with it. */
  backends: Set<number>;
  /** True from the moment of its end; its files go away only afterwards, and errors about them mean nothing. */
  hasEnded: () => boolean;
  /** True from the moment it is told to end: it then refuses what its sessions are at, whatever that is. */
  isEnding: () => boolean;
  /** Resolves with the server's last words when it has ended, asked or not. */
  exited: Promise<string>;
  stop: () => Promise<void>;
};

/**
 * Starts a server of our own in a fresh data folder, reachable by a socket alone. It ends with `stop()`, and also when
 * this process dies in whatever way. Throws when it does not accept connections in time.
 */
export async function startPostgres(options: Omit<InstallationOptions, 'account'> = {}): Promise<Postgres> {
  const account = serverAccount();
  const installation = await findPostgres({ ...options, account });
  const folder = await openDataFolder(account);
  const adminPassword = randomBytes(24).toString('base64url');
  try {
    await initialise(installation, folder, account, adminPassword);
    const extensions = await makeExtensionFolder(installation, folder.path, account);
    const server = launch(installation, folder, account, extensions);
    await accepting(folder.path, adminPassword, server);
    return { ...server, host: folder.path, adminPassword, account };
  } catch (error) {
    await folder.close();
    throw error;
  }
}

async function initialise(
  { root, environment }: Installation,
  folder: DataFolder,
  account: Account | undefined,
  password: string,
): Promise<void> {
  const passwordFile = path.join(folder.path, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) await chown(passwordFile, account.uid, account.gid);
  const data = path.join(folder.path, 'data');
  // The builtin provider sorts by code point and knows every letter's case: the same on each machine.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const auth = ['--auth=scram-sha-256', `--username=${adminName}`, `--pwfile=${passwordFile}`];
  await promisify(execFile)(
    path.join(root, 'bin', 'initdb'),
    // Passwords here are 24 random bytes, so that stretching them would only slow each connection down.
    ['-D', data, '--no-sync', '--no-instructions', '-c', 'scram_iterations=1', ...locale, ...auth],
    { ...account, cwd: '/', env: environment },
  );
  // A learner's role can log in to the database of its own name and nowhere else, and so can members of that role.
  const whoMay = [`all ${adminName}`, `all +${buildersName}`, 'samerole all'];
  // The password goes over a socket in a folder of ours; a challenge would cost each connection two more round trips.
  const rules = whoMay.map((rule) => `local ${rule} password\n`).join('');
  await writeFile(path.join(data, 'pg_hba.conf'), rules);
}

type Launched = Pick<Postgres, 'pid' | 'walls' | 'backends' | 'hasEnded' | 'isEnding' | 'exited' | 'stop'>;

function launch(
  installation: Installation,
  folder: DataFolder,
  account: Account | undefined,
  extensions: string,
): Launched {
  // Own sessions: a Ctrl+C in the terminal must reach us alone, who then end them in order.
  const common = { ...account, env: installation.environment, detached: true } as const;
  const walls = wallsForServer({ memoryMb: serverLimits.memoryMb, processes: serverLimits.processes });
  const limits = ulimits();
  const [program = '', ...rest] = walls.wrap([
    ...['/bin/sh', '-c', [...limits, 'exec "$0" "$@"'].join(' && ')],
    path.join(installation.root, 'bin', 'postgres'),
    ...postgresArguments(folder.path, extensions),
  ]);
  const server = spawn(program, rest, {
    ...common,
    ...(walls.changesUser && { uid: undefined, gid: undefined }),
    cwd: folder.path,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (server.pid === undefined) throw new Error('the PostgreSQL process could not be made');
  const pid = server.pid;
  const guard = spawn('/bin/sh', ['-c', guardScript, 'underpin-sql-guard', String(pid), folder.path], {
    ...common,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.stdin.on('error', () => undefined);
  guard.on('error', () => undefined);

  const words = lastWords(server);
  const backends = new Set<number>();
  let ended = false;
  let ending = false;
  const exited = new Promise<string>((resolve) => {
    server.once('error', (error) => resolve(error.message));
    // Not `close`, which waits for everybody who holds the pipe of its messages: backends may do so for ever.
    server.once('exit', () => {
      ended = true;
      for (const backend of backends) killQuietly(backend);
      walls.release();
      guard.stdin.end('done\n');
      void folder.close().then(
        () => resolve(words()),
        () => resolve(words()),
      );
    });
  });
  return {
    pid,
    walls: [...walls.names, ...limits],
    backends,
    hasEnded: () => ended,
    isEnding: () => ending,
    exited,
    stop: () => {
      ending = true;
      return stop(server, exited);
    },
  };
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself, which is what was wanted.
  }
}

/** One call per limit: dash refuses several in one call and then sets none. macOS knows no limit of address space. */
function ulimits(): string[] {
  const memory = process.platform === 'linux' ? [`ulimit -v ${serverLimits.addressSpaceKb}`] : [];
  return [...memory, `ulimit -f ${serverLimits.fileBlocks}`, 'ulimit -c 0'];
}

/**
 * Reads a pipe whose other end is ours alone. When we die, even by SIGKILL, the pipe closes; then the server is ended
 * and its folder removed. The server itself kills what hangs after 5 s, hence 8 s until the guard does.
 */
const guardScript = `
read -r word
[ "$word" = done ] && exit 0
kill -QUIT "$1" 2>/dev/null
turns=0
while kill -0 "$1" 2>/dev/null && [ "$turns" -lt 80 ]; do sleep 0.1; turns=$((turns + 1)); done
kill -KILL "$1" 2>/dev/null
rm -rf "$2"
`;

function lastWords(server: ChildProcess): () => string {
  let words = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-4_000);
  });
  return () => words.trim();
}

async function stop(server: ChildProcess, exited: Promise<string>): Promise<void> {
  // SIGINT is a fast shutdown: sessions are ended, nobody is waited for. SIGQUIT does not even write a checkpoint.
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    server.kill(signal);
    if (await endsWithin(exited, serverLimits.stopMs)) return;
  }
}

async function endsWithin(exited: Promise<string>, ms: number): Promise<boolean> {
  const giveUp = new AbortController();
  const ended = await Promise.race([exited.then(() => true), sleep(ms, false, { signal: giveUp.signal })]);
  giveUp.abort();
  return ended;
}

async function accepting(host: string, password: string, server: Launched): Promise<void> {
  let ended: string | null = null;
  void server.exited.then((words) => (ended = words));
  const deadline = Date.now() + serverLimits.startMs;
  for (;;) {
    if (ended !== null) throw new Error(`PostgreSQL ended while starting: ${ended as string}`);
    const client = new pg.Client({ host, user: adminName, password, database: 'postgres' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.end();
    } catch (cause) {
      if (Date.now() > deadline) {
        await server.stop();
        throw new Error('PostgreSQL did not accept connections in time', { cause });
      }
      await sleep(20);
    }
  }
}
