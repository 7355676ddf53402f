import type { RunOutcome } from '#lib/verdict';
import type { Layers } from '../layers.ts';
import { defaultLimits } from '../limits.ts';
import { explain } from '../messages.ts';
import { createPool, type Pool, type PoolOptions } from '../pool.ts';
import type { RunJob, Runtime } from '../runtime.ts';
import { gradeInChild } from './grade.ts';
import { openSubmission } from './open.ts';

export type JavascriptRuntime = Runtime & {
  /** Process ids of the children's wrappers, for tests and for the operator. */
  pids: () => number[];
  layers: () => Layers;
};

/** JavaScript and TypeScript: a fresh isolate for each submission, in a child that is confined and can be killed. */
export function createJavascriptRuntime(options: PoolOptions = {}): JavascriptRuntime {
  let pool: Pool | undefined;
  const opened = (): Pool => (pool ??= createPool(options));
  return {
    name: 'javascript',
    boot: async () => {
      const { release } = await opened().lease(AbortSignal.timeout(30_000));
      release();
    },
    grade: (job) => gradeInChild(opened(), job),
    run: (job) => runInChild(opened(), job),
    status: () => {
      const { layers, ...counts } = opened().status();
      return { ...counts, ...layers, limits: layers.limits.join(' ') };
    },
    pids: () => opened().pids(),
    layers: () => opened().status().layers,
    dispose: async () => pool?.dispose(),
  };
}

/** What learners' files are called where there is no exercise. */
const file = 'solution.ts';

async function runInChild(pool: Pool, job: RunJob): Promise<RunOutcome> {
  const limits = defaultLimits;
  const { session, loaded, startedMs, close } = await openSubmission(pool, limits, job.signal, (opened) =>
    opened.load('submission', file, job.source, true),
  );
  try {
    const console = session.endTest();
    const durationMs = Math.round(performance.now() - startedMs);
    if (loaded.kind === 'loaded') return { version: 1, status: 'ran', console, durationMs };
    const { reason = 'threw', ...rest } = explain(loaded, { file, limits, phase: 'run' });
    return { version: 1, status: 'errored', reason, ...rest, console, tests: [], durationMs };
  } finally {
    close();
  }
}
