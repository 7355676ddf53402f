import os from 'node:os';
import type { DataSet } from '#content/exercise';
import type { RunOutcome, Verdict } from '#lib/verdict';
import type { GradeJob, RunJob, Runtime } from '../runtime.ts';
import type { Recipe } from './databases.ts';
import { createGate } from './gate.ts';
import { gridOf } from './grids.ts';
import { createJudge } from './judge.ts';
import { serverLimits, sqlLimits } from './limits.ts';
import { sqlMessages } from './messages.ts';
import type { OpenDatabase } from './open-database.ts';
import { explainEnd, unavailable } from './outcome.ts';
import { readPlan } from './plan.ts';
import { startSqlServer, type SqlServer, type SqlServerOptions } from './server.ts';
import { gradeSuite } from './suite/grade-suite.ts';
import { createReferenceCache } from './suite/reference-cache.ts';

export type SqlRuntimeOptions = SqlServerOptions & {
  /** Sample databases for code in lessons, by name; null when there is none of that name. */
  databases: (name: string) => Promise<{ schema: string; dataSets: DataSet[] } | null>;
  runningMax?: number;
  waitingMax?: number;
  /** Told when the server has ended without being asked to, for the log. */
  onCrash?: (lastWords: string) => void;
};

export type SqlRuntime = Runtime & {
  /**
   * A fresh database of the recipe, with an owner role of its own, for code of another runtime. Rejects with
   * `databaseMissing` when the server cannot be had, and otherwise when the recipe does not load.
   */
  openDatabase: (recipe: Recipe, signal: AbortSignal) => Promise<OpenDatabase>;
};

/** Ours, never the learner's: nothing is counted. */
export const databaseMissing = 'The database server cannot be reached.';

const file = 'query.sql';
const retryAfterMs = 2_000;
/** json, the type of what EXPLAIN (FORMAT JSON) returns. */
const jsonType = 114;

/** SQL in an embedded PostgreSQL: a fresh database and a role of its own for each query that is judged or run. */
export function createSqlRuntime(options: SqlRuntimeOptions): SqlRuntime {
  const gate = createGate(options.runningMax ?? Math.max(2, os.availableParallelism()), options.waitingMax ?? 64);
  // Those with roles of their own run one at a time; they wait out here, where they keep no other query waiting.
  const roleGate = createGate(1, options.waitingMax ?? 64);
  const judge = createJudge();
  const references = createReferenceCache();
  let current: Promise<SqlServer> | null = null;
  let running: SqlServer | null = null;
  let restarts = 0;
  let disposed = false;

  const server = (): Promise<SqlServer> => {
    current ??= start();
    return current;
  };
  const start = async (): Promise<SqlServer> => {
    try {
      const started = await startSqlServer(options);
      running = started;
      void started.exited.then((words) => {
        running = null;
        current = null;
        if (disposed) return;
        restarts += 1;
        options.onCrash?.(words);
        // At once, so that the next learner does not wait; if it fails, the next job tries again and hears why.
        server().catch(() => undefined);
      });
      return started;
    } catch (error) {
      current = null;
      throw error;
    }
  };
  /** The server, or null when it cannot be had: that is unavailable to the learner and a crash in the log. */
  const serverOrNull = async (): Promise<SqlServer | null> => {
    if (disposed) return null;
    return server().catch((error: unknown) => {
      options.onCrash?.(error instanceof Error ? error.message : String(error));
      return null;
    });
  };

  const run = async ({ source, database, signal }: RunJob): Promise<RunOutcome> => {
    const found = database === undefined ? { schema: '', dataSets: [] } : await options.databases(database);
    if (found === null) {
      const message = sqlMessages.unknownDatabase(database ?? '');
      return { version: 1, status: 'errored', reason: 'threw', message, tests: [], durationMs: 0 };
    }
    const postgres = await serverOrNull();
    if (postgres === null) return unavailable(sqlMessages.serverMissing, retryAfterMs);
    const data = found.dataSets.find(({ hidden }) => !hidden)?.sql ?? '';
    const limitMs = sqlLimits.queryMs;
    const recipe = { schema: found.schema, data };
    const outcome = await postgres.query(recipe, { text: source, mode: 'script', limitMs, signal });
    if (outcome.status === 'lost') return unavailable(sqlMessages.serverLost, 1_000);
    if (signal.aborted) return unavailable(sqlMessages.nobodyWaits, 0);
    const { console, durationMs } = outcome;
    const fault = explainEnd(outcome, { text: source, file }, limitMs);
    if (fault !== null) {
      const { reason, message, at } = fault;
      return { version: 1, status: 'errored', reason, message, ...(at && { at }), console, tests: [], durationMs };
    }
    const last = outcome.status === 'done' ? outcome.sets.at(-1) : undefined;
    const grid = last && gridOf(last, sqlLimits.runGridRowsMax);
    const isPlan =
      last?.fields.length === 1 && last.fields[0]?.typeId === jsonType && last.fields[0].name === 'QUERY PLAN';
    const plan = isPlan ? readPlan(last.rows[0]?.[0] ?? '')?.root : undefined;
    return { version: 1, status: 'ran', console, ...(grid && { grid }), ...(plan && { plan }), durationMs };
  };

  const grade = async (job: GradeJob): Promise<Verdict> => {
    const postgres = await serverOrNull();
    if (postgres === null) return unavailable(sqlMessages.serverMissing, retryAfterMs);
    if (job.exercise.tests === '') return judge(job, postgres.query);
    const { query, openRaw: open, databases } = postgres;
    return gradeSuite(job, { query, open, blockers: databases.blockers }, references);
  };

  return {
    name: 'sql',
    boot: async () => void (await server()),
    run: async (job) => (await gate.enter(job.signal, () => run(job))) ?? unavailable(sqlMessages.busy, retryAfterMs),
    grade: async (job) => {
      const inTurn = () => gate.enter(job.signal, () => grade(job));
      const { roles } = job.exercise.meta;
      const verdict = roles === undefined ? await inTurn() : await roleGate.enter(job.signal, inTurn);
      return verdict ?? unavailable(sqlMessages.busy, retryAfterMs);
    },
    openDatabase: async (recipe, signal) => {
      const postgres = await serverOrNull();
      if (postgres === null) throw new Error(databaseMissing);
      return postgres.open(recipe, signal);
    },
    status: () => ({
      server: running === null ? 'stopped' : 'running',
      ...(running && {
        pid: running.pid,
        account: running.account,
        walls: running.walls.join('; '),
        ...running.databases.counts(),
      }),
      addressSpaceMb: process.platform === 'linux' ? serverLimits.addressSpaceKb / 1024 : 'unlimited',
      restarts,
      ...gate.counts(),
    }),
    dispose: async () => {
      disposed = true;
      const last = await current?.catch(() => null);
      await last?.stop();
    },
  };
}
