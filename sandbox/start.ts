import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { oncePerProcess } from '#lib/once-per-process';
import { healthSchema, type Health } from './wire.ts';

/** The sandbox process, seen from the process that started it. */
export type SandboxProcess = {
  state: () => 'starting' | 'ready' | 'down' | 'stopped';
  /** Null while it is not ready. */
  address: () => string | null;
  /** Waits for it to be ready; null when that takes longer than `timeoutMs`. */
  whenReady: (timeoutMs: number) => Promise<Health | null>;
  stop: () => Promise<void>;
};

export type StartOptions = {
  /** Where `sandbox/server.ts` lies; the folder that the web process was started in. */
  root?: string;
  /** For its log lines and for what is said about its life. */
  onLine?: (line: string) => void;
};

const backOffMsMin = 100;
const backOffMsMax = 10_000;
/** Alive for this long, it counts as well again, and the next restart is quick. */
const steadyMs = 10_000;

/** What it needs of our environment. Secrets of the web process (providers, mail) have no business there. */
const passedOn = ['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'CONTENT_DIRS', 'NODE_ENV', 'SystemRoot'];

/**
 * What a process of 25 MB of objects needs not take: a young generation of 64 MB, and a heap of malloc's for each thread.
 * Node's cache of compiled files holds them without their types as well, so that a start from it does not load the
 * compiler that takes the types out; together that is a third of the memory.
 */
const lean = ['--max-semi-space-size=4'];
const leanEnvironment = (root: string): Record<string, string> => ({
  MALLOC_ARENA_MAX: '2',
  NODE_COMPILE_CACHE: path.join(/* turbopackIgnore: true */ root, '.cache', 'sandbox'),
});

type Box = { current: SandboxProcess | null };

/** Next loads a module once for each bundle; the process behind it must be one all the same. */
const box = (): Box => oncePerProcess('sandbox process', () => ({ current: null }) as Box);

/** The process that `startSandbox` started; null when none was. */
export const runningSandbox = (): SandboxProcess | null => box().current;

/**
 * Starts the sandbox process and starts it again whenever it ends, more slowly each time. It ends with us, however we
 * end, because its standard input is our pipe. A second call returns the first one's process.
 */
export function startSandbox(options: StartOptions = {}): SandboxProcess {
  const slot = box();
  if (slot.current !== null && slot.current.state() !== 'stopped') return slot.current;
  return (slot.current = supervise(options));
}

function supervise({
  root = process.cwd(),
  onLine = (line) => void process.stderr.write(`${line}\n`),
}: StartOptions): SandboxProcess {
  let state: ReturnType<SandboxProcess['state']> = 'starting';
  let health: Health | null = null;
  let child: ChildProcess | null = null;
  let backOffMs = backOffMsMin;
  let restart: NodeJS.Timeout | undefined;
  const waiting = new Set<(health: Health | null) => void>();

  const launch = (): void => {
    const startedMs = Date.now();
    state = 'starting';
    const passed = Object.fromEntries(passedOn.map((name) => [name, process.env[name]]));
    const environment = { ...leanEnvironment(root), ...passed };
    const server = path.join(/* turbopackIgnore: true */ root, 'sandbox', 'server.ts');
    const started = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', ...lean, server, '--with-parent'],
      {
        cwd: root,
        env: environment as NodeJS.ProcessEnv,
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    child = started;
    // EPIPE when it has just gone; its end is reported below.
    started.stdin.on('error', () => undefined);
    createInterface(started.stderr).on('line', onLine);
    createInterface(started.stdout).on('line', (line) => {
      const said = parseHealth(line);
      if (said === null) return onLine(line);
      health = said;
      state = 'ready';
      for (const tell of waiting) tell(said);
      waiting.clear();
    });
    let over = false;
    const onEnd = (why: string): void => {
      if (over || child !== started) return;
      over = true;
      health = null;
      child = null;
      if (state === 'stopped') return;
      state = 'down';
      backOffMs = Date.now() - startedMs > steadyMs ? backOffMsMin : Math.min(backOffMsMax, backOffMs * 2);
      onLine(JSON.stringify({ level: 'error', from: 'web', event: 'sandbox-ended', why, restartInMs: backOffMs }));
      restart = setTimeout(launch, backOffMs);
    };
    started.on('error', (error) => onEnd(error.message));
    started.on('exit', (code, signal) => onEnd(signal ?? `exit ${code}`));
  };
  launch();
  return {
    state: () => state,
    address: () => health?.address ?? null,
    whenReady: (timeoutMs) => {
      if (health !== null) return Promise.resolve(health);
      return new Promise((resolve) => {
        const timer = setTimeout(() => tell(null), timeoutMs);
        const tell = (answer: Health | null): void => {
          clearTimeout(timer);
          waiting.delete(tell);
          resolve(answer);
        };
        waiting.add(tell);
      });
    },
    stop: async () => {
      state = 'stopped';
      clearTimeout(restart);
      for (const tell of waiting) tell(null);
      const ending = child;
      if (ending === null || ending.exitCode !== null) return;
      const ended = new Promise((resolve) => ending.once('exit', resolve));
      ending.stdin?.end();
      const patience = setTimeout(() => ending.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(patience);
    },
  };
}

function parseHealth(line: string): Health | null {
  try {
    return healthSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
