import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isExerciseFault } from '#sandbox/faults';
import { createJavascriptRuntime, type JavascriptRuntime } from '#sandbox/javascript/runtime';
import { codeExercise, gradeWith } from './exercises.ts';

let runtime: JavascriptRuntime;
beforeAll(async () => {
  runtime = createJavascriptRuntime({ children: 2 });
  await runtime.boot();
});
afterAll(() => runtime.dispose());

describe('faults of the author are not put on the learner', () => {
  const honest = 'export const f = () => 1;';
  const cases: [string, string, string][] = [
    ['a call that is not awaited', `test('a', async ({ call }) => { void call('f'); });`, 'not awaited'],
    [
      'a misspelt name',
      `test('a', async ({ call }) => { expect(await call('f')).toBe(one); });`,
      'tests.ts:1: test "a" threw ReferenceError',
    ],
    ['an unreadable test file', `test('a', async ({ call }) => {`, 'cannot be compiled'],
    ['two tests of one name', `test('a', () => {}); test('a', () => {});`, 'unique'],
    ['no test at all', ``, 'no test'],
    [
      'a reference that is not there',
      `test('a', async ({ reference }) => { await reference.call('f'); });`,
      'no solution.ts',
    ],
    [
      'a method as driver',
      `test('a', async ({ evaluate }) => { await evaluate({ run() { return 1; } }.run); });`,
      'arrow function',
    ],
    ['arguments beyond 64 KB', `test('a', async ({ call }) => { await call('f', 'x'.repeat(70000)); });`, '64 KB'],
  ];
  for (const [what, tests, words] of cases) {
    test(what, async () => {
      const error: unknown = await gradeWith(runtime, codeExercise({ tests }), honest).catch(
        (reason: unknown) => reason,
      );
      expect(isExerciseFault(error)).toBe(true);
      expect(String(error)).toContain(words);
    });
  }
});
