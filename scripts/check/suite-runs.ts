import path from 'node:path';
import { ContentError, suiteNames, type Exercise, type Implementation } from '#content/exercise';
import type { TestResult, Verdict } from '#lib/verdict';
import type { OpenSandbox } from '../open-sandbox.ts';

/** Seeds of the order and of the random numbers in a suite. Any three will do. */
const seeds = [1, 20_251, 7_919_993];
const defectsMin = 5;
const wrongMin = 3;
const suiteFile = 'solution.ts';

type Judged = Exclude<Verdict, { status: 'unavailable' }>;
type Grade = (source: string, seed: number) => Promise<Judged>;

/** What can be said about an exercise in which learners write tests, without running it. */
export function checkSuiteText(exercise: Exercise): ContentError[] {
  const all = exercise.implementations ?? [];
  const at = (name: string) => path.join(exercise.folder, name);
  const problems: ContentError[] = [];
  const report = (name: string, problem: string, remedy: string) =>
    problems.push(new ContentError(at(name), problem, remedy));
  const defects = all.filter(({ isRight }) => !isRight);
  if (all.length - defects.length < 2) {
    report('correct', 'holds no right implementation', 'Add one that keeps the contract in another way');
  }
  if (defects.length < defectsMin) {
    report('defects', `holds ${defects.length} defects`, `Add plausible ones until there are ${defectsMin}`);
  }
  if (!defects.some(({ hidden }) => !hidden)) {
    report('defects', 'has none that Run tries', 'Add the line "// visible" to the top of one or two');
  }
  for (const [index, one] of all.entries()) {
    const twin = all.slice(0, index).find((other) => codeOf(other) === codeOf(one));
    if (twin) report(one.name, `is the same code as ${twin.name}`, 'Remove one of the two');
    const namesake = all.slice(0, index).find(({ title }) => title !== '' && title === one.title);
    if (namesake) report(one.name, `has the title of ${namesake.name}`, 'Say what is different about it');
  }
  if (exercise.wrong.length < wrongMin) {
    report('wrong', `holds ${exercise.wrong.length} wrong suites`, `Add plausible ones until there are ${wrongMin}`);
  }
  const names = authorNames(exercise);
  for (const { name, caughtBy } of exercise.wrong) {
    if (caughtBy !== undefined && names.includes(caughtBy)) continue;
    const problem =
      caughtBy === undefined ? 'does not say what it fails' : `is to fail "${caughtBy}", which is no result`;
    report(`wrong/${name}`, problem, `Begin it with "// caught by: " and one of: ${names.join(', ')}`);
  }
  return problems;
}

/** Runs every suite that comes with the exercise and says what did not end as it should. */
export async function checkSuiteRuns(exercise: Exercise, sandbox: OpenSandbox): Promise<ContentError[]> {
  const grade: Grade = async (source, seed) => {
    const verdict = await sandbox.grade(exercise, { [suiteFile]: source }, { mode: 'submit', seed });
    if (verdict.status === 'unavailable') throw new Error(`${exercise.folder} could not be graded: ${verdict.message}`);
    return verdict;
  };
  const problems = await checkPassing(exercise, suiteFile, exercise.solution.typescript ?? '', grade);
  // When the reference itself fails, everything else that is reported would be noise.
  if (problems.length > 0) return problems;
  for (const { name, source } of exercise.alternatives) {
    problems.push(...(await checkPassing(exercise, `alternatives/${name}`, source, grade)));
  }
  problems.push(...(await checkStarter(exercise, grade)));
  for (const variant of exercise.wrong) {
    const verdict = await grade(variant.source, seeds[0]!);
    const result = verdict.tests[authorNames(exercise).indexOf(variant.caughtBy ?? '')];
    if (result && isFailure(result)) continue;
    const problem = `was to fail "${variant.caughtBy}", but ${failuresOf(exercise, verdict)}`;
    const remedy = 'Make a defect or a right implementation that tells it apart, or name another result';
    problems.push(new ContentError(path.join(exercise.folder, 'wrong', variant.name), problem, remedy));
  }
  return problems;
}

/** Proves with it that every right implementation is accepted and every defect caught, by a test of its own. */
async function checkPassing(exercise: Exercise, file: string, source: string, grade: Grade): Promise<ContentError[]> {
  const at = path.join(exercise.folder, file);
  for (const seed of seeds) {
    const verdict = await grade(source, seed);
    if (verdict.status !== 'passed') {
      const remedy = 'Correct the suite, or the implementation that it is about';
      return [new ContentError(at, `the suite does not pass: ${failuresOf(exercise, verdict)}`, remedy)];
    }
    const vague = verdict.tests.find(
      ({ name, message = '' }) =>
        name.startsWith('catches: ') && !/ (fails?|does not come to an end) on it\.$/.test(message),
    );
    if (vague) {
      const remedy = 'Let the defect answer something wrong, so that an expectation can say what';
      return [new ContentError(at, `"${vague.name}" is not caught by a failing test (${vague.message})`, remedy)];
    }
  }
  return [];
}

async function checkStarter(exercise: Exercise, grade: Grade): Promise<ContentError[]> {
  const verdict = await grade(exercise.starter.typescript ?? '', seeds[0]!);
  const file = path.join(exercise.folder, 'starter.ts');
  if (verdict.status === 'passed') {
    return [new ContentError(file, 'the starter already passes', 'Leave the work to the learner')];
  }
  const rejecting = verdict.tests.find((test) => test.name.startsWith('accepts: ') && isFailure(test));
  if (!rejecting) return [];
  const remedy = 'Let it begin with a test that passes on right code';
  return [new ContentError(file, `the starter fails on right code (${rejecting.message})`, remedy)];
}

/** The results as an author names them: with the titles of the defects, which learners see when they are caught. */
function authorNames({ implementations = [] }: Exercise): string[] {
  const names = suiteNames(implementations);
  const ordered = [...names.visible, ...names.hidden];
  return implementations.map(({ isRight, title }, index) => (isRight ? (ordered[index] ?? '') : `catches: ${title}`));
}

function failuresOf(exercise: Exercise, verdict: Judged): string {
  const names = authorNames(exercise);
  const failed = verdict.tests.flatMap((test, index) => (isFailure(test) ? [{ test, name: names[index] }] : []));
  const message = failed[0]?.test.message?.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 300);
  if (failed.length === 0) return 'it passes everything';
  return `it fails ${failed.map(({ name }) => `"${name}"`).join(', ')} (${message})`;
}

const isFailure = ({ status }: TestResult): boolean => status === 'failed' || status === 'errored';

/** Comments are no difference. */
const codeOf = ({ source }: Implementation): string =>
  source
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
