import path from 'node:path';
import { ContentError, labNames, type Exercise, type Exploit, type Lab } from '#content/exercise';
import type { TestResult, Verdict } from '#lib/verdict';
import { limitsOf } from '#sandbox/limits';
import type { OpenSandbox } from '../open-sandbox.ts';

/** Seeds of the random cases. Any three will do. */
const seeds = [1, 20_251, 7_919_993];
const exploitsMin = 3;
const wrongMin = 3;
const headRoom = 5;

type Judged = Exclude<Verdict, { status: 'unavailable' }>;
type Grade = (exploit: string, service: string, seed?: number) => Promise<Judged>;

/** What can be said about the exploits and wrong patches of a lab without running them. */
export function checkLabText(exercise: Exercise, testNames: { visible: string[]; hidden: string[] }): ContentError[] {
  const { lab, wrong } = exercise;
  if (!lab) return [];
  const problems: ContentError[] = [];
  const report = (name: string, problem: string, remedy: string) =>
    problems.push(new ContentError(path.join(exercise.folder, name), problem, remedy));
  if (lab.exploits.length < exploitsMin) {
    report('exploits', `holds ${lab.exploits.length} exploits`, `Add variants until there are ${exploitsMin}`);
  }
  if (lab.exploits[0]?.hidden !== false) {
    report('exploits', 'has no visible exploit', 'Take "// hidden" off one: the first visible one is the reference');
  }
  if (!lab.exploits.some(({ hidden }) => hidden)) {
    report('exploits', 'has no hidden exploit', 'Add "// hidden" below the title of those that catch half a patch');
  }
  const twin = lab.exploits.find(({ title }, index) => lab.exploits.findIndex((one) => one.title === title) < index);
  if (twin) report(`exploits/${twin.name}`, 'has the title of another exploit', 'Say what is different about it');
  if (wrong.length < wrongMin) {
    report('wrong', `holds ${wrong.length} wrong patches`, `Add plausible ones until there are ${wrongMin}`);
  }
  const names = authorNames(lab, [...testNames.visible, ...testNames.hidden]);
  for (const { name, caughtBy } of wrong) {
    if (caughtBy !== undefined && names.includes(caughtBy)) continue;
    const problem =
      caughtBy === undefined ? 'does not say what catches it' : `is to be caught by "${caughtBy}", which is no result`;
    report(`wrong/${name}`, problem, 'Begin it with "// caught by: patch: <title of an exploit>" or "works: <test>"');
  }
  for (const [prefix, what] of [
    ['patch: ', 'lets a variant through'],
    ['works: ', 'breaks what the service is for'],
  ] as const) {
    if (wrong.length < wrongMin || wrong.some(({ caughtBy }) => caughtBy?.startsWith(prefix))) continue;
    report('wrong', `has no patch that ${what}`, `Add one that is caught by "${prefix}…"`);
  }
  return problems;
}

/** Runs every exploit and every patch of a lab and says what did not end as it should. */
export async function checkLabRuns(exercise: Exercise, sandbox: OpenSandbox): Promise<ContentError[]> {
  const { lab } = exercise;
  const reference = lab?.exploits[0];
  if (!lab || !reference) return [];
  const grade: Grade = async (exploit, service, seed = seeds[0]!) => {
    const files = { 'exploit.ts': exploit, 'service.ts': service };
    const verdict = await sandbox.grade(exercise, files, { mode: 'submit', seed });
    if (verdict.status === 'unavailable') throw new Error(`${exercise.folder} could not be graded: ${verdict.message}`);
    return verdict;
  };
  const at = (name: string) => path.join(exercise.folder, name);
  const problems = await checkPatch(exercise, at('solution.ts'), reference, exercise.solution.typescript ?? '', grade);
  // When the reference itself fails, everything else that is reported would be noise.
  if (problems.length > 0) return problems;
  for (const { name, source } of exercise.alternatives) {
    problems.push(...(await checkPatch(exercise, at(`alternatives/${name}`), reference, source, grade)));
  }
  problems.push(...(await checkVulnerable(exercise, lab, reference, grade)));
  problems.push(...(await checkStarter(exercise, lab, grade)));
  for (const { name, source, caughtBy } of exercise.wrong) {
    const verdict = await grade(reference.source, source);
    const caught = verdict.tests.filter(isFailure).map((test) => authorName(lab, test));
    if (caughtBy !== undefined && caught.includes(caughtBy)) continue;
    const problem = `was to be caught by "${caughtBy}", but ${failuresOf(lab, verdict)}`;
    problems.push(new ContentError(at(`wrong/${name}`), problem, 'Sharpen that exploit or test, or name another'));
  }
  return problems;
}

