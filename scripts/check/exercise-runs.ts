import path from 'node:path';
import { ContentError, type Exercise, type Variant } from '#content/exercise';
import { testNames } from '#content/test-names';
import { fileEndings, type Language, type Verdict } from '#lib/verdict';
import { limitsOf } from '#sandbox/limits';
import { pythonLimitsOf } from '#sandbox/python/limits';
import { sqlLimits } from '#sandbox/sql/limits';
import type { OpenSandbox } from '../open-sandbox.ts';
import { checkAnswersRuns } from './answers-runs.ts';
import { checkLabRuns } from './lab-runs.ts';
import { checkSuiteRuns } from './suite-runs.ts';

/** Seeds of the random cases. Any three will do; fixed, so that a failure shows itself again. */
export const seeds = [1, 20_251, 7_919_993];
const headRoom = 5;
/** Memory does not depend on how busy a machine is, but it is measured between two answers, and not at its highest. */
const memoryRoom = 4;

type Judged = Exclude<Verdict, { status: 'unavailable' }>;
type Grade = (source: string, language: Language, ...seeds: number[]) => Promise<Judged>;

/** Grades everything that comes with an exercise and says what did not end as it should. */
export async function checkExerciseRuns(exercise: Exercise, sandbox: OpenSandbox): Promise<ContentError[]> {
  if (exercise.answers) return checkAnswersRuns(exercise, sandbox);
  if (exercise.implementations) return checkSuiteRuns(exercise, sandbox);
  if (exercise.lab) return checkLabRuns(exercise, sandbox);
  const grade: Grade = async (source, language, seed = 1, ...moreSeeds) => {
    const files = { [`solution.${fileEndings[language]}`]: source };
    const verdict = await sandbox.grade(exercise, files, { mode: 'submit', seed, moreSeeds });
    if (verdict.status === 'unavailable') throw new Error(`${exercise.folder} could not be graded: ${verdict.message}`);
    return verdict;
  };
  const problems: ContentError[] = [];
  for (const language of exercise.meta.languages) {
    problems.push(...(await checkReference(exercise, language, grade)));
    // When the reference itself fails, everything else that is reported would be noise.
    if (problems.length > 0) return problems;
    problems.push(...(await checkStarter(exercise, language, grade)));
  }
  for (const variant of exercise.alternatives) problems.push(...(await checkAlternative(exercise, variant, grade)));
  for (const variant of exercise.wrong) problems.push(...(await checkWrong(exercise, variant, grade)));
  return problems;
}

async function checkReference(exercise: Exercise, language: Language, grade: Grade): Promise<ContentError[]> {
  const file = path.join(exercise.folder, `solution.${fileEndings[language]}`);
  const source = exercise.solution[language] ?? '';
  const verdicts = await gradeWithSeeds(source, language, grade);
  const failed = verdicts.find(({ status }) => status !== 'passed');
  if (failed) {
    return [new ContentError(file, `the reference ${whatHappened(failed)}`, 'Correct the reference or the test')];
  }
  const rooms = () => [...checkHeadRoom(exercise, file, verdicts), ...checkMemoryRoom(exercise, file, verdicts)];
  // A busy machine makes everything slow for a while; a reference that is slow by itself stays slow.
  for (const seed of [...seeds, ...seeds]) {
    if (rooms().length === 0) break;
    verdicts.push(await grade(source, language, seed));
  }
  return [...checkReach(exercise, verdicts[0]!), ...rooms()];
}

/**
 * A right solution with all seeds in one submission, which is proof enough: what draws nothing would only be repeated.
 * What does not pass so may still be right: a file that keeps something of one random case finds it in the next, as no
 * learner's does. So then each seed has a submission of its own, until one does not pass.
 */
async function gradeWithSeeds(source: string, language: Language, grade: Grade): Promise<Judged[]> {
  const together = await grade(source, language, ...seeds);
  if (together.status === 'passed') return [together];
  const verdicts: Judged[] = [];
  for (const seed of seeds) {
    const verdict = await grade(source, language, seed);
    verdicts.push(verdict);
    if (verdict.status !== 'passed') break;
  }
  return verdicts;
}

/** A test that did not run with the right solution will never run. */
function checkReach(exercise: Exercise, passed: Judged): ContentError[] {
  const names = testNames(exercise);
  const ran = new Set(passed.tests.filter((test) => test.status === 'passed').map((test) => test.name));
  return [...names.visible, ...names.hidden]
    .filter((name) => !ran.has(name))
    .map(
      (name) =>
        new ContentError(exercise.folder, `the test "${name}" never runs`, 'Register it at the top level of its file'),
    );
}

