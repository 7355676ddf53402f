import { labNames } from '#content/exercise';
import type { TestResult, Verdict } from '#lib/verdict';
import { exerciseFault } from '../faults.ts';
import type { Bench } from '../fixtures.ts';
import { recipeOf, type OpenDatabaseOf } from '../http/outside.ts';
import { collectTests, conclude, referenceLoader } from '../javascript/grade.ts';
import { openSubmission } from '../javascript/open.ts';
import type { Answer, LoadOptions, Session } from '../javascript/session.ts';
import { typescriptWords } from '../javascript/words.ts';
import { judge } from '../judge.ts';
import { limitsOf } from '../limits.ts';
import { explain } from '../messages.ts';
import type { Pool } from '../pool.ts';
import { seededRandom } from '../random.ts';
import type { GradeJob } from '../runtime.ts';
import { attack, type Attacked, type LabBench } from './attack.ts';
import { openProof } from './proof.ts';
import {
  exploitFile,
  exploitResult,
  notRunResult,
  ownExploitResult,
  serviceFile,
  unloadedResult,
  variantResult,
  whyNotRun,
} from './results.ts';
import { createLabWorld, type LabWorld } from './world.ts';

/** One result that is to come. */
type Part = { name: string; hidden: boolean; judge: () => Promise<TestResult> };

/**
 * Grades a lab: the learner's exploit on the service as it is given; that exploit and the exercise's own on the patched
 * service; the tests of what the service is for. One child is enough: exploit and service are two isolates in it, and
 * each result begins with isolates and a world that nothing has happened in, so that a service cannot count its visitors.
 */
export async function gradeLab(pool: Pool, job: GradeJob, openDatabase: OpenDatabaseOf): Promise<Verdict> {
  const { exercise, files, mode, signal, seed } = job;
  const { lab, meta, database } = exercise;
  if (lab === undefined) throw new Error(`${meta.id} is no lab.`);
  const exploit = sourceOf(files, exploitFile);
  const patch = sourceOf(files, serviceFile);
  const proof = openProof(lab.proof);
  const { wants } = proof;
  const tests = collectTests(job);
  const exploits = lab.exploits.filter(({ hidden }) => mode === 'submit' || !hidden);
  const asked = limitsOf(meta.limits, { isLab: true });
  // Two isolates for each result, and databases, take their time on a busy machine, which is not the learner's.
  const limits = { ...asked, runMs: 2 * asked.runMs };
  const how: LoadOptions = { guest: 'web', gifts: database === undefined ? ['fakes'] : ['fakes', 'db'] };

  let isTold = false;
  let world: LabWorld | undefined;
  const { session, loaded, startedMs, close } = await openSubmission(pool, limits, signal, (opened) => {
    const recipe = recipeOf(database);
    void world?.outside.close();
    world = createLabWorld({ session: opened, recipe, openDatabase, limitMs: limits.testMs, signal }, proof, seed);
    world.outside.expectTests(2 + exploits.length + tests.length);
    if (!isTold) job.onStarted(2 + exploits.length + tests.length);
    isTold = true;
    return opened.load('submission', serviceFile, lab.service, how);
  }).catch((error: unknown) => {
    void world?.outside.close();
    throw error;
  });
  try {
    if (world === undefined) throw new Error('A session begins with its world.');
    if (loaded.kind !== 'loaded' && loaded.kind !== 'ended') {
      throw exerciseFault(`service.ts of the exercise does not load (${loaded.kind}).`);
    }
    const bench: LabBench = { session, limits, world };
    const outcome: { worked: boolean; patch: Answer; console: string } = {
      ...{ worked: false, patch: loaded, console: '' },
    };
    const onPatch = async (run: () => Promise<TestResult>, part: { name: string; hidden: boolean }) => {
      if (session.end() !== null) return notRunResult(part, whyNotRun.ended);
      if (outcome.patch.kind !== 'loaded') return notRunResult(part, whyNotRun.notLoaded);
      // Loaded anew each time: what a service leaves in its isolate tells the next request nothing.
      outcome.patch = await session.load('submission', serviceFile, patch, how);
      outcome.console ||= session.endTest();
      if (outcome.patch.kind === 'loaded') return run();
      return unloadedResult(part, outcome.patch, limits);
    };
    const attackWith = (source: string, file = exploitFile): Promise<Attacked> => attack(bench, file, source);
    const loadReference = referenceLoader(job, session, 'typescript', how);
    const words = typescriptWords;
    const testBench: Bench = {
      ...{ session, limits, seed, loadReference, words, outside: world.outside, planted: world.planted },
    };
    const { begin } = world;
    const names = labNames(lab);
    const parts: Part[] = [
      part(names.exploit, false, async (named) => {
        const result = exploitResult(named, await attackWith(exploit), wants, limits);
        outcome.worked = result.status === 'passed';
        return result;
      }),
      part(names.own, false, (named) =>
        onPatch(async () => {
          if (!outcome.worked) return notRunResult(named, whyNotRun.noExploit);
          return ownExploitResult(named, await attackWith(exploit), wants, limits);
        }, named),
      ),
      ...exploits.map((one) =>
        part(names.variant(one), one.hidden, (named) =>
          onPatch(async () => {
            const attacked = await attackWith(one.source, `exploits/${one.name}`);
            return variantResult(named, attacked, one, { limits, isKnown: outcome.worked });
          }, named),
        ),
      ),
      ...tests.map((test) => {
        const name = names.test(test.name);
        return part(name, test.hidden, (named) =>
          onPatch(async () => {
            await begin();
            return { ...(await judge(test, testBench, serviceFile)), name };
          }, named),
        );
      }),
    ];
    const ordered = [...parts.filter(({ hidden }) => !hidden), ...parts.filter(({ hidden }) => hidden)];
    const results: TestResult[] = [];
    const early = new Map<Part, TestResult>();
    for (const next of shuffledAfter(2, ordered, seed)) {
      early.set(next, await next.judge());
      signal.throwIfAborted();
      // Told in their order, whatever the order in which they were judged.
      for (let result = early.get(ordered[results.length]!); result; result = early.get(ordered[results.length]!)) {
        job.onTest(results.length, result);
        results.push(result);
      }
    }
    return verdictOf(results, outcome, session, { startedMs, limits });
  } finally {
    void world?.outside.close();
    close();
  }
}

