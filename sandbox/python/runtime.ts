import os from 'node:os';
import type { RunOutcome } from '#lib/verdict';
import { gradeInChild } from '../javascript/grade.ts';
import { openSubmission } from '../javascript/open.ts';
import { layerNames, type ConfinementOptions } from '../layers.ts';
import { createPool, type Pool } from '../pool.ts';
import type { RunJob, Runtime } from '../runtime.ts';
import { ensureSnapshot, installPython } from './installation.ts';
import { lessonLimits, pythonLimitsOf, pythonRunsPerChildMax } from './limits.ts';
import { spawnPython } from './spawn.ts';
import { pythonWords } from './words.ts';

export type PythonRuntime = Runtime & {
  /** Process ids of the children's wrappers, for tests and for the operator. */
  pids: () => number[];
};

export type PythonRuntimeOptions = {
  children?: number;
  /** Children that nobody has needed for this long are given up. */
  idleMs?: number;
} & ConfinementOptions;

/** On a small machine one child at a time: what it takes is taken from everything else. */
const smallMachineBytes = 2 * 2 ** 30;
const childrenMax = 4;
const readyMsMax = 120_000;
const idleMsDefault = 10 * 60_000;

/**
 * Python: a fresh interpreter for each submission, Pyodide in an isolate, in a child that is confined and can be killed.
 * Nothing is started before the first job, and nothing is kept when no job has come for a while.
 */
export function createPythonRuntime(options: PythonRuntimeOptions = {}): PythonRuntime {
  const { children = childrenHere(), idleMs = idleMsDefault, ...walls } = options;
  let opening: Promise<Pool> | undefined;
  let pool: Pool | undefined;
  let jobs = 0;
  let idleTimer: NodeJS.Timeout | undefined;

  const open = async (): Promise<Pool> => {
    await ensureSnapshot(installPython());
    return (pool = createPool({
      children,
      // Each holds 150 MB, and one is enough for a learner at a time.
      startWith: 1,
      spawn: spawnPython,
      runsMax: pythonRunsPerChildMax,
      readyMsMax,
      ...walls,
    }));
  };
  const close = async (): Promise<void> => {
    clearTimeout(idleTimer);
    const closing = opening;
    opening = pool = undefined;
    await (await closing?.catch(() => undefined))?.dispose();
  };
  const withPool = async <Ended>(work: (pool: Pool) => Promise<Ended>): Promise<Ended> => {
    clearTimeout(idleTimer);
    jobs++;
    try {
      opening ??= open().catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      return await work(await opening);
    } finally {
      if (--jobs === 0) idleTimer = setTimeout(() => void close(), idleMs).unref();
    }
  };
  return {
    name: 'python',
    boot: () =>
      withPool(async (opened) => {
        const { release } = await opened.lease(AbortSignal.timeout(readyMsMax));
        release();
      }),
    grade: (job) => withPool((opened) => gradeInChild(opened, job, { words: pythonWords, limitsOf: pythonLimitsOf })),
    run: (job) => withPool((opened) => runInChild(opened, job)),
    status: () => {
      if (pool === undefined) return { state: 'not started' };
      const { layers, ...counts } = pool.status();
      return { state: 'started', ...counts, walls: layerNames(layers).join('; ') };
    },
    pids: () => pool?.pids() ?? [],
    dispose: close,
  };
}

function childrenHere(): number {
  const bytes = Math.min(os.totalmem(), process.constrainedMemory() || Infinity);
  return bytes < smallMachineBytes ? 1 : Math.min(childrenMax, os.availableParallelism());
}

/** What learners' files are called where there is no exercise. */
const file = 'solution.py';

async function runInChild(pool: Pool, job: RunJob): Promise<RunOutcome> {
  const limits = lessonLimits;
  const { session, loaded, startedMs, close } = await openSubmission(pool, limits, job.signal, (opened) =>
    opened.load('submission', file, job.source, { drain: true }),
  );
  try {
    const console = session.endTest();
    const durationMs = Math.round(performance.now() - startedMs);
    if (loaded.kind === 'loaded') return { version: 1, status: 'ran', console, durationMs };
    const { reason = 'threw', ...rest } = pythonWords.explain(loaded, { file, limits, phase: 'run' });
    return { version: 1, status: 'errored', reason, ...rest, console, tests: [], durationMs };
  } finally {
    close();
  }
}
