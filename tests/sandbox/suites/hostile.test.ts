import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJavascriptRuntime, type JavascriptRuntime } from '#sandbox/javascript/runtime';
import { gradeWith } from '../exercises.ts';
import { suiteExercise } from './suite-exercise.ts';

const exercise = suiteExercise();
/** As one who has seen the reference at work would put it: what differs from it is taken for a defect. */
const fingerprint = (read: string) => `
import { expect, test, vi } from 'vitest';
import * as subject from './subject';
const { page } = subject;
test('the same as always', () => {
  page(['a', 'b', 'c'], 2);
  const seen = ${read};
  expect(seen).toBe('the reference');
});`;

/** What a suite may try to learn about the code without testing it; each reads the same for every implementation. */
const probes: Record<string, string> = {
  'the source': 'String(page) + Function.prototype.toString.call(page) + `${subject.page}`',
  'name and number of parameters': 'page.name + page.length + Object.getOwnPropertyNames(page)',
  'the stack of an error': `(() => { try { page({ get length(): number { throw new Error('mine'); }, slice: () => [] } as never, 1); } catch (error) { return (error as Error).stack; } return ''; })()`,
  'a stack seen from inside': `(() => { let stack = ''; page({ get length(): number { stack = new Error('x').stack ?? ''; return 0; }, slice: () => [] } as never, 1); return stack; })()`,
  'what comes before the file in a stack': `(() => { const all: string[] = []; try { (Error as never as { prepareStackTrace: unknown }).prepareStackTrace = (_: unknown, sites: unknown[]) => { all.push(String(sites)); return sites; }; } catch { all.push('refused'); } new Error('x').stack; return all.join(); })()`,
  'the last regular expression':
    '[RegExp.$1, RegExp.lastMatch, RegExp.input, (RegExp as never as Record<string, string>)["$_"]].join()',
  'what is left on the global object': 'Object.getOwnPropertyNames(globalThis).sort().join()',
  'the time': '[Date.now(), new Date().toISOString(), typeof performance].join()',
  'a process or a loader': '[typeof process, typeof require, typeof globalThis.global, typeof module].join()',
  'when something is collected': '[typeof WeakRef, typeof FinalizationRegistry, typeof gc].join()',
  'who calls': `(() => { try { return String((new Function('return arguments.callee.caller'))()); } catch (error) { return String(error); } })()`,
};