/** A right patch: no exploit works on it, everything else does, with time to spare. */
async function checkPatch(
  exercise: Exercise,
  file: string,
  { source: exploit }: Exploit,
  patch: string,
  grade: Grade,
): Promise<ContentError[]> {
  const lab = exercise.lab!;
  const fastest = new Map<string, number>();
  for (const seed of seeds) {
    const verdict = await grade(exploit, patch, seed);
    if (verdict.status !== 'passed') {
      const remedy = 'Correct the patch, the exploit or the test';
      return [new ContentError(file, `a right patch does not pass: ${failuresOf(lab, verdict)}`, remedy)];
    }
    for (const { name, durationMs } of verdict.tests) {
      fastest.set(name, Math.min(fastest.get(name) ?? Infinity, durationMs));
    }
  }
  const { testMs } = limitsOf(exercise.meta.limits, { isLab: true });
  return [...fastest].flatMap(([name, tookMs]) => {
    if (tookMs * headRoom <= testMs) return [];
    const problem = `needs ${Math.round(tookMs)} ms for "${name}" of the ${testMs} ms allowed`;
    return [new ContentError(file, problem, `Send fewer requests, or set limits.testMs to ${headRoom} times that`)];
  });
}

/** On the service as it is given every exploit works, and so does what the visible tests ask for. */
async function checkVulnerable(
  exercise: Exercise,
  lab: Lab,
  reference: Exploit,
  grade: Grade,
): Promise<ContentError[]> {
  const verdict = await grade(reference.source, lab.service);
  const at = (name: string) => path.join(exercise.folder, name);
  const names = labNames(lab);
  const useless = lab.exploits.filter((one) => {
    const result = verdict.tests.find(({ name }) => name === names.variant(one));
    return result?.status !== 'failed' || result.message?.startsWith('This variant still works') !== true;
  });
  const problems = useless.map(({ name }) => {
    return new ContentError(
      at(`exploits/${name}`),
      'does not work on the vulnerable service',
      'Correct it or remove it',
    );
  });
  const broken = verdict.tests.find((test) => test.name.startsWith('works: ') && !test.hidden && isFailure(test));
  if (broken) {
    const problem = `fails "${broken.name}" before anybody patched it (${oneLine(broken.message)})`;
    const remedy = 'Correct the service, or move what only a patch brings to hidden.ts';
    problems.push(new ContentError(at('service.ts'), problem, remedy));
  }
  return problems;
}

async function checkStarter(exercise: Exercise, lab: Lab, grade: Grade): Promise<ContentError[]> {
  const file = path.join(exercise.folder, 'starter.ts');
  const verdict = await grade(exercise.starter.typescript ?? '', lab.service);
  const [first] = verdict.tests;
  if (first?.status === 'failed') return [];
  const problem =
    first?.status === 'passed'
      ? 'already gets what the exploit is to get'
      : `does not run (${oneLine(first?.message)})`;
  return [new ContentError(file, problem, 'Let it send a harmless request and return nothing')];
}

/** Results as an author names them: variants by their titles, which learners see when they have failed. */
function authorName(lab: Lab, { name }: { name: string }): string {
  const names = labNames(lab);
  const exploit = lab.exploits.find((one) => names.variant(one) === name);
  return exploit ? `patch: ${exploit.title}` : name;
}

/** `all` are the names of the results, as the results page has them. */
const authorNames = (lab: Lab, all: string[]): string[] => all.map((name) => authorName(lab, { name }));

function failuresOf(lab: Lab, verdict: Judged): string {
  const failed = verdict.tests.filter(isFailure);
  if (failed.length === 0)
    return verdict.status === 'passed' ? 'it passes everything' : `it ends with ${verdict.status}`;
  const names = failed.map((test) => `"${authorName(lab, test)}"`).join(', ');
  return `it fails ${names} (${oneLine(failed[0]?.message)})`;
}

const isFailure = ({ status }: TestResult): boolean => status === 'failed' || status === 'errored';

const oneLine = (message = ''): string => message.replace(/\s+/g, ' ').trim().replace(/\.$/, '').slice(0, 300);
