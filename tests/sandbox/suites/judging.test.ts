import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJavascriptRuntime, type JavascriptRuntime } from '#sandbox/javascript/runtime';
import type { TestResult } from '#lib/verdict';
import { gradeWith } from '../exercises.ts';
import { honestSuite, right, suiteExercise } from './suite-exercise.ts';

let runtime: JavascriptRuntime;
beforeAll(async () => {
  runtime = createJavascriptRuntime({ children: 1 });
  await runtime.boot();
}, 60_000);
afterAll(() => runtime.dispose());

const head = `import { afterEach, beforeAll, beforeEach, describe, expect, it, test, vi } from 'vitest';\nimport { page } from './subject';\n`;
const exercise = suiteExercise();
const alone = suiteExercise({ right: right.slice(0, 1), defects: [] });

async function grade(source: string, options: Parameters<typeof gradeWith>[3] = {}, of = exercise) {
  const { verdict, events } = await gradeWith(runtime, of, source, options);
  if (verdict.status === 'unavailable') throw new Error(verdict.message);
  return { verdict, events, tests: verdict.tests };
}
const names = (tests: TestResult[]): string[] => tests.map(({ name, status }) => `${status} ${name}`);

describe('what a suite is told', { timeout: 60_000 }, () => {
  test('one that catches everything passes, and learns what each defect was', async () => {
    const { verdict, events, tests } = await grade(honestSuite);
    expect(names(tests)).toEqual([
      'passed accepts: the right implementation',
      'passed catches: has the defect cursor-after-the-last',
      'passed accepts: right implementation 2',
      'passed catches: has the defect first-page-always',
      'passed catches: has the defect one-too-many',
      'passed catches: has the defect no-check',
      'passed catches: has the defect plain-error',
    ]);
    expect(events).toEqual(tests);
    expect(verdict.status).toBe('passed');
    expect(tests[1]?.message).toBe('“page > ends with a full page” fails on it.');
  });

  test('run tries the reference and the defects that are marked visible', async () => {
    const { verdict, tests } = await grade(honestSuite, { mode: 'run' });
    expect(verdict.status).toBe('passed');
    expect(names(tests)).toEqual([
      'passed accepts: the right implementation',
      'passed catches: has the defect cursor-after-the-last',
    ]);
  });

  test('a defect that survives keeps its title and shows its hint', async () => {
    const { verdict, tests } = await grade(
      `${head}test('first page', () => { expect(page([1, 2], 1).items).toEqual([1]); });`,
    );
    expect(verdict.status).toBe('failed');
    expect(tests[1]).toMatchObject({ name: 'catches: defect 1', status: 'failed' });
    expect(tests[1]?.message).toBe('Your test passes although the code is wrong. Look at the end of the list.');
  });

  test('a test that wants anything but what right code gives is told so', async () => {
    const { tests } = await grade(
      `${head}\ntest('first page', () => {\n  expect(page([1, 2], 1).items).not.toEqual([1]);\n});`,
    );
    expect(tests[0]?.message).toBe(
      'Your test “first page” fails on right code, line 5: Expected anything but [1], and got it.',
    );
  });

  test('a test that fails on right code is shown with its place and values, and no defect is tried', async () => {
    const { verdict, tests } = await grade(
      `${head}\ntest('first page', () => {\n  expect(page([1, 2], 1).items).toEqual([2]);\n});`,
    );
    expect(verdict.status).toBe('failed');
    expect(tests[0]).toMatchObject({
      status: 'failed',
      message: 'Your test “first page” fails on right code, line 5: Expected [2], and got [1].',
      expected: '[2]',
      actual: '[1]',
      at: { file: 'solution.ts', line: 5 },
    });
    expect(tests.slice(1).map(({ status }) => status)).toEqual(tests.slice(1).map(() => 'not-run'));
  });

  test('one that asks for more than the contract fails on another right implementation', async () => {
    const { tests } = await grade(
      `${head}test('uses slice', () => { let used = 0; const list = { length: 1, 0: 'a', slice() { used++; return ['a']; } }; page(list as never, 1); expect(used).toBe(1); });`,
    );
    expect(names(tests).slice(0, 3)).toEqual([
      'passed accepts: the right implementation',
      'not-run catches: defect 1',
      'failed accepts: right implementation 2',
    ]);
    expect(tests[2]?.message).toContain('keeps the contract in another way');
  });

  test('tests that need their order are told so', async () => {
    const source = `${head}let turn = 0; for (let at = 0; at < 9; at++) test('t' + at, () => { page([1], 1); expect(turn++).toBe(at); });`;
    const { tests } = await grade(source, { mode: 'run' });
    expect(tests[0]?.message).toContain('must not depend on each other');
  });

  test.each([
    ['', 'holds no test'],
    ['test.skip("x", () => {}); it.todo("y");', 'skipped or still to do'],
    ['test("x", () => {});', 'None of your tests calls'],
    ['test.only("x", () => { page([1], 1); });', 'An only is left'],
    ['test("x", async () => { page([1], 1); await new Promise(() => undefined); });', 'never ends'],
    ['test("x", async () => { vi.useFakeTimers(); await new Promise((done) => setTimeout(done, 5)); });', 'faked'],
    ['test("x", () => { page([1], 1); nowhere(); });', 'nowhere is not defined'],
    ['nowhere();', 'nowhere is not defined'],
    ['test("x", () => {', 'cannot be read'],
    ['import "left-pad";', "'./subject'"],
  ])('%j is told what is wrong', async (source, words) => {
    const { verdict, tests } = await grade(`${head}${source}`);
    expect(verdict.status).not.toBe('passed');
    expect(tests[0]?.message).toContain(words);
  });

  test('a defect on which the suite hangs is caught, and the next one is still judged', async () => {
    const endless = { name: 'defects/endless.ts', source: 'export const page = () => { for (;;); };', hidden: false };
    const quiet = { name: 'defects/quiet.ts', source: 'export const page = () => 7;', hidden: false };
    const of = suiteExercise({ defects: [endless, quiet], limits: { testMs: 200 } });
    const { tests } = await grade(
      `${head}test('x', () => { expect(page([1], 1)).toEqual({ items: [1], next: null }); });`,
      {},
      of,
    );
    expect(names(tests).slice(0, 3)).toEqual([
      'passed accepts: the right implementation',
      'passed catches: has the defect endless',
      'passed catches: has the defect quiet',
    ]);
    expect(tests[1]?.message).toBe('“x” does not come to an end on it.');
  });

  test('what is printed on the reference is shown, and nowhere else', async () => {
    const { tests } = await grade(honestSuite.replace('const letters', "console.log('hello');\nconst letters"));
    expect(tests.map((one) => one.console)).toEqual(['hello\n', ...tests.slice(1).map(() => undefined)]);
  });
});

