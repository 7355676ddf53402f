import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestResult, Verdict } from '#lib/verdict';
import { verdictSchema } from '#lib/verdict';
import { seededRandom } from '#sandbox/random';
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

const first = (verdict: Verdict): TestResult => {
  if (!('tests' in verdict)) throw new Error(JSON.stringify(verdict));
  const found = verdict.tests.find(({ status }) => status !== 'passed') ?? verdict.tests[0];
  if (found === undefined) throw new Error('no tests');
  return found;
};
const gradeDouble = async (source: string) => (await gradeWith(runtime, double, source)).verdict;
const gradeTests = async (tests: string, source: string) =>
  (await gradeWith(runtime, codeExercise({ tests }), source)).verdict;

describe('with more seeds in one submission', () => {
  const drawnWith = (seed: number) => seededRandom(seed).int(1, 1000);
  const grade = (source: string, moreSeeds: number[]) => gradeWith(runtime, double, source, { moreSeeds });
  const wrongFor = (number: number) => `export const double = (n: number) => (n === ${number} ? 0 : 2 * n);`;

  test('a random case that fails with any of them fails', async () => {
    const source = wrongFor(drawnWith(3));
    expect((await grade(source, [])).verdict).toMatchObject({ status: 'passed' });
    expect((await grade(source, [2])).verdict).toMatchObject({ status: 'passed' });
    expect((await grade(source, [2, 3])).verdict).toMatchObject({ status: 'failed' });
    expect(first((await grade(source, [3, 2])).verdict).name).toBe('doubles what the reference doubles');
  });

  test('each test is told once, and what draws nothing runs once', async () => {
    const counting = `let calls = 0; export const double = (n: number) => (++calls > 5 ? -1 : 2 * n);`;
    const { verdict, events } = await grade(counting, [2, 3]);
    expect(verdict).toMatchObject({ status: 'passed' });
    expect(events.map(({ name }) => name)).toEqual(['doubles', 'doubles zero', 'doubles what the reference doubles']);
    const sixth = await grade(counting, [2, 3, 4]);
    expect(first(sixth.verdict).name).toBe('doubles what the reference doubles');
  });
});

