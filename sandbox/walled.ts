import { spawn, type SpawnOptions } from 'node:child_process';
import type { Duplex, Readable } from 'node:stream';
import type { Confinement, Walls } from './layers.ts';

export type ChildEnd = { reason: 'killed' | 'memory-limit' | 'crashed'; detail: string };

/** A process inside the walls of this machine, which speaks one JSON line at a time over its file descriptor 3. */
export type WalledProcess = {
  /** Of the outermost wrapper; the process itself is the last one below it. */
  pid: number;
  send: (message: object) => void;
  kill: () => void;
  ended: Promise<ChildEnd>;
};

export type WalledOptions = {
  command: string[];
  confinement: Confinement;
  walls: Walls;
  /** What it may ever use, for the kernel to keep; its own watch is to act before that. */
  memoryMb: number;
  /** Called for each line; false says that nobody sane would have written it, and ends the process. */
  onLine: (line: string) => boolean;
};

/** An answer is at most 64 KB of JSON in a JSON string; a line longer than this comes from a child that has lost its mind. */
const lineCharsMax = 1_000_000;

/** A child has a dozen threads and four wrappers at most. */
const processesMax = 64;

export function spawnWalled({ command, confinement, walls, memoryMb, onLine }: WalledOptions): WalledProcess {
  const cgroup = confinement.cgroups?.open({ memoryMb, processes: processesMax });
  const [program = '', ...rest] = [...(cgroup?.join ?? []), ...confinement.wrap(command, walls)];
  const options: SpawnOptions = {
    // For the wrappers; the last of them empties it.
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } as unknown as NodeJS.ProcessEnv,
    cwd: '/',
    // A group of its own: the wrappers and the child are killed at once.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    ...(confinement.uid === undefined ? {} : { uid: confinement.uid, gid: confinement.uid }),
  };
  const child = spawn(program, rest, options);
  const channel = child.stdio[3] as Duplex;
  let killed = false;
  let over = false;
  let errors = '';

  const kill = (): void => {
    // The number may be somebody else's by then.
    if (over) return;
    killed = true;
    killGroup(child.pid);
  };
  (child.stderr as Readable).setEncoding('utf8').on('data', (text: string) => {
    if (errors.length < 4000) errors += text;
  });
  readLines(channel, kill, (line) => {
    if (!onLine(line)) kill();
  });

  const ended = new Promise<ChildEnd>((resolve) => {
    child.on('error', (error) => resolve({ reason: 'crashed', detail: error.message }));
    child.on('close', (code, signal) => {
      // The wrapper may have gone alone.
      killGroup(child.pid);
      over = true;
      const outOfMemory =
        cgroup?.ranOutOfMemory() === true || /out of memory|heap limit|allocation failed|bad_alloc/i.test(errors);
      cgroup?.remove();
      const reason = outOfMemory ? 'memory-limit' : killed ? 'killed' : 'crashed';
      resolve({ reason, detail: `${signal ?? `exit ${code}`} ${errors.slice(0, 1000)}`.trim() });
    });
  });
  return {
    pid: child.pid ?? 0,
    send: (message) => void channel.write(`${JSON.stringify(message)}\n`),
    kill,
    ended,
  };
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // ESRCH: the group is gone already.
  }
}

function readLines(channel: Duplex, tooLong: () => void, onLine: (line: string) => void): void {
  let pending = '';
  channel.setEncoding('utf8');
  // EPIPE and ECONNRESET are how a killed child looks from here; its end is reported by `close`.
  channel.on('error', () => undefined);
  channel.on('data', (chunk: string) => {
    pending += chunk;
    for (let end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n')) {
      const line = pending.slice(0, end);
      pending = pending.slice(end + 1);
      onLine(line);
    }
    if (pending.length > lineCharsMax) tooLong();
  });
}
