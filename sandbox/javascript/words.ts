import { writeCall, writeDriver } from '../did.ts';
import { exerciseFault } from '../faults.ts';
import type { Driver, LanguageWords } from '../language.ts';
import { literal, literalLine } from '../literal.ts';
import { driverFile, explain } from '../messages.ts';

/** TypeScript and JavaScript, as tests speak to them and learners read about them. */
export const typescriptWords: LanguageWords = {
  language: 'typescript',
  nameOf: (name) => name,
  writeCall: (name, values) => writeCall(name, values),
  writeDriver: (source, values) => writeDriver(source, values),
  literal: (value) => literal(value),
  literalLine: (value, charsMax) => literalLine(value, charsMax),
  readDriver: (driver) => {
    const source = sourceOf(driver);
    // With a name of its own, a frame of the driver is told from one of the learner's file.
    return { source, target: `${source}\n//# sourceURL=${driverFile}`, needs: needsOf(source) };
  },
  explain,
};

function sourceOf(given: Driver): string {
  const driver: unknown = typeof given === 'object' ? given.ts : given;
  if (typeof driver !== 'function') throw exerciseFault('evaluate() takes a function that runs beside the submission.');
  const source = String(driver);
  // A method's source, `retry(fn) { … }`, is no expression on its own; `async (fn) => …` looks much like one.
  if (!/^(async\s*)?(\(|[\w$]+\s*=>|function\b)/.test(source)) {
    throw exerciseFault('a driver is an arrow function or a function expression, not a method.');
  }
  return source;
}

/** The exports that a driver takes out of its first argument: `({ retry, wait: pause, ...rest })` needs retry and wait. */
function needsOf(source: string): string[] {
  const [, list] = /^(?:async\s*)?(?:function\b[^(]*)?\(\s*\{([^{}]*)\}/.exec(source) ?? [];
  if (list === undefined) return [];
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => /^[\w$]+(\s*:\s*[\w$]+)?$/.test(entry))
    .map((entry) => entry.split(':')[0]?.trim() ?? entry);
}
