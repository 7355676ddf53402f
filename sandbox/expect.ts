import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  type ExpectStatic,
} from '@vitest/expect';
import { literal, literalLine } from './literal.ts';
import type { LanguageWords } from './language.ts';
import { differs, isUnwanted, unwanted } from './messages.ts';

/** A failed expectation as text. `expected` is there only where it is a value to compare with, not a bound. */
export type Mismatch = { message: string; expected?: string; actual?: string };

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
// The method that JestExtend adds takes the `expect` to extend first; its type knows the wrapped form alone.
const extensible = chai.expect as unknown as { extend: (target: unknown, matchers: unknown) => void };
extensible.extend(chai.expect, customMatchers);

/** The library's `expect`, with its matchers such as `expect.any(String)`. It runs beside the judge, never in the sandbox. */
export const expect = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
  (globalThis as Record<symbol, object>)[ASYMMETRIC_MATCHERS_OBJECT],
) as unknown as ExpectStatic;

/** Null for any other error. */
export function mismatchOf(
  error: unknown,
  { literal: write, literalLine: writeLine }: Pick<LanguageWords, 'literal' | 'literalLine'> = { literal, literalLine },
): Mismatch | null {
  if (!(error instanceof chai.AssertionError)) return null;
  const { message, showDiff } = error;
  const { expected, actual } = error as { expected?: unknown; actual?: unknown };
  // Chai's own notes, such as "// Object.is equality", explain the matcher to its author.
  const words = message.replace(/ \/\/ .*$/s, '');
  if (showDiff !== true) return { message: words, ...(actual === undefined ? {} : { actual: write(actual) }) };
  // "expected [ { id: 'evt_1', …(1) }, …(2) ] to deeply equal …" says less than the two values that stand below it.
  const isEquality = / to (deeply equal|strictly equal|be|match object|include) /.test(words);
  const rule = /^(.+?): expected /s.exec(words)?.[1];
  if (isUnwanted(words)) return { message: unwanted(rule, writeLine(actual, 60)), actual: write(actual) };
  return {
    message: isEquality ? differs(rule, writeLine(expected, 60), writeLine(actual, 60)) : words,
    expected: write(expected),
    actual: write(actual),
  };
}
