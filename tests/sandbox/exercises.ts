import type { Exercise } from '#content/exercise';
import type { GradingMode, TestResult, Verdict } from '#lib/verdict';
import type { Runtime } from '#sandbox/runtime';

/** An exercise that lies on no disk. `solution` is what `reference` runs. */
export function codeExercise(given: {
  tests: string;
  hidden?: string;
  solution?: string;
  limits?: Exercise['meta']['limits'];
}): Exercise {
  return {
    meta: {
      id: 'an-exercise',
      title: 'An exercise',
      summary: 'Made for a test of the sandbox, and for nothing else.',
      kind: 'code',
      languages: ['typescript'],
      level: 'junior',
      minutes: 5,
      skills: ['programming'],
      ...(given.limits && { limits: given.limits }),
    },
    folder: '/nowhere',
    contentHash: 'none',
    task: '',
    hints: [],
    after: '',
    starter: {},
    solution: given.solution === undefined ? {} : { typescript: given.solution },
    alternatives: [],
    wrong: [],
    tests: given.tests,
    hidden: given.hidden ?? '',
  };
}

/** Export `sum(numbers)`, which throws a TypeError for anything but an array, and `retry(fn, times)`. */
export const sumAndRetry = codeExercise({
  tests: `
    test('adds up', async ({ call }) => { expect(await call('sum', [5, 8, 29])).toBe(42); });
    test('retries until it works', async ({ evaluate }) => {
      const seen = await evaluate(async ({ retry }) => {
        let calls = 0;
        const value = await retry(async () => { if (++calls < 3) throw new Error('no'); return 'done'; }, 5);
        return { calls, value };
      });
      expect(seen).toEqual({ calls: 3, value: 'done' });
    });
    test('refuses what is no array', async ({ throws }) => {
      expect(await throws('sum', 'x')).toMatchObject({ name: 'TypeError', message: 'expected array' });
    });`,
});

export const honestSumAndRetry = `
export const sum = (numbers: number[]): number => {
  if (!Array.isArray(numbers)) throw new TypeError('expected array');
  return numbers.reduce((total, number) => total + number, 0);
};
export async function retry<T>(work: () => Promise<T>, times: number): Promise<T> {
  let last: unknown;
  for (let turn = 0; turn < times; turn++) {
    try { return await work(); } catch (error) { last = error; }
  }
  throw last;
}`;

export type Graded = { verdict: Verdict; events: TestResult[] };

export async function gradeWith(
  runtime: Runtime,
  exercise: Exercise,
  source: string,
  {
    mode = 'submit',
    seed = 1,
    moreSeeds = [],
    signal = new AbortController().signal,
  }: { mode?: GradingMode; seed?: number; moreSeeds?: number[]; signal?: AbortSignal } = {},
): Promise<Graded> {
  const events: TestResult[] = [];
  const verdict = await runtime.grade({
    exercise,
    files: { 'solution.ts': source },
    mode,
    seed,
    moreSeeds,
    onStarted: () => undefined,
    onTest: (_index, result) => void events.push(result),
    signal,
  });
  return { verdict, events };
}
