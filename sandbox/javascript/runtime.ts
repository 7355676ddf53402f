import type { RunOutcome } from '#lib/verdict';
import { layerNames, type Layers } from '../layers.ts';
import { defaultLimits } from '../limits.ts';
import type { OpenDatabaseOf } from '../http/outside.ts';
import { sendRequests, type SendJob } from '../http/send.ts';
import { explain } from '../messages.ts';
import { createPool, type Pool, type PoolOptions } from '../pool.ts';
import type { Runtime } from '../runtime.ts';
import { gradeLab } from '../lab/grade.ts';
import { gradeInChild, noDatabase, typescriptWay } from './grade.ts';
import { runInChild } from './run.ts';
import { gradeSuite } from './suite/grade.ts';
import { createTypeChecker } from '../types/checker.ts';
import { gradeTypes } from '../types/stage.ts';

export type JavascriptRuntime = Runtime & {
  /** Process ids of the children's wrappers, for tests and for the operator. */
  pids: () => number[];
  layers: () => Layers;
  /** Sends requests to a learner's service and shows what comes back; nothing is judged. */
  send: (job: SendJob) => Promise<RunOutcome>;
};

/** JavaScript and TypeScript: a fresh isolate for each submission, in a child that is confined and can be killed. */
export function createJavascriptRuntime({
  openDatabase,
  ...options
}: PoolOptions & { openDatabase?: OpenDatabaseOf } = {}): JavascriptRuntime {
  let pool: Pool | undefined;
  const opened = (): Pool => (pool ??= createPool(options));
  const { children: _children, ...walls } = options;
  const checker = createTypeChecker(walls);
  return {
    name: 'javascript',
    boot: async () => {
      const { release } = await opened().lease(AbortSignal.timeout(30_000));
      release();
    },
    grade: async (job) =>
      (await gradeTypes(checker, job)) ??
      (job.exercise.meta.kind === 'tests'
        ? gradeSuite(opened(), job)
        : job.exercise.meta.kind === 'lab'
          ? gradeLab(opened(), job, openDatabase ?? noDatabase)
          : gradeInChild(opened(), job, { ...typescriptWay, openDatabase })),
    run: (job) => runInChild(opened(), job, { file: 'solution.ts', limits: defaultLimits, explain }),
    send: (job) => sendRequests(opened(), job, openDatabase ?? noDatabase),
    status: () => {
      const { layers, ...counts } = opened().status();
      return { ...counts, ...checker.status(), walls: layerNames(layers).join('; ') };
    },
    pids: () => opened().pids(),
    layers: () => opened().status().layers,
    dispose: async () => void (await Promise.all([pool?.dispose(), checker.dispose()])),
  };
}
