import type { TestResult, Verdict } from '#lib/verdict';
import './matchers.ts';
import { mismatchOf } from '#sandbox/expect';
import { exerciseFault, isExerciseFault } from '#sandbox/faults';
import { notRunMessage, unusableAnswer } from '#sandbox/messages';
import type { GradeJob } from '#sandbox/runtime';
import { openSuite } from '#sandbox/suite';
import { conclude } from '../conclude.ts';
import { sqlLimits } from '../limits.ts';
import { sqlMessages } from '../messages.ts';
import { isServerLoss } from '../open-database.ts';
import { unavailable } from '../outcome.ts';
import { shownData } from '../shown-data.ts';
import type { Bench, Progress, SuiteHost } from './bench.ts';
import { differenceOf, learnerFaultOf, ServerLost } from './ends.ts';
import { openFixtures, openWorlds, type SqlFixtures, type Worlds } from './fixture.ts';
import type { ReferenceCache } from './reference-cache.ts';

type SqlTest = { name: string; body: (fixtures: SqlFixtures) => unknown; file: string; hidden: boolean };
type Outcome = Pick<TestResult, 'status' | 'reason' | 'message' | 'at' | 'grids' | 'expected' | 'actual'>;

/** Grades a file of SQL with the tests of its exercise. Rejects for faults of ours alone. */
export async function gradeSuite(job: GradeJob, host: SuiteHost, cache: ReferenceCache): Promise<Verdict> {
  const tests = collectTests(job);
  const bench = benchOf(job, host, cache);
  const worlds = openWorlds(bench);
  const startedAt = performance.now();
  const results: TestResult[] = [];
  let stopped = false;
  job.onStarted(tests.length);
  try {
    for (const test of tests) {
      const judged: Judged = stopped ? { ends: true, result: notRun(test) } : await judgeAll(test, bench, worlds, job);
      if (job.signal.aborted) return unavailable(sqlMessages.nobodyWaits, 0);
      stopped ||= judged.ends;
      results.push(judged.result);
      job.onTest(results.length - 1, judged.result);
    }
  } catch (error) {
    if (job.signal.aborted) return unavailable(sqlMessages.nobodyWaits, 0);
    if (error instanceof ServerLost) return unavailable(sqlMessages.serverLost, 1_000);
    throw error;
  } finally {
    await Promise.all([worlds.close(), ...bench.leaving]);
  }
  return conclude(results, performance.now() - startedAt);
}

function benchOf({ exercise, files, seed, signal }: GradeJob, host: SuiteHost, cache: ReferenceCache): Bench {
  const [entry] = Object.entries(files);
  if (entry === undefined) throw new Error('a submission without a file');
  const { testMs = sqlLimits.queryMs, runMs = sqlLimits.gradeMs } = exercise.meta.limits ?? {};
  const source = { file: entry[0], text: entry[1] };
  return { host, exercise, source, seed, signal, cache, testMs, runMs, spentMs: 0, leaving: [] };
}

function collectTests({ exercise, mode }: GradeJob): SqlTest[] {
  const open = (source: string, file: string): SqlTest[] =>
    // The suite hands its argument through as it is; which fixtures there are depends on the kind alone.
    openSuite(source, file).map(({ name, body }) => ({
      name,
      body: body as unknown as SqlTest['body'],
      file,
      hidden: file === 'hidden.ts',
    }));
  const visible = open(exercise.tests, 'tests.ts');
  if (visible.length === 0) throw exerciseFault('tests.ts has no test: a learner who presses Run needs at least one.');
  return mode === 'run' ? visible : [...visible, ...open(exercise.hidden, 'hidden.ts')];
}

/** `ends`: the tests after it are not run, because they would say the same. */
type Judged = { result: TestResult; ends: boolean; drew?: boolean };

