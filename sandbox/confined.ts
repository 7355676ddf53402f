import { spawn, type SpawnOptions } from 'node:child_process';
import type { Duplex, Readable } from 'node:stream';
import { childEventSchema, type ChildEvent, type ChildRequest } from './javascript/protocol.ts';
import type { Installation } from './installation.ts';
import type { Confinement } from './layers.ts';
import { childRssMb, consoleCharsMax, consoleLinesMax, defaultLimits, resultCharsMax } from './limits.ts';

export type ChildEnd = { reason: 'killed' | 'memory-limit' | 'crashed'; detail: string };

/** A confined process, seen from outside. */
export type ConfinedChild = {
  pid: number;
  send: (request: ChildRequest) => void;
  /** Who listens now; one at a time. */
  onEvent: (listener: (event: ChildEvent) => void) => void;
  kill: () => void;
  ended: Promise<ChildEnd>;
};

/** The instant at which every test begins on the guest's clock. */
const guestStartMs = Date.UTC(2026, 0, 1);

/** An answer is at most 64 KB of JSON in a JSON string; a line longer than this comes from a child that has lost its mind. */
const lineCharsMax = 1_000_000;

/** Starts one child inside the walls of this machine. */
export function spawnConfined(installation: Installation, confinement: Confinement): ConfinedChild {
  const settings = {
    addon: installation.addon,
    rssMbMax: childRssMb(defaultLimits.memoryMb),
    memoryMb: defaultLimits.memoryMb,
    startMs: guestStartMs,
    resultCharsMax,
    consoleCharsMax,
    consoleLinesMax,
  };
  const [program = '', ...rest] = confinement.wrap([
    installation.node,
    '--no-warnings',
    '--no-node-snapshot',
    '--max-old-space-size=192',
    '--permission',
    '--allow-addons',
    `--allow-fs-read=${installation.folder}/*`,
    installation.child,
    JSON.stringify(settings),
  ]);
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
  let listener: (event: ChildEvent) => void = () => undefined;
  let killed = false;
  let outOfMemory = false;
  let errors = '';

  const kill = (): void => {
    killed = true;
    killGroup(child.pid);
  };
  (child.stderr as Readable).setEncoding('utf8').on('data', (text: string) => {
    if (errors.length < 4000) errors += text;
  });
  readLines(channel, kill, (line) => {
    const event = parseEvent(line);
    if (event === undefined) kill();
    else if (event.type === 'dying') outOfMemory = true;
    else listener(event);
  });

  const ended = new Promise<ChildEnd>((resolve) => {
    child.on('error', (error) => resolve({ reason: 'crashed', detail: error.message }));
    child.on('close', (code, signal) => {
      // The wrapper may have gone alone.
      killGroup(child.pid);
      outOfMemory ||= /out of memory|heap limit|allocation failed|bad_alloc/i.test(errors);
      const reason = outOfMemory ? 'memory-limit' : killed ? 'killed' : 'crashed';
      resolve({ reason, detail: `${signal ?? `exit ${code}`} ${errors.slice(0, 1000)}`.trim() });
    });
  });
  return {
    pid: child.pid ?? 0,
    send: (request) => void channel.write(`${JSON.stringify(request)}\n`),
    onEvent: (next) => void (listener = next),
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

function parseEvent(line: string): ChildEvent | undefined {
  try {
    return childEventSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
