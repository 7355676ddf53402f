import { fileEndings, type TestResult, type Verdict } from '#lib/verdict';
import { exerciseFault } from '../faults.ts';
import type { Bench } from '../fixtures.ts';
import { withFirstDatabase } from '../http/first-database.ts';
import { createOutside, recipeOf, type OpenDatabaseOf, type Outside } from '../http/outside.ts';
import { judge, notRun, type JudgedTest } from '../judge.ts';
import type { LanguageWords } from '../language.ts';
import { limitsOf, type Limits } from '../limits.ts';
import type { Explanation } from '../messages.ts';
import type { Pool } from '../pool.ts';
import type { GradeJob } from '../runtime.ts';
import { openSuite } from '../suite.ts';
import { openSubmission } from './open.ts';
import type { Answer, LoadOptions, Session } from './session.ts';
import { typescriptWords } from './words.ts';

/** What differs between the languages that are graded by calls of functions. */
export type Way = {
  words: LanguageWords;
  limitsOf: (...asked: Parameters<typeof limitsOf>) => Limits;
  /** Databases for services that have one. */
  openDatabase?: OpenDatabaseOf | undefined;
};

export const typescriptWay: Way = { words: typescriptWords, limitsOf };

/** Grades one submission in one child: load, then each test in order. Rejects for faults of ours and when aborted. */
export async function gradeInChild(pool: Pool, job: GradeJob, way: Way = typescriptWay): Promise<Verdict> {
  const tests = collectTests(job);
  const [file, source] = Object.entries(job.files)[0] ?? [];
  if (file === undefined || source === undefined) throw new Error('A submission holds one file.');
  const { words } = way;
  const { meta, database } = job.exercise;
  const isService = meta.kind === 'http';
  const limits = way.limitsOf(meta.limits, { isService });
  const how: LoadOptions = isService
    ? { guest: 'web', gifts: database === undefined ? [] : ['db'] }
    : { modules: meta.modules ?? [] };
  let isTold = false;
  let outside: Outside | undefined;
  const recipe = isService ? recipeOf(database) : undefined;
  const first = await withFirstDatabase(way.openDatabase ?? noDatabase, recipe, job.signal);
  const leave = (): void => {
    void outside?.close();
    first.close();
  };
  const { session, loaded, startedMs, close } = await openSubmission(pool, limits, job.signal, (opened) => {
    if (!isTold) job.onStarted(tests.length);
    isTold = true;
    if (isService) {
      void outside?.close();
      const { openDatabase } = first;
      outside = createOutside({ session: opened, recipe, openDatabase, limitMs: limits.testMs, signal: job.signal });
      outside.expectTests(tests.length * (1 + (job.moreSeeds?.length ?? 0)));
      // Its connection is made while the file loads. What goes wrong with it shows at the first request.
      outside.prepare('submission').catch(() => undefined);
    }
    return opened.load('submission', file, source, how);
  }).catch((error: unknown) => {
    leave();
    throw error;
  });
  try {
    const printed = session.endTest();
    const common = { version: 1 as const, ...(printed === '' ? {} : { console: printed }) };
    const elapsed = () => Math.round(performance.now() - startedMs);
    if (loaded.kind !== 'loaded') {
      const results = tests.map((test) => notRun(test, 'not-loaded'));
      for (const [index, result] of results.entries()) job.onTest(index, result);
      const { reason = 'threw', ...rest } = words.explain(loaded, { file, limits, phase: 'load' });
      return { ...common, status: 'errored', reason, ...rest, tests: results, durationMs: elapsed() };
    }
    const loadReference = referenceLoader(job, session, words.language, how);
    const { seed, moreSeeds } = job;
    const bench: Bench = { session, limits, seed, moreSeeds, loadReference, words, outside };
    const results: TestResult[] = [];
    for (const [index, test] of tests.entries()) {
      const result = session.end() === null ? await judge(test, bench, file) : notRun(test, 'ended');
      job.signal.throwIfAborted();
      results.push(result);
      job.onTest(index, result);
    }
    return conclude(results, common, elapsed(), session.memoryKb());
  } finally {
    leave();
    close();
  }
}

export const noDatabase: OpenDatabaseOf = () =>
  Promise.reject(new Error('No database server belongs to this runtime.'));

/** The first test that did not pass decides how the whole is called. */
export function conclude(
  tests: TestResult[],
  common: { version: 1; console?: string },
  durationMs: number,
  heapKb: number | undefined,
): Verdict {
  const memory = heapKb === undefined ? {} : { memoryKb: heapKb };
  const first = tests.find((test) => test.status !== 'passed');
  if (first === undefined) return { ...common, status: 'passed', tests, durationMs, ...memory };
  if (first.status !== 'errored' || first.reason === undefined)
    return { ...common, status: 'failed', tests, durationMs, ...memory };
  const explanation: Explanation = {
    message: first.message ?? '',
    ...(first.at === undefined ? {} : { at: first.at }),
  };
  return { ...common, status: 'errored', reason: first.reason, ...explanation, tests, durationMs };
}

export function collectTests({ exercise, mode }: GradeJob): JudgedTest[] {
  const open = (source: string, file: JudgedTest['file']): JudgedTest[] =>
    openSuite(source, file).map((test) => ({ ...test, file, hidden: file === 'hidden.ts' }));
  const visible = open(exercise.tests, 'tests.ts');
  const hidden = mode === 'submit' ? open(exercise.hidden, 'hidden.ts') : [];
  const tests = [...visible, ...hidden];
  if (visible.length === 0) throw exerciseFault('tests.ts has no test: a learner who presses Run needs at least one.');
  const twice = hidden.find((test) => visible.some(({ name }) => name === test.name));
  if (twice !== undefined) throw exerciseFault(`"${twice.name}" is a test in both tests.ts and hidden.ts; rename one.`);
  return tests;
}

/** The reference gets an isolate of its own, once, and only when a test asks for it. */
export function referenceLoader(
  job: GradeJob,
  session: Session,
  language: LanguageWords['language'],
  how: LoadOptions,
): () => Promise<void> {
  let loading: Promise<Answer> | undefined;
  const source = job.exercise.solution[language];
  const ending = fileEndings[language];
  return async () => {
    if (source === undefined) throw exerciseFault(`there is no solution.${ending} for reference() to run.`);
    loading ??= session.load('reference', `reference.${ending}`, source, how);
    const answer = await loading;
    // An end belongs to whoever used up the run, and shows at the next call.
    if (answer.kind !== 'loaded' && answer.kind !== 'ended') {
      throw exerciseFault(`the reference solution does not load (${answer.kind}).`);
    }
  };
}
