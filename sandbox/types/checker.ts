import { probeConfinement, type ConfinementOptions } from '../layers.ts';
import { spawnWalled, type ChildEnd, type WalledProcess } from '../walled.ts';
import { installTypes } from './installation.ts';
import { checkerEventSchema, type CheckRequest, type Surroundings, type TypeProblem } from './protocol.ts';

/** What the compiler says about a file; `ended` when it had to be stopped. */
export type Checked =
  | { kind: 'checked'; problems: TypeProblem[]; more: number }
  | { kind: 'ended'; reason: 'time-limit' | 'memory-limit' | 'crashed' };

export type TypeChecker = {
  /** One file at a time. Rejects when aborted, when it is disposed, and when the compiler cannot be started. */
  check: (file: string, source: string, surroundings: Surroundings, signal: AbortSignal) => Promise<Checked>;
  status: () => { typeChecker: 'not started' | 'running'; typeCheckersStarted: number };
  dispose: () => Promise<void>;
};

export type TypeCheckerOptions = ConfinementOptions & {
  checkMs?: number;
  heapMb?: number;
  /** A compiler that nobody has needed for this long is given up. */
  idleMs?: number;
};

/** Twenty files of a page of code take a second on the smallest machine; a type that counts takes for ever. */
const defaultCheckMs = 4000;
const defaultHeapMb = 384;
const defaultIdleMs = 10 * 60_000;
/** Reading and binding the libraries, once. */
const startMsMax = 30_000;
/** A compiler grows with what it has seen. */
const checksMax = 500;

type Process = {
  walled: WalledProcess;
  ready: Promise<unknown>;
  /** What waits for an answer: its clock starts when the file itself does. */
  answers: Map<number, { begin: () => void; settle: (answer: Checked) => void }>;
  checks: number;
};

/** The TypeScript compiler, warm in a confined process of its own; started by the first check, replaced after a bad end. */
export function createTypeChecker({
  checkMs = defaultCheckMs,
  heapMb = defaultHeapMb,
  idleMs = defaultIdleMs,
  ...walls
}: TypeCheckerOptions = {}): TypeChecker {
  let current: Process | null = null;
  let started = 0;
  let lastId = 0;
  let disposed = false;
  let idleTimer: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const start = (): Process => {
    started++;
    const confinement = probeConfinement(walls);
    const { node, nodeFolder, folder, child } = installTypes();
    const answers: Process['answers'] = new Map();
    const { promise: ready, resolve: becomeReady, reject: fail } = Promise.withResolvers<null>();
    const walled = spawnWalled({
      command: [
        ...[node, '--no-warnings', '--no-node-snapshot', `--max-old-space-size=${heapMb}`],
        ...['--permission', `--allow-fs-read=${folder}/*`, child],
      ],
      confinement,
      walls: { readable: [folder, nodeFolder, node] },
      memoryMb: 2 * heapMb + 256,
      onLine: (line) => {
        const event = parse(line);
        if (event?.type === 'ready') becomeReady(null);
        if (event?.type === 'started') answers.get(event.id)?.begin();
        if (event?.type === 'checked')
          answers.get(event.id)?.settle({ kind: 'checked', problems: event.problems, more: event.more });
        return event !== null;
      },
    });
    const patience = setTimeout(walled.kill, startMsMax);
    void walled.ended.then(({ detail }) => fail(new Error(`The type checker cannot be started: ${detail}`)));
    ready.then(
      () => clearTimeout(patience),
      () => clearTimeout(patience),
    );
    const process: Process = { walled, ready, answers, checks: 0 };
    void walled.ended.then((end) => {
      if (current === process) current = null;
      for (const { settle } of answers.values()) settle({ kind: 'ended', reason: reasonOf(end) });
    });
    return process;
  };

  const checkNow = async (request: Omit<CheckRequest, 'id'>, signal: AbortSignal): Promise<Checked> => {
    signal.throwIfAborted();
    if (disposed) throw new Error('The type checker is closed.');
    const process = (current ??= start());
    await process.ready;
    const id = ++lastId;
    const answer = await new Promise<Checked>((resolve) => {
      const stop = (): void => {
        resolve({ kind: 'ended', reason: 'time-limit' });
        process.walled.kill();
      };
      let timer = setTimeout(stop, startMsMax);
      signal.addEventListener('abort', stop);
      const begin = (): void => {
        clearTimeout(timer);
        timer = setTimeout(stop, checkMs);
      };
      const settle = (given: Checked): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
        resolve(given);
      };
      process.answers.set(id, { begin, settle });
      process.walled.send({ id, ...request });
    });
    process.answers.delete(id);
    signal.throwIfAborted();
    if (answer.kind === 'ended') {
      if (current === process) current = null;
      await process.walled.ended;
    } else if (++process.checks >= checksMax) process.walled.kill();
    return answer;
  };

  /** A hundred megabytes that an exercise may not need again for hours. */
  const rest = (): void => {
    clearTimeout(idleTimer);
    idleTimer = setTimeout(() => {
      turn = turn.then(async () => {
        const idle = current;
        current = null;
        idle?.walled.kill();
        await idle?.walled.ended;
      });
    }, idleMs).unref();
  };

  return {
    check: (file, source, surroundings, signal) => {
      clearTimeout(idleTimer);
      const checked = turn.then(() => checkNow({ file, source, surroundings }, signal));
      const settled = checked.then(
        () => undefined,
        () => undefined,
      );
      turn = settled;
      void settled.then(() => {
        if (turn === settled) rest();
      });
      return checked;
    },
    status: () => ({ typeChecker: current === null ? 'not started' : 'running', typeCheckersStarted: started }),
    dispose: async () => {
      disposed = true;
      clearTimeout(idleTimer);
      const last = current;
      last?.walled.kill();
      await last?.walled.ended;
    },
  };
}

const reasonOf = ({ reason }: ChildEnd): 'memory-limit' | 'crashed' => (reason === 'memory-limit' ? reason : 'crashed');

function parse(line: string) {
  try {
    return checkerEventSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