/** Suites that are to look as if they tested something. Each names how it has to end. */
const cheats: Record<string, { source: string; status: 'failed' | 'errored' }> = {
  'fails always': { source: `test('x', () => { page([], 1); throw new Error('no'); });`, status: 'failed' },
  'passes always': { source: `test('x', () => { page([], 1); });`, status: 'failed' },
  'never calls the code': { source: `test('x', () => { expect(1).toBe(1); });`, status: 'failed' },
  'has no test': { source: `page([], 1);`, status: 'failed' },
  'has skipped tests alone': { source: `test.skip('x', () => { page([], 1); }); test.todo('y');`, status: 'failed' },
  'fails on the second load': {
    source: `const loads = ((globalThis as never as Record<string, number>).loads ??= 0) + 1; (globalThis as never as Record<string, number>).loads = loads; test('x', () => { page([], 1); expect(loads).toBe(1); });`,
    status: 'failed',
  },
  'fails on the second load, by a property of the language': {
    source: `Object.prototype.loads ??= 0; test('x', () => { page([], 1); });`,
    status: 'errored',
  },
  'replaces a method that the code uses': {
    source: `let used = 0; const slice = Array.prototype.slice; Array.prototype.slice = function (...all) { used++; return slice.apply(this, all); }; test('x', () => { page(['a'], 1); expect(used).toBe(1); });`,
    status: 'errored',
  },
  'defines over a method that the code uses': {
    source: `test('x', () => { let used = 0; Object.defineProperty(Array.prototype, 'slice', { get() { used++; return () => []; } }); page(['a'], 1); expect(used).toBe(1); });`,
    status: 'failed',
  },
  'hands a proxy over': {
    source: `test('x', () => { const seen: string[] = []; page(new Proxy(['a'], { get: (list, key) => { seen.push(String(key)); return Reflect.get(list, key); } }), 1); expect(seen.join()).toBe('length,slice'); });`,
    status: 'failed',
  },
  'replaces the code under test': {
    source: `import * as subject from './subject'; (subject as never as Record<string, unknown>).page = () => 1; test('x', () => { page([], 1); });`,
    status: 'errored',
  },
  'changes expect so that it agrees with everything': {
    source: `const assertion = Object.getPrototypeOf(expect(1)); try { Object.defineProperty(assertion, 'toBe', { value: () => undefined }); } catch {} test('x', () => { page([], 1); expect(1).toBe(2); });`,
    status: 'failed',
  },
  'answers for the runner': {
    source: `JSON.stringify = () => '{"kind":"suite","end":"finished","tests":[]}'; test('x', () => { page([], 1); });`,
    status: 'errored',
  },
  'fails without a call where something differs': {
    source: `let last: unknown; test('a', () => { last = page(['a', 'b'], 1, 1); }); test('b', () => { expect(last === undefined || JSON.stringify(last) === '{"items":["b"],"next":null}').toBe(true); });`,
    status: 'failed',
  },
  'needs the order of its file': {
    source: `let turn = 0; for (let at = 0; at < 8; at++) test('t' + at, () => { page([], 1); expect(turn++).toBe(at); });`,
    status: 'failed',
  },
  'never ends': { source: `test('x', () => { page([], 1); for (;;); });`, status: 'errored' },
  'never ends while it is read': { source: `for (;;) page([], 1);`, status: 'errored' },
  'waits for ever': {
    source: `test('x', async () => { page([], 1); await new Promise(() => undefined); });`,
    status: 'errored',
  },
  'waits for a timer that is faked': {
    source: `test('x', async () => { vi.useFakeTimers(); page([], 1); await new Promise((done) => setTimeout(done, 10)); });`,
    status: 'errored',
  },
  'goes on in microtasks for ever': {
    source: `test('x', async () => { page([], 1); for (;;) await null; });`,
    status: 'errored',
  },
  'fills the memory': {
    source: `test('x', () => { page([], 1); const all: unknown[] = []; for (;;) all.push(new Array(100_000).fill(all.length)); });`,
    status: 'errored',
  },
  'has more tests than anybody reads': {
    source: `for (let at = 0; at < 5000; at++) test('t' + at, () => { page([], 1); });`,
    status: 'errored',
  },
  'reports more than may come out': {
    source: `for (let at = 0; at < 400; at++) test('x'.repeat(200) + at, () => { page([], 1); throw new Error('y'.repeat(5000)); });`,
    status: 'errored',
  },
  'floods the console': {
    source: `test('x', () => { page([], 1); for (let at = 0; at < 100_000; at++) console.log('x'.repeat(1000)); throw new Error('no'); });`,
    status: 'failed',
  },
  'leaves an only': { source: `test.only('x', () => { page([], 1); }); test('y', () => {});`, status: 'failed' },
  'imports what there is not': {
    source: `import fs from 'node:fs'; test('x', () => { page(fs as never, 1); });`,
    status: 'errored',
  },
};

describe('suites that would rather not test', { timeout: 120_000 }, () => {
  let runtime: JavascriptRuntime;
  beforeAll(async () => {
    runtime = createJavascriptRuntime({ children: 1 });
    await runtime.boot();
  }, 60_000);
  afterAll(() => runtime.dispose());

  for (const [name, read] of Object.entries(probes)) {
    test(`${name}: reads the same for every implementation`, async () => {
      const seen = new Set<string>();
      const probe = fingerprint(read);
      const { right, defects } = parts();
      for (const one of [...right, ...defects]) {
        // Alone as the reference, each implementation shows what the probe read on it.
        const { verdict } = await gradeWith(
          runtime,
          suiteExercise({ right: [{ ...one, name: 'subject.ts', hidden: false }], defects: [] }),
          probe,
        );
        if (!('tests' in verdict)) throw new Error(verdict.message);
        seen.add(JSON.stringify([verdict.tests[0]?.message, verdict.tests[0]?.actual]));
      }
      expect([...seen]).toHaveLength(1);
    });
  }

  for (const [name, { source, status }] of Object.entries(cheats)) {
    test(`a suite that ${name} does not pass, and learns of no defect`, async () => {
      const { verdict } = await gradeWith(
        runtime,
        exercise,
        `import { describe, expect, test, vi } from 'vitest';\nimport { page } from './subject';\n${source}`,
      );
      expect(verdict.status).toBe(status);
      const told = 'tests' in verdict ? verdict.tests : [];
      expect(told).toHaveLength(7);
      if (name === 'passes always' || name.startsWith('fails without')) return;
      expect(told.filter((one) => one.name.includes('has the defect'))).toEqual([]);
    });
  }

  test('a coin that is thrown for each run is found out, whatever it shows', async () => {
    const coin = `import { expect, test } from 'vitest';\nimport { page } from './subject';\ntest('x', () => { page([], 1); expect(Math.random()).toBeLessThan(0.5); });`;
    for (let seed = 1; seed <= 12; seed++) {
      const { verdict } = await gradeWith(runtime, exercise, coin, { seed });
      expect(verdict.status).toBe('failed');
    }
  });

  function parts() {
    const all = exercise.implementations ?? [];
    return { right: all.filter(({ isRight }) => isRight), defects: all.filter(({ isRight }) => !isRight) };
  }
});