async function judgeAll(test: SqlTest, bench: Bench, worlds: Worlds, { moreSeeds = [] }: GradeJob): Promise<Judged> {
  let judged = await judge(test, bench, worlds);
  for (const seed of moreSeeds) {
    if (!judged.drew || judged.result.status !== 'passed') break;
    judged = await judge(test, bench, worlds, seed);
  }
  return judged;
}

async function judge(test: SqlTest, bench: Bench, worlds: Worlds, seed = bench.seed): Promise<Judged> {
  if (bench.spentMs >= bench.runMs) return { ends: true, result: late(test, bench) };
  const { fixtures, progress, close } = openFixtures(bench, worlds, test.body, seed);
  let outcome: Outcome = { status: 'passed' };
  let ends = false;
  try {
    await withinTheRun(test, bench, fixtures);
    if (progress.openCount > 0) throw exerciseFault('a call is not awaited, so that its answer is judged by nobody.');
  } catch (error) {
    if (isServerLoss(error)) throw new ServerLost();
    if (error instanceof ServerLost || bench.signal.aborted) throw error;
    ({ outcome, ends } = outcomeOf(error, test, progress));
  } finally {
    await close();
  }
  const failed = outcome.status !== 'passed';
  const shown = !test.hidden || failed;
  const result: TestResult = {
    name: test.name,
    hidden: test.hidden,
    durationMs: Math.round(progress.usedMs * 100) / 100,
    did: shown ? [...(failed ? dataOf(bench, progress) : []), ...progress.did] : [],
    ...outcome,
    ...(progress.plan !== undefined && shown && { plan: progress.plan }),
  };
  return { result, ends, drew: progress.drew };
}

/** The rows of hidden data sets that a failed test looked at. */
function dataOf({ exercise, source }: Bench, { data }: Progress): string[] {
  const { dataSets = [] } = exercise.database ?? {};
  return dataSets.filter(({ name }) => data.has(name)).flatMap((dataSet) => shownData(exercise, dataSet, source.text));
}

function outcomeOf(error: unknown, test: SqlTest, progress: Progress): { outcome: Outcome; ends: boolean } {
  const fault = learnerFaultOf(error);
  if (fault !== undefined) {
    const { everywhere, ...shown } = fault;
    return { ends: everywhere, outcome: { status: 'errored', ...shown } };
  }
  const found = differenceOf(error) ?? mismatchOf(error);
  if (found != null) return { ends: false, outcome: { status: 'failed', ...found } };
  const where = `${test.file}: test "${test.name}"`;
  if (isExerciseFault(error)) throw exerciseFault(`${where}: ${error.message}`, error.cause);
  // Reading `rows[0].total` of an answer without rows is the answer's fault; that the reference passes shows it.
  if (error instanceof TypeError && progress.answered) {
    const { message } = unusableAnswer(error, null);
    return { ends: false, outcome: { status: 'failed', message } };
  }
  throw exerciseFault(`${where} threw ${String(error)}.`, error);
}

/** A test that waits for something that never comes must not hold its database for ever. */
async function withinTheRun(test: SqlTest, { runMs, signal }: Bench, fixtures: SqlFixtures): Promise<void> {
  const patienceMs = runMs + sqlLimits.buildMs;
  let timer: NodeJS.Timeout | undefined;
  const given = new Promise<never>((_resolve, reject) => {
    const giveUp = () =>
      reject(exerciseFault(`it waits for something that never happens (given up after ${patienceMs} ms).`));
    timer = setTimeout(giveUp, patienceMs);
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });
  try {
    await Promise.race([Promise.resolve().then(() => test.body(fixtures)), given]);
  } finally {
    clearTimeout(timer);
  }
}

function notRun({ name, hidden }: SqlTest): TestResult {
  return { name, hidden, status: 'not-run', durationMs: 0, did: [], message: notRunMessage };
}

const late = (test: SqlTest, { runMs }: Bench): TestResult => ({
  ...notRun(test),
  status: 'errored',
  reason: 'time-limit',
  message: sqlMessages.runLimit(runMs),
});