describe('a verdict', () => {
  test('has the shape that is stored', async () => {
    expect(() => verdictSchema.parse({})).toThrow();
    for (const source of [
      'export const double = (n: number) => n * 2;',
      'export const double = () => 1;',
      'let x: = 1',
      '',
    ]) {
      verdictSchema.parse(await gradeDouble(source));
    }
  });

  test('says what was done, expected and returned', async () => {
    const verdict = await gradeDouble('export const double = (n: number) => n + 2;');
    expect(first(verdict)).toMatchObject({
      name: 'doubles',
      status: 'failed',
      did: ['double(4)'],
      expected: '8',
      actual: '6',
    });
    expect(first(verdict).message).toBe('Expected 8, and got 6.');
  });

  test('says what should not have come, where a test asks for anything else', async () => {
    const tests = `test('a', async ({ call }) => { expect(await call('double', 4), 'Twice four').not.toBe(6); });`;
    const result = first(await gradeTests(tests, 'export const double = (n: number) => n + 2;'));
    expect(result).toMatchObject({ message: 'Twice four. Expected anything but 6, and got it.', actual: '6' });
    expect(result).not.toHaveProperty('expected');
  });

  test('names a missing export and what is there instead', async () => {
    const verdict = await gradeDouble('export const dobule = 1;');
    expect(first(verdict)).toMatchObject({ status: 'failed' });
    expect(first(verdict).message).toContain('does not export `double`. It exports `dobule`');
  });

  test('names an export that a driver needs', async () => {
    const tests = `test('a', async ({ evaluate }) => { await evaluate(({ open, close: shut }) => open(shut)); });`;
    expect(first(await gradeTests(tests, 'export const open = 1;')).message).toContain('`close`');
  });

  test('gives line and column of a syntax error', async () => {
    expect(await gradeDouble('const a = 1;\nconst b = ;\n')).toMatchObject({
      status: 'errored',
      reason: 'syntax',
      at: { file: 'solution.ts', line: 2, column: 11 },
    });
  });

  test('gives the line of a syntax error that only the engine sees', async () => {
    expect(await gradeDouble('const a = 1;\n\nconst a = 2;')).toMatchObject({ reason: 'syntax', at: { line: 3 } });
  });

  test('gives the line of an error in their file, after types and interfaces', async () => {
    const source =
      'interface Thing { name: string }\n\nexport function double(n: number): number {\n  const thing = null as unknown as Thing;\n  return thing.name.length;\n}';
    const verdict = await gradeDouble(source);
    expect(verdict).toMatchObject({ status: 'errored', reason: 'threw', at: { file: 'solution.ts', line: 5 } });
    expect(first(verdict).message).toContain("TypeError: Cannot read properties of null (reading 'name') in line 5");
  });

  test('shows no frame of ours', async () => {
    expect(JSON.stringify(await gradeDouble('export const double = () => { throw new Error("x") };'))).not.toContain(
      'isolated-vm',
    );
  });

  test('an error in the file ends the run before the first test', async () => {
    const verdict = await gradeDouble('throw new RangeError("no");');
    expect(verdict).toMatchObject({ status: 'errored', reason: 'threw' });
    expect('tests' in verdict && verdict.tests.map(({ status }) => status)).toEqual(['not-run', 'not-run', 'not-run']);
  });

  const badLines = '{\n  const b = 1;\n  const c = ;\n  return c;\n}';
  for (const source of [
    `export const f = (a) => ${badLines};`,
    `export const f = (a: number, b = (1)): number => ${badLines};`,
    `export const f = <T extends Map<string, () => void>>(a: T): T => ${badLines};`,
    `export const f = ({ a, b }: Thing) => ${badLines};`,
    `export const f = async (a: number): Promise<number> => ${badLines};`,
    `go(() => { return xs.map((x) => ${badLines}); });`,
    `function f() { return new Promise((resolve) => ${badLines}); }`,
  ]) {
    test(`a syntax error inside an arrow function is located where it is: ${source.split('\n')[0]}`, async () => {
      expect(await gradeDouble(source)).toMatchObject({ reason: 'syntax', at: { line: 3, column: 13 } });
    });
  }

  test('a syntax error in the line of the arrow itself has the column of their text', async () => {
    const verdict = await gradeDouble('const a = 1;\nexport const double = (n) => g((m) => m +);');
    expect(verdict).toMatchObject({ at: { line: 2, column: 42 } });
  });

  test('where the place of a syntax error cannot be found, the message says that it is further down', async () => {
    const verdict = await gradeDouble('export const isText = (a: unknown): a is string => {\n  const c = ;\n};');
    expect(verdict).toMatchObject({ reason: 'syntax', at: { line: 1 } });
    expect('message' in verdict && verdict.message).toContain('there or a little after it, line 1');
  });

  test('a syntax error next to parentheses that belong to no function stays where it is', async () => {
    expect(await gradeDouble('const a = 1;\nfoo(a): {')).toMatchObject({
      reason: 'syntax',
      at: { line: 2, column: 7 },
    });
  });

  test('an import names the module and its line, also when it takes several lines', async () => {
    for (const [source, module, line] of [
      ["const a = 1;\nimport fs from 'node:fs';\nexport const double = () => fs;", "'node:fs'", 2],
      ["import {\n  a,\n  b,\n} from 'lodash';\nexport const double = () => a(b);", "'lodash'", 4],
      ["export * from './other.ts';", "'./other.ts'", 1],
    ] as const) {
      const verdict = await gradeDouble(source);
      expect(verdict).toMatchObject({ at: { file: 'solution.ts', line } });
      const message = 'message' in verdict ? verdict.message : '';
      expect(message).toContain(`solution.ts imports ${module} in line ${line}. Nothing can be imported here`);
      expect(message).not.toContain('require');
    }
  });

  test('the import of a type, and a text that looks like an import, are no imports', async () => {
    const source =
      "import type { T } from 'x';\nconst text = `\nimport a from 'b';\nrequire('c')`;\nexport const double = (n: number) => n * 2 + (text as T).length * 0;";
    expect(await gradeDouble(source)).toMatchObject({ status: 'passed' });
  });

  test('an import is answered with what is there to use', async () => {
    const verdict = await gradeDouble("import fs from 'node:fs';\nexport const double = () => fs;");
    expect(verdict).toMatchObject({ status: 'errored', reason: 'threw' });
    expect('message' in verdict && verdict.message).toContain('Nothing can be imported here');
  });

  test('an answer of another shape is a failure of theirs, not of the test', async () => {
    const tests = `test('a', async ({ call }) => { expect((await call('page')).items[0].id).toBe(1); });`;
    const verdict = await gradeTests(tests, 'export const page = () => ({});');
    expect(first(verdict)).toMatchObject({ status: 'failed', actual: '{}' });
  });

  test('a promise with no way to settle ends at once', async () => {
    const { verdict } = await gradeWith(runtime, double, 'export const double = () => new Promise(() => {});');
    expect(verdict).toMatchObject({ status: 'errored', reason: 'no-answer' });
  });

  test('a driver is shown with the values it was given, each cut to 300 characters', async () => {
    const tests = `test('a', async ({ evaluate }) => {
      const seen = await evaluate(({ f }, limit: number, list: object[], long: string) => f(limit), 5, [{ name: 'a', weight: 5 }], 'x'.repeat(900));
      expect(seen).toBe(1);
    });`;
    const { did } = first(await gradeTests(tests, 'export const f = () => 2;'));
    expect(did).toEqual([
      '({ f }, limit, list, long) => f(limit)',
      `with 5, [{ name: 'a', weight: 5 }], '${'x'.repeat(298)}…`,
    ]);
  });

  test('a driver is shown without the spaces that its types leave behind', async () => {
    const tests = `test('a', async ({ evaluate }) => {
      await evaluate(({ f }) => { try { f('a )' , 1 as never); } catch (error) { return \`a ) \${(error as Error).message}\`; } });
      expect(1).toBe(2);
    });`;
    const { did } = first(await gradeTests(tests, 'export const f = () => 2;'));
    expect(did).toEqual(["({ f }) => { try { f('a )', 1); } catch (error) { return `a ) ${(error).message}`; } }"]);
  });

  test('a driver whose promise never settles is not named by its last line', async () => {
    const tests = `test('a', async ({ evaluate }) => { await evaluate(async ({ f }) => {
      await f();
    }); });`;
    const { message } = first(await gradeTests(tests, 'export const f = () => new Promise(() => {});'));
    expect(message).toMatch(/^The promise of this test never settles: it is still pending/);
  });

  test('an error in the code of a driver is not called an error of their code', async () => {
    const tests = `test('a', async ({ evaluate }) => { await evaluate(async ({ f }) => (await f()).items[0].id); });`;
    const result = first(await gradeTests(tests, 'export const f = () => ({});'));
    expect(result).toMatchObject({ status: 'errored', reason: 'threw' });
    expect(result.message).toBe(
      "The test's own code threw TypeError: Cannot read properties of undefined (reading '0'), probably because your code returned something else than the task says.",
    );
    expect(result).not.toHaveProperty('at');
  });

  test('an error that their code throws under a driver is called theirs, with its line', async () => {
    const tests = `test('a', async ({ evaluate }) => { await evaluate(({ f }) => [1].map(() => f())); });`;
    const result = first(await gradeTests(tests, '\nexport const f = () => null.x;'));
    expect(result).toMatchObject({ status: 'errored', reason: 'threw', at: { line: 2 } });
    expect(result.message).toContain('Your code threw TypeError');
  });

  test('an error that a driver throws to see what becomes of it is not put on what they returned', async () => {
    const tests = `test('a', async ({ evaluate }) => {
      await evaluate(({ f }) => { const work = () => { throw new Error('no'); }; f(); return work(); });
    });`;
    const { message } = first(await gradeTests(tests, 'export const f = () => 1;'));
    expect(message).toContain("The test's own code threw Error: no, and nothing caught it.");
  });

  test('an answer beyond 64 KB is told as such', async () => {
    expect(await gradeDouble('export const double = () => "x".repeat(70_000);')).toMatchObject({
      reason: 'output-limit',
    });
  });

  test('after a kill the other tests are not run', async () => {
    const { verdict } = await gradeWith(
      runtime,
      double,
      'export const double = () => { let b = 3n; for (;;) b = b * b; };',
    );
    expect('tests' in verdict && verdict.tests.map(({ status }) => status)).toEqual(['errored', 'not-run', 'not-run']);
  });

  test('an exercise can ask for more time', async () => {
    const source = 'export const f = () => { let n = 0; for (let i = 0; i < 4e8; i++) n += i % 3; return n > 0; };';
    const tests = `test('a', async ({ call }) => { expect(await call('f')).toBe(true); });`;
    const { verdict } = await gradeWith(
      runtime,
      codeExercise({ tests, limits: { testMs: 5000, runMs: 10_000 } }),
      source,
    );
    expect(verdict.status).toBe('passed');
  });
});

