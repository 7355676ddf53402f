import { suiteNames, type Implementation } from '#content/exercise';
import type { TestResult, Verdict } from '#lib/verdict';
import { exerciseFault } from '#sandbox/faults';
import { limitCeilings, limitsOf, type Limits } from '#sandbox/limits';
import type { Pool } from '#sandbox/pool';
import { seededRandom } from '#sandbox/random';
import type { GradeJob } from '#sandbox/runtime';
import type { SuiteRequest } from '../protocol.ts';
import { openSession, type Answer, type Session } from '../session.ts';
import { accepted, caught, notLoaded, problemOf, rejected, survived, unjudged, type SuiteRun } from './results.ts';

/** Times that a suite runs on the reference: in the order of the file, then shuffled, each with other random numbers. */
const referenceRuns = { run: 2, submit: 3 } as const;

type Named = Implementation & { resultName: string };

/**
 * Grades a suite of a learner's: it has to pass on every right implementation before any defect is tried, because what
 * rejects right code says nothing about wrong code. Each run is in a fresh isolate, which does not know what it runs.
 */
export async function gradeSuite(pool: Pool, job: GradeJob): Promise<Verdict> {
  const startedMs = performance.now();
  const [file, source] = Object.entries(job.files)[0] ?? [];
  if (file === undefined || source === undefined) throw new Error('A submission holds one file.');
  const judged = implementationsOf(job);
  const limits = limitsOf(job.exercise.meta.limits);
  const bench = createBench(pool, { file, source, limits, signal: job.signal, seed: job.seed });
  job.onStarted(judged.length);
  const results: TestResult[] = [];
  const tell = (result: TestResult): void => {
    job.onTest(results.length, result);
    results.push(result);
  };
  try {
    const right = new Map<Named, TestResult>();
    let isAccepted = true;
    for (const one of judged.filter(({ isRight }) => isRight)) {
      const isReference = right.size === 0;
      const result: TestResult = isAccepted
        ? await judgeRight(one, bench, job.mode, isReference)
        : unjudged(one, 'rejected-before');
      isAccepted &&= result.status === 'passed';
      right.set(one, result);
    }
    for (const one of judged) {
      job.signal.throwIfAborted();
      const known = right.get(one);
      if (known) tell(known);
      else if (!isAccepted) tell(unjudged(one, 'rejected'));
      else if (performance.now() - startedMs > limitCeilings.runMs) tell(unjudged(one, 'no-time'));
      else tell(await judgeDefect(one, bench, one !== judged.at(-1)));
    }
    return conclude(results, Math.round(performance.now() - startedMs));
  } finally {
    bench.close();
  }
}

function implementationsOf({ exercise, mode }: GradeJob): Named[] {
  const all = exercise.implementations ?? [];
  const names = suiteNames(all);
  const ordered = [...names.visible, ...names.hidden];
  const named = all.map((one, index) => ({ ...one, resultName: ordered[index] ?? one.name }));
  return named.filter(({ hidden }) => mode === 'submit' || !hidden);
}

async function judgeRight(
  one: Named,
  bench: SuiteBench,
  mode: GradeJob['mode'],
  isReference: boolean,
): Promise<TestResult> {
  const runs = isReference ? referenceRuns[mode] : 1;
  let first: SuiteRun | undefined;
  for (let turn = 0; turn < runs; turn++) {
    const run = await bench.run(one, { inOrder: isReference && turn === 0, more: true });
    if (run.answer.kind === 'syntax') return notLoaded(one, run);
    const problem = problemOf(run, mode);
    if (problem) return rejected(one, run, problem, { isReference, passedBefore: turn > 0 });
    first ??= run;
  }
  return accepted(one, first as SuiteRun, isReference, mode);
}

async function judgeDefect(one: Named, bench: SuiteBench, more: boolean): Promise<TestResult> {
  const run = await bench.run(one, { inOrder: false, more });
  return caught(one, run) ?? survived(one, run);
}

/** The first result that is not as it should be decides how the whole is called. */
function conclude(tests: TestResult[], durationMs: number): Verdict {
  const common = { version: 1 as const, tests, durationMs };
  const first = tests.find(({ status }) => status !== 'passed');
  if (first === undefined) return { ...common, status: 'passed' };
  if (first.status !== 'errored' || first.reason === undefined) return { ...common, status: 'failed' };
  const { reason, message = '', at } = first;
  return { ...common, status: 'errored', reason, message, ...(at && { at }) };
}

type BenchGiven = { file: string; source: string; limits: Limits; signal: AbortSignal; seed: number };
export type SuiteBench = {
  run: (one: Named, how: { inOrder: boolean; more: boolean }) => Promise<SuiteRun>;
  close: () => void;
};

/** A child for the whole submission; where one was ended by what ran in it, the next implementation gets another. */
function createBench(pool: Pool, { file, source, limits, signal, seed }: BenchGiven): SuiteBench {
  const random = seededRandom(seed);
  const draw = (): number => random.int(1, 2 ** 31 - 1);
  let opened: { session: Session; close: () => void } | undefined;
  const open = async (): Promise<Session> => {
    if (opened?.session.end() === null) return opened.session;
    opened?.close();
    opened = undefined;
    const lease = await pool.lease(signal);
    const session = openSession(lease.child, { ...limits, runMs: 2 * limitCeilings.runMs }, signal);
    const close = (): void => {
      session.close();
      lease.release();
    };
    opened = { session, close };
    return session;
  };
  const ask = async (request: SuiteRequest): Promise<Answer> => {
    const answer = await (await open()).runSuite(request);
    // A child may have died while it was idle; what ends two of them does so itself.
    if (answer.kind !== 'ended' || answer.reason !== 'crashed' || signal.aborted) return answer;
    return (await open()).runSuite(request);
  };
  return {
    run: async (one, { inOrder, more }) => {
      const { loadMs, testMs, runMs, memoryMb } = limits;
      const order = inOrder ? 0 : draw();
      const startedMs = performance.now();
      const request = { file, source, subject: one.source, seed: draw(), order, loadMs, testMs, runMs, memoryMb, more };
      const answer = await ask(request);
      signal.throwIfAborted();
      if (answer.kind === 'suite' && answer.end === 'subject-threw') {
        throw exerciseFault(`${one.name} does not load: ${answer.error?.message ?? 'it takes too long'}.`, answer);
      }
      return { answer, file, limits, durationMs: Math.round((performance.now() - startedMs) * 100) / 100, inOrder };
    },
    close: () => opened?.close(),
  };
}
