import { createHash } from 'node:crypto';
import type { DataSet, Exercise } from '#content/exercise';
import type { TestResult, Verdict } from '#lib/verdict';
import type { GradeJob } from '../runtime.ts';
import { compareResults } from './compare.ts';
import { conclude } from './conclude.ts';
import { recipeHash, type Recipe } from './databases.ts';
import { sqlLimits } from './limits.ts';
import { sqlMessages } from './messages.ts';
import type { QueryJob, QueryOutcome, ResultSet } from './query.ts';
import { explainOutcome, unavailable } from './outcome.ts';
import { shownData } from './shown-data.ts';

export type Query = (recipe: Recipe, job: QueryJob) => Promise<QueryOutcome>;
export type Judge = (job: GradeJob, query: Query) => Promise<Verdict>;

/** Thrown where the server went away in the middle: the submission is then neither right nor wrong. */
class ServerLost extends Error {}

/** References whose rows are remembered, and how many values each may have to be. */
const cachedMax = 256;
const cachedCellsMax = 20_000;

/** Makes a judge that remembers the rows of references, which are the same for every submission. */
export function createJudge(): Judge {
  const cache = new Map<string, ResultSet>();

  const reference = async (exercise: Exercise, dataSet: DataSet, query: Query): Promise<ResultSet> => {
    const recipe = recipeOf(exercise, dataSet);
    const solution = exercise.solution.sql;
    if (solution === undefined) throw new Error(`${exercise.meta.id} has no solution.sql`);
    const key = `${recipeHash(recipe)} ${createHash('sha256').update(solution).digest('hex')}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const outcome = await query(recipe, { text: solution, mode: 'one', limitMs: sqlLimits.referenceMs });
    if (outcome.status === 'lost') throw new ServerLost();
    const set = outcome.status === 'done' ? outcome.sets[0] : undefined;
    if (set === undefined) {
      const reason = outcome.status === 'refused' ? outcome.error.message : outcome.status;
      throw new Error(`the reference of ${exercise.meta.id} gives no rows on data set ${dataSet.name}: ${reason}`);
    }
    if (set.rows.length * set.fields.length <= cachedCellsMax) cache.set(key, set);
    // The oldest entry goes; which one hardly matters, since each can be made again.
    const oldest = cache.keys().next();
    if (cache.size > cachedMax && !oldest.done) cache.delete(oldest.value);
    return set;
  };

  const judgeDataSet = async (job: GradeJob, dataSet: DataSet, query: Query, limitMs: number): Promise<Judged> => {
    const { exercise, signal } = job;
    const source = sourceOf(job);
    const expected = await reference(exercise, dataSet, query);
    const outcome = await query(recipeOf(exercise, dataSet), { text: source.text, mode: 'one', limitMs, signal });
    if (outcome.status === 'lost') throw new ServerLost();
    const did = () => shownData(exercise, dataSet, source.text);
    const base = { name: dataSet.name, hidden: dataSet.hidden, durationMs: outcome.durationMs };
    const fault = explainOutcome(outcome, source, limitMs);
    if (fault !== null) {
      const { everywhere, ...shown } = fault;
      return { ends: everywhere, result: { ...base, status: 'errored', did: did(), ...shown } };
    }
    const actual = outcome.status === 'done' ? outcome.sets[0] : undefined;
    if (actual === undefined) throw new Error('a query without rows was taken for an answer');
    const comparison = compareResults(expected, actual, exercise.meta.order);
    if (comparison.equal) return { ends: false, result: { ...base, status: 'passed', did: [] } };
    const { message, grids } = comparison;
    return { ends: false, result: { ...base, status: 'failed', did: did(), message, grids } };
  };

  return async (job, query) => {
    const dataSets = dataSetsOf(job);
    const { testMs = sqlLimits.queryMs, runMs = sqlLimits.gradeMs } = job.exercise.meta.limits ?? {};
    const startedAt = performance.now();
    const tests: TestResult[] = [];
    let spentMs = 0;
    let stopped = false;
    job.onStarted(dataSets.length);
    try {
      for (const dataSet of dataSets) {
        let judged: Judged = { ends: false, result: notRun(dataSet) };
        if (!stopped) {
          const leftMs = runMs - spentMs;
          judged =
            leftMs > 0 ? await judgeDataSet(job, dataSet, query, Math.min(testMs, leftMs)) : late(dataSet, runMs);
        }
        if (job.signal.aborted) return unavailable(sqlMessages.nobodyWaits, 0);
        const { ends, result } = judged;
        spentMs += result.durationMs;
        stopped ||= ends;
        tests.push(result);
        job.onTest(tests.length - 1, result);
      }
    } catch (error) {
      if (error instanceof ServerLost) return unavailable(sqlMessages.serverLost, 1_000);
      throw error;
    }
    return conclude(tests, performance.now() - startedAt);
  };
}

/** `ends`: the data sets after it are not run, because they would say the same or cost a whole limit again. */
type Judged = { result: TestResult; ends: boolean };

type Source = { text: string; file: string };

function sourceOf({ files }: GradeJob): Source {
  const [entry] = Object.entries(files);
  if (entry === undefined) throw new Error('a submission without a file');
  return { file: entry[0], text: entry[1] };
}

function dataSetsOf({ exercise, mode }: GradeJob): DataSet[] {
  const all = exercise.database?.dataSets ?? [];
  if (all.length === 0) throw new Error(`${exercise.meta.id} has no data set`);
  const visible = all.filter(({ hidden }) => !hidden);
  return mode === 'run' ? visible : [...visible, ...all.filter(({ hidden }) => hidden)];
}

const recipeOf = (exercise: Exercise, dataSet: DataSet): Recipe => ({
  schema: exercise.database?.schema ?? '',
  data: dataSet.sql,
});

const notRun = ({ name, hidden }: DataSet): TestResult => ({ name, hidden, status: 'not-run', durationMs: 0, did: [] });

const late = (dataSet: DataSet, runMs: number): Judged => ({
  ends: true,
  result: { ...notRun(dataSet), status: 'errored', reason: 'time-limit', message: sqlMessages.runLimit(runMs) },
});
