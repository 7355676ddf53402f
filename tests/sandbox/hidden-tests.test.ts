import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJavascriptRuntime, type JavascriptRuntime } from '#sandbox/javascript/runtime';
import { codeExercise, gradeWith } from './exercises.ts';

let runtime: JavascriptRuntime;
beforeAll(async () => {
  runtime = createJavascriptRuntime({ children: 2 });
  await runtime.boot();
});
afterAll(() => runtime.dispose());

const double = codeExercise({
  tests: `test('doubles', async ({ call }) => { expect(await call('double', 4)).toBe(8); });`,
  hidden: `test('doubles zero', async ({ call }) => { expect(await call('double', 0)).toBe(0); });
    test('doubles what the reference doubles', async ({ call, reference, random }) => {
      const number = random.int(1, 1000);
      expect(await call('double', number)).toBe(await reference.call('double', number));
    });`,
  solution: 'export const double = (number: number) => 2 * number;',
});

describe('hidden tests', () => {
  test('run on submit only', async () => {
    const { events } = await gradeWith(runtime, double, 'export const double = (n: number) => n * 2;', { mode: 'run' });
    expect(events.map(({ name }) => name)).toEqual(['doubles']);
  });

  test('show neither input nor console while they pass, and both once they have failed', async () => {
    const passing = await gradeWith(
      runtime,
      double,
      'export const double = (n: number) => { console.log(n); return n * 2; };',
    );
    expect(passing.events[1]).toEqual({
      name: 'doubles zero',
      hidden: true,
      status: 'passed',
      durationMs: expect.any(Number),
      did: [],
    });
    const failing = await gradeWith(
      runtime,
      double,
      'export const double = (n: number) => { console.log(n); return n * 2 || 1; };',
    );
    expect(failing.events[1]).toMatchObject({
      status: 'failed',
      did: ['double(0)'],
      console: '0\n',
      expected: '0',
      actual: '1',
    });
  });

  test('hard-coded answers fail against the reference, whatever the seed', async () => {
    for (const seed of [1, 2, 3]) {
      const { verdict } = await gradeWith(
        runtime,
        double,
        'export const double = (n: number) => ({ 4: 8, 0: 0 })[n];',
        { seed },
      );
      expect(verdict.status).toBe('failed');
    }
  });
});
