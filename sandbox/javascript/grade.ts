import { fileEndings, type TestResult, type Verdict } from '#lib/verdict';
import { exerciseFault } from '../faults.ts';
import type { Bench } from '../fixtures.ts';
import { judge, notRun, type JudgedTest } from '../judge.ts';
import { limitsOf } from '../limits.ts';
import { explain, type Explanation } from '../messages.ts';
import type { Pool } from '../pool.ts';
import type { GradeJob } from '../runtime.ts';
import { openSuite } from '../suite.ts';
import { openSubmission } from './open.ts';
import type { Answer, Session } from './session.ts';

/** Grades one submission in one child: load, then each test in order. Rejects for faults of ours and when aborted. */
export async function gradeInChild(pool: Pool, job: GradeJob): Promise<Verdict> {
  const tests = collectTests(job);
  const [file, source] = Object.entries(job.files)[0] ?? [];
  if (file === undefined || source === undefined) throw new Error('A submission holds one file.');
  const limits = limitsOf(job.exercise.meta.limits);
  let isTold = false;
  const { session, loaded, startedMs, close } = await openSubmission(pool, limits, job.signal, (opened) => {
    if (!isTold) job.onStarted(tests.length);
    isTold = true;
    return opened.load('submission', file, source);
  });
  try {
    const printed = session.endTest();
    const common = { version: 1 as const, ...(printed === '' ? {} : { console: printed }) };
    const elapsed = () => Math.round(performance.now() - startedMs);
    if (loaded.kind !== 'loaded') {
      const results = tests.map((test) => notRun(test, 'not-loaded'));
      for (const [index, result] of results.entries()) job.onTest(index, result);
      const { reason = 'threw', ...rest } = explain(loaded, { file, limits, phase: 'load' });
      return { ...common, status: 'errored', reason, ...rest, tests: results, durationMs: elapsed() };
    }
    const bench: Bench = { session, limits, seed: job.seed, loadReference: referenceLoader(job, session) };
    const results: TestResult[] = [];
    for (const [index, test] of tests.entries()) {
      const result = session.end() === null ? await judge(test, bench, file) : notRun(test, 'ended');
      job.signal.throwIfAborted();
      results.push(result);
      job.onTest(index, result);
    }
    return conclude(results, common, elapsed());
  } finally {
    close();
  }
}

/** The first test that did not pass decides how the whole is called. */
function conclude(tests: TestResult[], common: { version: 1; console?: string }, durationMs: number): Verdict {
  const first = tests.find((test) => test.status !== 'passed');
  if (first === undefined) return { ...common, status: 'passed', tests, durationMs };
  if (first.status !== 'errored' || first.reason === undefined)
    return { ...common, status: 'failed', tests, durationMs };
  const explanation: Explanation = {
    message: first.message ?? '',
    ...(first.at === undefined ? {} : { at: first.at }),
  };
  return { ...common, status: 'errored', reason: first.reason, ...explanation, tests, durationMs };
}

function collectTests({ exercise, mode }: GradeJob): JudgedTest[] {
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
function referenceLoader(job: GradeJob, session: Session): () => Promise<void> {
  let loading: Promise<Answer> | undefined;
  const source = job.exercise.solution.typescript;
  return async () => {
    if (source === undefined) throw exerciseFault('there is no solution.ts for reference() to run.');
    loading ??= session.load('reference', `reference.${fileEndings.typescript}`, source);
    const answer = await loading;
    // An end belongs to whoever used up the run, and shows at the next call.
    if (answer.kind !== 'loaded' && answer.kind !== 'ended') {
      throw exerciseFault(`the reference solution does not load (${answer.kind}).`);
    }
  };
}
