import type { Exercise } from '#content/exercise';
import type { GradingMode, TestResult, Verdict } from '#lib/verdict';
import type { Runtime } from '#sandbox/runtime';
import { codeExercise } from '../exercises.ts';

/** An exercise in Python that lies on no disk. */
export function pythonExercise(given: {
  tests: string;
  hidden?: string;
  solution?: string;
  limits?: Exercise['meta']['limits'];
}): Exercise {
  const { solution, ...rest } = given;
  const exercise = codeExercise(rest);
  return {
    ...exercise,
    meta: { ...exercise.meta, languages: ['python'] },
    solution: solution === undefined ? {} : { python: solution },
  };
}

/** The exercise of the hostile suite, in Python: `sum(numbers)` and `retry(work, times)`. */
export const totalAndRetry = pythonExercise({
  tests: `
    test('adds up', async ({ call }) => { expect(await call('total', [5, 8, 29])).toBe(42); });
    test('retries until it works', async ({ evaluate }) => {
      const seen = await evaluate({ py: \`
        async def drive(solution):
            calls = 0
            async def work():
                nonlocal calls
                calls += 1
                if calls < 3:
                    raise ValueError("no")
                return "done"
            value = await solution.retry(work, 5)
            return {"calls": calls, "value": value}
      \` });
      expect(seen).toEqual({ calls: 3, value: 'done' });
    });
    test('refuses what is no list', async ({ throws }) => {
      expect(await throws('total', 'x')).toMatchObject({ name: 'TypeError', message: 'expected list' });
    });`,
  hidden: `
    test('agrees with the reference', async ({ call, reference, random }) => {
      const numbers = Array.from({ length: 20 }, () => random.int(-1000, 1000));
      expect(await call('total', numbers)).toBe(await reference.call('total', numbers));
    });`,
  solution: `
def total(numbers):
    return sum(numbers)
`,
});

export const honestTotalAndRetry = `
def total(numbers):
    if not isinstance(numbers, list):
        raise TypeError("expected list")
    return sum(numbers)

async def retry(work, times):
    for turn in range(times):
        try:
            return await work()
        except Exception as error:
            last = error
    raise last
`;

export async function gradePython(
  runtime: Runtime,
  exercise: Exercise,
  source: string,
  mode: GradingMode = 'submit',
): Promise<Verdict> {
  return runtime.grade({
    exercise,
    files: { 'solution.py': source },
    mode,
    seed: 1,
    onStarted: () => undefined,
    onTest: () => undefined,
    signal: new AbortController().signal,
  });
}

/** Results of tests by name, for a submission that was graded. */
export function resultsOf(verdict: Verdict): Map<string, TestResult> {
  return new Map('tests' in verdict ? verdict.tests.map((test) => [test.name, test]) : []);
}
