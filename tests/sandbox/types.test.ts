import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJavascriptRuntime, type JavascriptRuntime } from '#sandbox/javascript/runtime';
import { createTypeChecker, type TypeChecker } from '#sandbox/types/checker';
import { codeExercise, gradeWith } from './exercises.ts';

const exercise = codeExercise({
  tests: `test('adds', async ({ call }) => { expect(await call('add', 1, 2)).toBe(3); });`,
  hidden: `test('adds more', async ({ call, random }) => {
    const [a, b] = [random.int(1, 9), random.int(1, 9)];
    expect(await call('add', a, b)).toBe(a + b);
  });`,
});
const typed = { ...exercise, meta: { ...exercise.meta, types: true } };

describe('the stage of types', { timeout: 60_000 }, () => {
  let runtime: JavascriptRuntime;
  beforeAll(async () => {
    runtime = createJavascriptRuntime({ children: 1 });
    await runtime.boot();
  });
  afterAll(() => runtime.dispose());

  test('is not there, and starts nothing, for an exercise that does not ask for it', async () => {
    const { verdict } = await gradeWith(
      runtime,
      exercise,
      'export const add = (a, b) => a + b; const n: number = "x";',
    );
    expect(verdict.status).toBe('passed');
    expect(runtime.status()).toMatchObject({ typeChecker: 'not started', typeCheckersStarted: 0 });
  });

  test('lets through what fits, and grades it', async () => {
    const { verdict } = await gradeWith(runtime, typed, 'export const add = (a: number, b: number): number => a + b;');
    expect(verdict.status).toBe('passed');
  });

  test('names each place and the first on its own, and runs nothing', async () => {
    const source = `console.log('I ran');
export const add = (a: number, b: number): string => a + b;
export const other = (x) => document.title;`;
    const { verdict, events } = await gradeWith(runtime, typed, source);
    expect(verdict).toMatchObject({
      status: 'errored',
      reason: 'type',
      at: { file: 'solution.ts', line: 2, column: 54 },
    });
    if (verdict.status !== 'errored') return;
    expect(verdict.message).toContain("Line 2, column 54: Type 'number' is not assignable to type 'string'. (TS2322)");
    expect(verdict.message).toContain("Line 3, column 23: Parameter 'x' implicitly has an 'any' type.");
    expect(verdict.message).toContain("Cannot find name 'document'.");
    expect(verdict.message).not.toContain('compiler option');
    expect(verdict.console).toBeUndefined();
    expect(verdict.tests.map(({ name, status }) => [name, status])).toEqual([
      ['adds', 'not-run'],
      ['adds more', 'not-run'],
    ]);
    expect(events).toHaveLength(2);
  });

  test('lists ten places and counts the rest', async () => {
    const source = Array.from({ length: 14 }, (_, index) => `export const n${index}: number = 'x';`).join('\n');
    const { verdict } = await gradeWith(runtime, typed, source);
    if (verdict.status !== 'errored') throw new Error(verdict.status);
    expect(verdict.message).toContain('in 14 places');
    expect(verdict.message.match(/^Line \d+/gm)).toHaveLength(10);
    expect(verdict.message).toContain('and 4 more');
  });

  test('leaves a file that cannot be read to the stage that says where', async () => {
    const { verdict } = await gradeWith(runtime, typed, 'export const add = (a: number => a;');
    expect(verdict).toMatchObject({ status: 'errored', reason: 'syntax' });
  });

  test('knows the language, the console and timers, and nothing to import', async () => {
    const source = `export const add = async (a: number, b: number): Promise<number> => {
  await new Promise((resolve) => setTimeout(resolve, 10));
  console.log(Object.groupBy([1], String), [3, 1].toSorted());
  return a + b;
};`;
    expect((await gradeWith(runtime, typed, source)).verdict.status).toBe('passed');
    const { verdict } = await gradeWith(runtime, typed, `import fs from 'node:fs';\n${source}`);
    expect(verdict).toMatchObject({ reason: 'type', at: { line: 1 }, message: expect.stringContaining("'node:fs'") });
  });
});