describe('console', () => {
  test('stands under the test that wrote it, and at the top what loading wrote', async () => {
    const { verdict } = await gradeWith(
      runtime,
      double,
      'console.log("loading"); export const double = (n: number) => { console.log("n is", n, { n }, undefined, null, 10n, new Map([["a", 1]]), new Set([1]), new Error("e"), [undefined]); return n * 2; };',
      { mode: 'run' },
    );
    expect(verdict).toMatchObject({ status: 'passed', console: 'loading\n' });
    expect('tests' in verdict && verdict.tests[0]?.console).toBe(
      'n is 4 {"n":4} undefined null 10n Map(1) { "a" => 1 } Set(1) { 1 } Error: e [null]\n',
    );
  });

  test('is cut at 500 lines and 32 KB, and says so', async () => {
    const many = await runtime.run({
      source: 'for (let i = 0; i < 2000; i++) console.log(i);',
      signal: new AbortController().signal,
    });
    expect(many.status === 'ran' && many.console.split('\n').length).toBe(502);
    const long = await runtime.run({ source: 'console.log("x".repeat(1e6))', signal: new AbortController().signal });
    expect(long.status === 'ran' && long.console.length).toBeLessThan(33_000);
    expect(long.status === 'ran' && long.console).toContain('left out');
  });
});