function part(
  name: string,
  hidden: boolean,
  run: (named: { name: string; hidden: boolean }) => Promise<TestResult>,
): Part {
  return { name, hidden, judge: () => run({ name, hidden }) };
}

/**
 * Exploits and tests in an order of chance: a service that found a way to count what was asked of it before, against
 * all walls between them, would still not know what comes next.
 */
function shuffledAfter(count: number, parts: Part[], seed: number): Part[] {
  return [...parts.slice(0, count), ...seededRandom(seed).shuffle(parts.slice(count))];
}

/** A patch that cannot be loaded is the first thing to mend, unless the exploit could not run either. */
function verdictOf(
  tests: TestResult[],
  outcome: { patch: Answer; console: string },
  session: Session,
  { startedMs, limits }: { startedMs: number; limits: LabBench['limits'] },
): Verdict {
  const printed = outcome.console;
  const common = { version: 1 as const, ...(printed === '' ? {} : { console: printed }) };
  const durationMs = Math.round(performance.now() - startedMs);
  const { patch } = outcome;
  if (patch.kind === 'loaded' || patch.kind === 'ended' || tests[0]?.status === 'errored') {
    return conclude(tests, common, durationMs, session.memoryKb());
  }
  const { reason = 'threw', ...rest } = explain(patch, { file: serviceFile, limits, phase: 'load' });
  return { ...common, status: 'errored', reason, ...rest, tests, durationMs };
}

function sourceOf(files: GradeJob['files'], name: string): string {
  const source = files[name];
  if (source === undefined) throw new Error(`A lab is handed in with its ${name}.`);
  return source;
}