/** The fastest of all runs counts. */
function checkHeadRoom(exercise: Exercise, file: string, verdicts: Judged[]): ContentError[] {
  const { limits } = exercise.meta;
  const { testMs, runMs } =
    exercise.meta.kind === 'sql'
      ? { testMs: limits?.testMs ?? sqlLimits.queryMs, runMs: limits?.runMs ?? sqlLimits.gradeMs }
      : file.endsWith(`.${fileEndings.python}`)
        ? pythonLimitsOf(limits)
        : limitsOf(limits, { isService: exercise.meta.kind === 'http' });
  const fastest = (times: number[]) => Math.min(...times);
  const problems = (verdicts[0]?.tests ?? []).flatMap((test, index) => {
    const tookMs = fastest(verdicts.map((verdict) => verdict.tests[index]?.durationMs ?? Infinity));
    if (tookMs * headRoom <= testMs) return [];
    const problem = `the reference needs ${Math.round(tookMs)} ms for "${test.name}" of the ${testMs} ms allowed`;
    return [new ContentError(file, problem, `Make the test smaller or set limits.testMs to ${headRoom} times that`)];
  });
  const wholeMs = fastest(verdicts.map((verdict) => verdict.tests.reduce((sum, test) => sum + test.durationMs, 0)));
  if (wholeMs * headRoom > runMs) {
    const problem = `the reference needs ${Math.round(wholeMs)} ms of the ${runMs} ms that a run may take`;
    problems.push(
      new ContentError(file, problem, `Make the tests smaller or set limits.runMs to ${headRoom} times that`),
    );
  }
  return problems;
}

/** The least of all runs counts, because of the garbage. */
function checkMemoryRoom(exercise: Exercise, file: string, verdicts: Judged[]): ContentError[] {
  const used = verdicts.flatMap((verdict) => ('memoryKb' in verdict ? (verdict.memoryKb ?? []) : []));
  const { memoryMb } = limitsOf(exercise.meta.limits);
  const leastMb = Math.min(...used) / 1024;
  if (used.length === 0 || leastMb * memoryRoom <= memoryMb) return [];
  const problem = `the reference needs ${Math.ceil(leastMb)} MB of the ${memoryMb} MB allowed`;
  return [new ContentError(file, problem, `Make the tests smaller or set limits.memoryMb to ${memoryRoom} times that`)];
}

async function checkStarter(exercise: Exercise, language: Language, grade: Grade): Promise<ContentError[]> {
  const file = path.join(exercise.folder, `starter.${fileEndings[language]}`);
  const verdict = await grade(exercise.starter[language] ?? '', language, seeds[0]!);
  if (verdict.status === 'passed')
    return [new ContentError(file, 'the starter already passes', 'Leave the work to the learner')];
  // A query that is not finished is a natural start in SQL; code is to load, so that the first run says something useful.
  const allowed = language === 'sql' ? ['threw', 'syntax'] : ['threw'];
  const startsCleanly = verdict.status === 'failed' || allowed.includes(verdict.reason);
  const loads = language === 'sql' || verdict.tests.some((test) => test.status !== 'not-run');
  if (startsCleanly && loads) return [];
  return [
    new ContentError(file, `the starter ${whatHappened(verdict)}`, 'Let it load and fail the tests, nothing worse'),
  ];
}

async function checkAlternative(exercise: Exercise, variant: Variant, grade: Grade): Promise<ContentError[]> {
  const verdicts = await gradeWithSeeds(variant.source, variant.language, grade);
  const failed = verdicts.find(({ status }) => status !== 'passed');
  if (!failed) return [];
  const file = path.join(exercise.folder, 'alternatives', variant.name);
  const problem = `a right solution ${whatHappened(failed)}`;
  return [new ContentError(file, problem, 'Loosen the test, or correct the alternative')];
}

async function checkWrong(exercise: Exercise, variant: Variant, grade: Grade): Promise<ContentError[]> {
  if (variant.caughtBy === undefined) return [];
  const verdict = await grade(variant.source, variant.language, seeds[0]!);
  const caught = verdict.tests.some(
    (test) => test.name === variant.caughtBy && (test.status === 'failed' || test.status === 'errored'),
  );
  if (caught) return [];
  const file = path.join(exercise.folder, 'wrong', variant.name);
  const problem = `was to be caught by "${variant.caughtBy}", but it ${whatHappened(verdict)}`;
  return [new ContentError(file, problem, 'Sharpen that test, or name the test that is about this mistake')];
}

/** Completes "the reference …". What ended the run comes first: the tests after it say nothing. */
function whatHappened(verdict: Judged): string {
  if (verdict.status === 'passed') return 'passes every test';
  const failing = verdict.tests.filter((test) => test.status === 'failed' || test.status === 'errored');
  if (verdict.status === 'errored') {
    const where = failing.findLast((test) => test.reason === verdict.reason);
    return `ends with ${verdict.reason}${where ? ` in "${where.name}"` : ''} (${oneLine(verdict.message)})`;
  }
  const names = failing.map((test) => `"${test.name}"`).join(', ');
  const message = failing[0]?.message;
  return `fails ${names}${message === undefined ? '' : ` (${oneLine(message)})`}`;
}

function oneLine(message: string): string {
  const short = message.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  return short.length > 160 ? `${short.slice(0, 160)}…` : short;
}