/** Each runs on the reference alone and has to pass: what Vitest promises, the isolate keeps. */
const promises: Record<string, string> = {
  'the hooks in their order': `const log: string[] = [];
    beforeAll(() => void log.push('all')); beforeEach(() => void log.push('outer'));
    describe('d', () => { beforeEach(() => { log.push('inner'); return () => void log.push('cleanup'); }); afterEach(() => void log.push('after'));
      test('a', () => { page([1], 1); expect(log).toEqual(['all', 'outer', 'inner']); }); });`,
  'names of each': `const seen: string[] = [];
    test.each([[1, 'x', { a: 1 }]])('%i %s %o %#', function (...all) { page([1], 1); expect(all).toHaveLength(3); });
    describe.each([{ size: 2, deep: { er: 'y' } }])('$size $deep.er', ({ size }) => { it('t', ({ task }) => { page([1], size); expect(task.name).toBe('t'); }); });
    test.each\`a | b
      \${1} | \${2}\`('$a and $b', ({ a, b }) => { expect(a + b).toBe(3); });`,
  'spies and mocks': `test('x', () => { page([1], 1); const fn = vi.fn((a: number) => a + 1).mockReturnValueOnce(9); expect([fn(1), fn(1)]).toEqual([9, 2]);
    expect(fn).toHaveBeenNthCalledWith(2, 1); const owner = { go: () => 'real' }; const spy = vi.spyOn(owner, 'go').mockReturnValue('fake');
    expect(owner.go()).toBe('fake'); expect(spy).toHaveBeenCalledOnce(); vi.restoreAllMocks(); expect(owner.go()).toBe('real');
    vi.spyOn(Math, 'random').mockReturnValue(0.25); expect(Math.random()).toBe(0.25); vi.restoreAllMocks(); });`,
  'time that stands still until it is advanced': `afterEach(() => void vi.useRealTimers());
    test('x', async () => { page([1], 1); vi.useFakeTimers({ now: 1000 }); const log: number[] = []; const every = setInterval(() => log.push(Date.now()), 10);
    setTimeout(() => { void Promise.resolve().then(() => setTimeout(() => log.push(-1), 1)); }, 5); await vi.advanceTimersByTimeAsync(20);
    expect(log).toEqual([-1, 1010, 1020]); clearInterval(every); expect(vi.getTimerCount()).toBe(0); vi.setSystemTime(new Date('2020-01-01T00:00:00Z'));
    expect(new Date().getUTCFullYear()).toBe(2020); const late = vi.fn(); setTimeout(late, 3_600_000); vi.runAllTimers(); expect(late).toHaveBeenCalled(); });`,
  'real timers without a wait': `test('x', async () => { page([1], 1); const before = Date.now(); await new Promise((done) => setTimeout(done, 60_000)); expect(Date.now() - before).toBe(60_000); });`,
  'promises in expectations': `test('x', async () => { page([1], 1); await expect(Promise.resolve(1)).resolves.toBe(1); await expect(Promise.reject(new RangeError('no'))).rejects.toThrow(RangeError); });`,
  'assertions that are counted': `test('x', () => { expect.assertions(2); page([1], 1); expect(1).toBe(1); expect({ a: 1 }).toEqual({ a: expect.any(Number) }); });
    test.fails('y', () => { expect.assertions(1); page([1], 1); });`,
  'matchers of its own': `expect.extend({ toBeOdd: (value: number) => ({ pass: value % 2 === 1, message: () => 'expected an odd number' }) });
    test('x', () => { page([1], 1); (expect(3) as never as { toBeOdd(): void }).toBeOdd(); expect(() => (expect(2) as never as { toBeOdd(): void }).toBeOdd()).toThrow('odd'); });`,
  'errors and classes as one writes them': `class Refused extends Error { constructor(message: string) { super(message); this.name = 'Refused'; } }
    test('x', () => { page([1], 1); const error = new Refused('no'); expect(error.name).toBe('Refused'); expect(error).toBeInstanceOf(Error); expect(() => { throw error; }).toThrow(Refused);
    const own: { toString?: () => string } = {}; own.toString = () => 'mine'; expect(String(own)).toBe('mine'); });`,
  'other values of the language': `test('x', () => { page([1], 1); expect(new Map([[1, new Set([2])]])).toEqual(new Map([[1, new Set([2])]])); expect(new Date(5)).toEqual(new Date(5)); expect(0.1 + 0.2).toBeCloseTo(0.3); expect([1n, NaN, -0]).toEqual([1n, NaN, -0]); });`,
  'focus and conditions': `describe.skip('s', () => { test('a', () => { throw new Error('no'); }); }); test.skipIf(true)('b', () => { throw new Error('no'); }); test.runIf(true)('c', () => { page([1], 1); }); test.concurrent('d', async () => {});`,
  'a mistake that fails': `test('x', ({ skip }) => { page([1], 1); skip(); }); test('y', () => { page([1], 1); });`,
  'the names of Jest': `import { jest } from '@jest/globals'; test('x', () => { page([1], 1); const fn = jest.fn(); fn(1); expect(fn).toHaveBeenCalledWith(1); });`,
};

