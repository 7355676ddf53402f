import vm from 'node:vm';
import { transform } from 'sucrase';
import { expect } from './expect.ts';
import { exerciseFault } from './faults.ts';
import type { Fixtures } from './fixtures.ts';

export type Test = { name: string; body: (fixtures: Fixtures) => unknown };

type Compiled = (test: (name: string, body: Test['body']) => void, expectFunction: typeof expect) => void;

/** Compiled tests by the text they come from. Old versions of an exercise fall out first. */
const compiled = new Map<string, Compiled>();
const compiledMax = 500;

/**
 * The tests of one file, made anew for each submission, so that concurrent runs share nothing. Tests are trusted code:
 * they run here, beside the expected values, and never see the learner's code itself.
 * Throws an exercise fault that names file and line.
 */
export function openSuite(source: string, file: string): Test[] {
  const tests: Test[] = [];
  const add = (name: string, body: Test['body']): void => {
    if (typeof name !== 'string' || typeof body !== 'function') {
      throw exerciseFault(`${file}: test() takes a name and a function.`);
    }
    if (tests.some((one) => one.name === name)) {
      throw exerciseFault(
        `${file}: two tests are called "${name}"; a wrong solution names its test, so names are unique.`,
      );
    }
    tests.push({ name, body });
  };
  const run = compile(source, file);
  try {
    run(add, expect);
  } catch (error) {
    throw exerciseFault(`${file} failed while its tests were collected: ${String(error)}`, error);
  }
  return tests;
}

function compile(source: string, file: string): Compiled {
  const key = `${file}\0${source}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  try {
    const { code } = transform(source, { transforms: ['typescript'], disableESTransforms: true, filePath: file });
    const made = vm.compileFunction(code, ['test', 'expect'], { filename: file }) as Compiled;
    compiled.set(key, made);
    if (compiled.size > compiledMax) compiled.delete(compiled.keys().next().value as string);
    return made;
  } catch (error) {
    throw exerciseFault(
      `${file} cannot be compiled: ${String(error)}. Tests have no imports and no top-level await.`,
      error,
    );
  }
}
