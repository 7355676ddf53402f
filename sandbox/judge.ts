import type { TestResult } from '#lib/verdict';
import { mismatchOf } from './expect.ts';
import { exerciseFault, isExerciseFault } from './faults.ts';
import { createFixtures, learnerFaultOf, type Bench, type Progress } from './fixtures.ts';
import type { Answer } from './javascript/session.ts';
import { typescriptWords } from './javascript/words.ts';
import { notLoadedMessage, notRunMessage, unusableAnswer } from './messages.ts';
import type { Test } from './suite.ts';

/** A test with where it comes from. */
export type JudgedTest = Test & { file: 'tests.ts' | 'hidden.ts'; hidden: boolean };

type Outcome = Omit<TestResult, 'name' | 'hidden' | 'durationMs' | 'did' | 'console'>;

/**
 * Runs one test against the submission and says how it went. Expected values are here and nowhere else.
 * Rejects with an exercise fault when the test itself is wrong.
 */
export async function judge(test: JudgedTest, bench: Bench, learnerFile: string): Promise<TestResult> {
  let { result, drew } = await judgeOnce(test, bench, learnerFile);
  for (const seed of bench.moreSeeds ?? []) {
    if (!drew || result.status !== 'passed') break;
    ({ result, drew } = await judgeOnce(test, { ...bench, seed }, learnerFile));
  }
  return result;
}

type Judged = { result: TestResult; drew: boolean };

async function judgeOnce(test: JudgedTest, bench: Bench, learnerFile: string): Promise<Judged> {
  const { fixtures, progress, exchanges } = createFixtures(bench);
  let outcome: Outcome;
  try {
    await withinTheRun(
      test,
      Promise.resolve().then(() => test.body(fixtures)),
      bench,
    );
    if (progress.openCount > 0) throw exerciseFault('a call is not awaited, so that its answer is judged by nobody.');
    outcome = { status: 'passed' };
  } catch (error) {
    outcome = outcomeOf(error, test, progress, bench, learnerFile);
  }
  const printed = bench.session.endTest();
  const sent = exchanges();
  bench.outside?.endTest();
  const secret = test.hidden && outcome.status === 'passed';
  const result: TestResult = {
    name: test.name,
    hidden: test.hidden,
    durationMs: Math.round(progress.usedMs * 100) / 100,
    did: secret ? [] : progress.did,
    ...outcome,
    ...(sent.length === 0 || secret ? {} : { exchanges: sent }),
    ...(printed === '' || secret ? {} : { console: printed }),
  };
  return { result, drew: progress.drew };
}

export function notRun(test: JudgedTest, why: 'ended' | 'not-loaded'): TestResult {
  const message = why === 'ended' ? notRunMessage : notLoadedMessage;
  return { name: test.name, hidden: test.hidden, status: 'not-run', durationMs: 0, did: [], message };
}

function outcomeOf(error: unknown, test: JudgedTest, progress: Progress, bench: Bench, file: string): Outcome {
  const words = bench.words ?? typescriptWords;
  const mismatch = mismatchOf(error, words);
  if (mismatch !== null) return { status: 'failed', ...mismatch };
  const answer = learnerFaultOf(error);
  if (answer !== undefined) {
    const explanation = words.explain(answer, { file, limits: bench.limits, phase: 'test', asked: progress.asked });
    return { status: isFailure(answer) ? 'failed' : 'errored', ...explanation };
  }
  if (isExerciseFault(error)) throw exerciseFault(`${test.file}: test "${test.name}": ${error.message}`, error.cause);
  // Reading `result.items[0].id` of an answer without items is the answer's fault; that the reference passes shows it.
  if (error instanceof TypeError && progress.last !== undefined) {
    const { value } = progress.last;
    return { status: 'failed', ...unusableAnswer(error, value), actual: words.literalLine(value, 500) };
  }
  const line = new RegExp(`${test.file.replace('.', '\\.')}:(\\d+)`).exec(String((error as Error | null)?.stack))?.[1];
  throw exerciseFault(
    `${test.file}${line === undefined ? '' : `:${line}`}: test "${test.name}" threw ${String(error)}.`,
    error,
  );
}

/** The code ran and what it did is wrong; nothing kept it from answering. */
const isFailure = ({ kind }: Answer): boolean =>
  kind === 'missing' ||
  kind === 'not-thrown' ||
  kind === 'unfit' ||
  kind === 'no-app' ||
  kind === 'no-view' ||
  kind === 'no-response';

/** A test that waits for something that never comes must not hold its child for ever. */
function withinTheRun(test: JudgedTest, running: Promise<unknown>, { limits }: Bench): Promise<unknown> {
  const patienceMs = limits.runMs + 1000;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(exerciseFault(`it waits for something that never happens (given up after ${patienceMs} ms).`));
    }, patienceMs);
    running.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
