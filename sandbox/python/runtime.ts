import os from 'node:os';
import { gradeInChild } from '../javascript/grade.ts';
import { runInChild, type RunWay } from '../javascript/run.ts';
import { layerNames, type ConfinementOptions } from '../layers.ts';
import { createPool, type Pool } from '../pool.ts';
import type { Runtime } from '../runtime.ts';
import { ensureSnapshot, installPython } from './installation.ts';
import { lessonLimits, pythonLimitsOf, pythonRunsPerChildMax } from './limits.ts';
import { spawnPython } from './spawn.ts';
import { pythonWords } from './words.ts';

export type PythonRuntime = Runtime & {
  /** Makes what the first job on a machine would wait for. No child is started, and nothing stays in memory. */
  prepare: () => Promise<void>;
  /** Process ids of the children's wrappers, for tests and for the operator. */
  pids: () => number[];
};

export type PythonRuntimeOptions = {
  children?: number;
  /** So many stay while nobody waits for the next; one without it. Another one holds 170 MB, which few would miss. */
  kept?: number;
  /** Children that nobody has needed for this long are given up. */
  idleMs?: number;
} & ConfinementOptions;

/** On a small machine one child at a time: what it takes is taken from everything else. */
const smallMachineBytes = 2 * 2 ** 30;
const childrenMax = 4;
const readyMsMax = 120_000;
const idleMsDefault = 10 * 60_000;
const lessonWay: RunWay = { file: 'solution.py', limits: lessonLimits, explain: pythonWords.explain };

/**
 * Python: a fresh interpreter for each submission, Pyodide in an isolate, in a child that is confined and can be killed.
 * Nothing is started before the first job, and nothing is kept when no job has come for a while.
 */
export function createPythonRuntime(options: PythonRuntimeOptions = {}): PythonRuntime {
  const { children = childrenHere(), kept = 1, idleMs = idleMsDefault, ...walls } = options;
  let opening: Promise<Pool> | undefined;
  let pool: Pool | undefined;
  let jobs = 0;
  let idleTimer: NodeJS.Timeout | undefined;

  const ended = new AbortController();
  const prepare = (): Promise<void> => ensureSnapshot(installPython(), ended.signal);
  const open = async (): Promise<Pool> => {
    await prepare();
    return (pool = createPool({
      children,
      kept: Math.min(kept, children),
      spawn: (confinement) => spawnPython(confinement),
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
    prepare,
    boot: () =>
      withPool(async (opened) => {
        const { release } = await opened.lease(AbortSignal.timeout(readyMsMax));
        release();
      }),
    grade: (job) => withPool((opened) => gradeInChild(opened, job, { words: pythonWords, limitsOf: pythonLimitsOf })),
    run: (job) => withPool((opened) => runInChild(opened, job, lessonWay)),
    status: () => {
      if (pool === undefined) return { state: 'not started' };
      const { layers, ...counts } = pool.status();
      return { state: 'started', ...counts, walls: layerNames(layers).join('; ') };
    },
    pids: () => pool?.pids() ?? [],
    dispose: async () => {
      ended.abort();
      await close();
    },
  };
}

function childrenHere(): number {
  const bytes = Math.min(os.totalmem(), process.constrainedMemory() || Infinity);
  return bytes < smallMachineBytes ? 1 : Math.min(childrenMax, os.availableParallelism());
}