describe('the compiler in its process', { timeout: 120_000 }, () => {
  let checker: TypeChecker;
  const signal = new AbortController().signal;
  const check = (source: string, surroundings: 'language' | 'suite' = 'language') =>
    checker.check('solution.ts', source, surroundings, signal);
  const isWell = async (): Promise<void> =>
    expect(await check('export const fine: number = 1;')).toEqual({ kind: 'checked', problems: [], more: 0 });
  beforeAll(() => void (checker = createTypeChecker({ checkMs: 3000, heapMb: 256 })));
  afterAll(() => checker.dispose());

  test('knows what services import: hono, zod, underpin and the web, not the browser', async () => {
    // Their types take a second of an idle core, and are to be told right on any other.
    await using patient = Object.assign(createTypeChecker({ checkMs: 60_000 }), {
      [Symbol.asyncDispose]: () => patient.dispose(),
    });
    const check = (source: string) => patient.check('solution.ts', source, 'web', signal);
    const service = `import { Hono } from 'hono';
import { z } from 'zod';
import { db } from 'underpin';
const body = z.object({ name: z.string() });
const app = new Hono();
app.post('/users', async (c) => {
  const { name } = body.parse(await c.req.json());
  const { rowCount } = await db.query('insert into users (name) values ($1)', [name]);
  return c.json({ name, rowCount, id: crypto.randomUUID() }, 201);
});
export { app };`;
    expect(await check(service)).toEqual({ kind: 'checked', problems: [], more: 0 });
    const wrong = service.replace('const { name }', 'const count: number = body.parse({}).name; const { name }');
    expect(await check(`${wrong}\nwindow.open();`)).toMatchObject({
      problems: [{ code: 'TS2322' }, { code: 'TS2304' }],
    });
  });

  test('knows the globals of a suite', async () => {
    expect(await check(`test('a', () => { expect(1).toBe(1); vi.fn(); });`, 'suite')).toMatchObject({ problems: [] });
  });

  const bombs = {
    'a union that doubles': `type A = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
      type B = \`\${A}\${A}\${A}\${A}\`; type C<X> = X extends \`\${infer P}\${infer Q}\` ? [P, C<Q>] | [C<Q>, P] : never;
      export const c: C<B> = 1 as never as C<B>; export const d: C<B>[] = [c];`,
    'tuples that multiply': `type N<T extends unknown[]> = [...T, ...T, ...T, ...T, ...T, ...T, ...T];
      type M = N<N<N<N<N<[1]>>>>>; type S<T extends unknown[]> = T extends [infer H, ...infer R] ? [H, ...S<R>] : [];
      export const s: S<M> = [] as never; export const u: S<N<[1, 2]>>['length'] = 3 as never;`,
    'a type without an end': `type L<T> = { [K in keyof T]: L<{ [P in keyof T as \`\${P & string}\${K & string}\`]: T }> };
      export const l: L<{ a: 1; b: 2 }> = null as never as L<{ a: 2; b: 1 }>; export const m: L<{ c: 1 }> = l;`,
    'overloads of overloads': `declare function f<T>(x: T): T; export const r = ${'f(['.repeat(400)}1${'])'.repeat(400)};`,
    'nesting that is deep': `export const a = ${'('.repeat(6000)}1${')'.repeat(6000)};`,
    'an object within objects': `export const o = ${'{a:'.repeat(3000)}1${'}'.repeat(3000)};`,
    'a long chain of ternaries': `declare const q: boolean; export const z = ${'q ? 1 : '.repeat(5000)}2;`,
    'a sum that is long': `export const sum = ${'1 + '.repeat(20_000)}1;`,
    'permutations of a union': `type P<T, K = T> = [T] extends [never] ? [] : K extends K ? [K, ...P<Exclude<T, K>>] : never;
      export const p: P<'a'|'b'|'c'|'d'|'e'|'f'|'g'|'h'|'i'|'j'|'k'> = [];`,
  };
  for (const [name, source] of Object.entries(bombs)) {
    test(`${name}: is checked or ended in time, and the next file is checked`, async () => {
      const checked = await check(source);
      expect(checked.kind === 'checked' ? 'checked' : checked.reason).toMatch(
        /^(checked|time-limit|memory-limit|crashed)$/,
      );
      await isWell();
    });
  }

  test('what the types of one file took is given back before another is checked, whatever is around that', async () => {
    await using small = Object.assign(createTypeChecker({ checkMs: 60_000, heapMb: 128 }), {
      [Symbol.asyncDispose]: () => small.dispose(),
    });
    // Each has room by itself, and not beside what another has left.
    const unions = Array.from(
      { length: 16 },
      (_, index) => `export const v${index}: \`${index} \${D}\${D}\${D}\${D}\` = '${index} 0000';`,
    );
    const heavy = ["type D = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';", ...unions].join('\n');
    for (const surroundings of ['language', 'stores', 'suite', 'language'] as const) {
      const checked = await small.check('solution.ts', heavy, surroundings, signal);
      expect(checked, surroundings).toEqual({ kind: 'checked', problems: [], more: 0 });
    }
    const honest = `import { z } from 'zod'; export const name: string = z.object({ name: z.string() }).parse({}).name;`;
    expect(await small.check('solution.ts', honest, 'web', signal)).toEqual({ kind: 'checked', problems: [], more: 0 });
    expect(small.status().typeCheckersStarted).toBe(1);
  });

  test('is ended when nobody waits any more, and answers the next', async () => {
    const going = new AbortController();
    const waiting = checker.check('solution.ts', bombs['permutations of a union'], 'language', going.signal);
    going.abort();
    await expect(waiting).rejects.toThrow();
    await isWell();
  });

  test('is given up when nobody has needed it for a while, and starts again for the next file', async () => {
    await using rare = Object.assign(createTypeChecker({ idleMs: 1 }), {
      [Symbol.asyncDispose]: () => rare.dispose(),
    });
    for (const started of [1, 2]) {
      expect(await rare.check('solution.ts', 'export const fine = 1;', 'language', signal)).toMatchObject({
        problems: [],
      });
      await expect
        .poll(() => rare.status(), { timeout: 20_000 })
        .toEqual({
          typeChecker: 'not started',
          typeCheckersStarted: started,
        });
    }
  });

  test('a check beyond its time or its memory ends with the reason, and a new process takes over', async () => {
    await using strict = Object.assign(createTypeChecker({ checkMs: 1 }), {
      [Symbol.asyncDispose]: () => strict.dispose(),
    });
    const answer = await strict.check('solution.ts', bombs['permutations of a union'], 'language', signal);
    expect(answer).toEqual({ kind: 'ended', reason: 'time-limit' });
    await strict.check('solution.ts', bombs['permutations of a union'], 'language', signal);
    expect(strict.status().typeCheckersStarted).toBe(2);
  });
});
