import type { Exercise } from '#content/exercise';
import type { PlanNode } from '#lib/verdict';
import type { Recipe } from '../databases.ts';
import { sqlLimits } from '../limits.ts';
import type { RawDatabase } from '../open-database.ts';
import type { QueryJob, QueryOutcome } from '../query.ts';
import type { Blocker } from '../blockers.ts';
import type { ReferenceCache } from './reference-cache.ts';

export type Source = { file: string; text: string };

/** What the server offers to a judge. */
export type SuiteHost = {
  /** One reading query on a database that others share. */
  query: (recipe: Recipe, job: QueryJob) => Promise<QueryOutcome>;
  /** A fresh database; with `roles` the only one on the server that may hold roles of its own. */
  open: (recipe: Recipe, signal: AbortSignal, roles?: string[]) => Promise<RawDatabase>;
  blockers: (pid: number) => Promise<Blocker[]>;
};

/** What all tests of a submission share. */
export type Bench = {
  host: SuiteHost;
  exercise: Exercise;
  source: Source;
  seed: number;
  signal: AbortSignal;
  cache: ReferenceCache;
  testMs: number;
  runMs: number;
  /** Time of the learner's SQL in all tests so far. */
  spentMs: number;
  /** Databases of tests that are over go away while the next test runs; the submission ends when they are gone. */
  leaving: Promise<void>[];
};

/** What one test did so far. */
export type Progress = {
  did: string[];
  data: Set<string>;
  plan: PlanNode | undefined;
  usedMs: number;
  /** Something of the learner's was answered, so that a value a test cannot use is theirs. */
  answered: boolean;
  openCount: number;
  /** It asked for random values, so that another seed may be another case. */
  drew: boolean;
};

export type Who = 'learner' | 'reference';

/** How long the next text may run: what is left of the whole run, at most the time of one test. */
export function limitMsOf(bench: Bench, who: Who): number {
  if (who === 'reference') return sqlLimits.referenceMs;
  return Math.max(1, Math.min(bench.testMs, bench.runMs - bench.spentMs));
}

export function spend(bench: Bench, progress: Progress, durationMs: number): void {
  bench.spentMs += durationMs;
  progress.usedMs += durationMs;
}