describe('what a suite is written with', { timeout: 60_000 }, () => {
  for (const [name, source] of Object.entries(promises)) {
    test(`${name}`, async () => {
      const { tests } = await grade(head + source, {}, alone);
      expect(tests.map(({ status, message }) => [status, message?.replace(/^“.*” never calls.*$/, '') || ''])).toEqual([
        ['passed', ''],
      ]);
    });
  }

  test('classes keep their methods, statics and heirs behind the wrapper', async () => {
    const source = `export class Counter { #count = 0; static from(n: number) { const made = new Counter(); made.#count = n; return made; } next() { return ++this.#count; } }
      export const codec = { twice(n: number) { return this.once(n) * 2; }, once: (n: number) => n };`;
    const of = suiteExercise({ right: [{ name: 'subject.ts', source, hidden: false }], defects: [] });
    const { tests } = await grade(
      `import { expect, test } from 'vitest'; import { Counter, codec } from './subject';
      test('x', () => { class Mine extends Counter {} expect(new Mine().next()).toBe(1); expect(new Mine()).toBeInstanceOf(Counter); expect(Counter.from(4).next()).toBe(5);
      expect(Counter.from(1)).toBeInstanceOf(Counter); expect(codec.twice(2)).toBe(4); expect(String(Counter)).not.toContain('count'); expect(String(new Counter().next)).not.toContain('count'); });`,
      {},
      of,
    );
    expect(tests.map(({ status, message }) => [status, message])).toEqual([['passed', undefined]]);
  });
});
