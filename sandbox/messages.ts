import type { ErroredReason, Place } from '#lib/verdict';
import { depthMax } from './depth.ts';
import type { Answer } from './javascript/session.ts';
import { literalLine, shorten } from './literal.ts';
import type { Limits } from './limits.ts';

/** Everything a learner reads about grading, in one file: what happened, where in their file, what to try. */
export type Explanation = { reason?: ErroredReason; message: string; at?: Place };

/** Numbers and names that the sentences need. `phase` is what was running, `asked` the request that it ran for. */
export type Circumstances = {
  file: string;
  limits: Limits;
  phase: 'load' | 'test' | 'run';
  asked?: { call: string } | 'driver' | undefined;
};

/** What the frames of a driver are called in a stack. */
export const driverFile = 'the-test';

export const unavailableMessages = {
  down: 'The sandbox that runs code is not answering. Nothing was counted; try again in a moment.',
  full: 'Many people are running code right now. Nothing was counted; try again in a few seconds.',
  tooManyOfYours: 'You have several submissions waiting already. Wait for one to finish, then try again.',
  exercise:
    'This exercise cannot be graded at the moment: its tests have a fault. That is ours to mend, and nothing was counted.',
  cancelled: 'The run was cancelled before it finished. Nothing was counted.',
};

/** What a learner is told about an answer that is not a value. */
export function explain(answer: Answer, { file, limits, phase, asked }: Circumstances): Explanation {
  const what = typeof asked === 'object' ? shorten(asked.call, 120) : 'Your code';
  switch (answer.kind) {
    case 'syntax': {
      const [, imported, importable = ''] = /^import ([^\n]*)(.*)$/s.exec(answer.message) ?? [];
      if (imported !== undefined) {
        const at = { file, line: answer.line };
        return {
          reason: 'threw',
          message: `${file} imports ${shorten(imported, 120)}${inPlace(at)}. ${importAdvice(importable)}`,
          at,
        };
      }
      const at = { file, line: answer.line, ...(answer.column === undefined ? {} : { column: answer.column }) };
      return {
        reason: 'syntax',
        message: `${file} cannot be read: ${answer.message}, ${placeWords(at)}. Look at that line and at the end of the one before it.`,
        at,
      };
    }
    case 'threw': {
      const at = placeOf(answer.error.stack, file);
      if (asked === 'driver' && at === undefined && isOfDriver(answer.error.stack)) {
        return {
          reason: 'threw',
          message: `The test's own code threw ${words(answer.error)}${driverAdvice(answer.error)}`,
        };
      }
      return {
        reason: 'threw',
        message: `Your code threw ${words(answer.error)}${inPlace(at)}. ${advice(answer.error)}`,
        ...(at && { at }),
      };
    }
    case 'unhandled': {
      const at = placeOf(answer.error.stack, file);
      return {
        reason: 'threw',
        message: `Nothing caught this error: ${words(answer.error)}${inPlace(at)}. In Node it would end the process. Await the promise it comes from, or catch it where it can happen.`,
        ...(at && { at }),
      };
    }
    case 'time-limit':
      return tooLong(phase === 'load' ? limits.loadMs : phase === 'test' ? limits.testMs : limits.runMs, phase);
    case 'no-answer':
      return {
        reason: 'no-answer',
        message: `${asked === 'driver' ? 'The promise of this test never settles: it' : `${what} never answers: its promise`} is still pending, and no timer is left that could settle it. Check that every path returns, resolves or throws.`,
      };
    case 'output-limit':
      return {
        reason: 'output-limit',
        message: `${what} answered with more than 64 KB of data, or with data nested more than ${depthMax} deep, which are the limits. Check that it returns what the task asks for and nothing more.`,
      };
    case 'memory-limit':
      return outOfMemory(limits);
    case 'missing':
      return missing(answer.names, answer.exported, file);
    case 'unfit':
      return { message: `${what} answered with something that is no plain data: ${answer.message}.` };
    case 'not-thrown':
      return { message: `${what} should have thrown an error, and returned ${literalLine(answer.value, 200)}.` };
    case 'ended':
      if (answer.reason === 'run-limit') return tooLong(limits.runMs, 'run');
      if (answer.reason === 'time-limit') return explain({ kind: 'time-limit' }, { file, limits, phase, asked });
      if (answer.reason === 'memory-limit') return outOfMemory(limits);
      return {
        reason: 'crashed',
        message:
          'Your code ended the process that ran it. Look for very deep recursion, or for one call that builds something enormous.',
      };
    case 'no-view':
      return {
        message: `The test could not look into the database after your code: ${shorten(answer.message, 300)}. Look for a transaction that never ends, or for a table that your code has changed.`,
      };
    case 'no-app':
      return noApp(answer.exported, file);
    case 'no-response':
      return {
        message: `${what} was answered with ${shorten(answer.value, 100)}, which is no Response. Return c.json(…), c.text(…) or c.body(…) from every handler.`,
      };
    case 'loaded':
    case 'value':
    case 'answers':
    case 'response':
    case 'suite':
      throw new Error(`${answer.kind} is an answer, there is nothing to explain`);
  }
}

/** Two values that should be equal. `rule` is what the author says the comparison is about. */
export function differs(rule: string | undefined, expected: string, actual: string): string {
  const short = !expected.endsWith('…') && !actual.endsWith('…');
  const words = short ? `Expected ${expected}, and got ${actual}.` : 'What came back is not what was expected.';
  return rule === undefined ? words : `${rule}. ${words}`;
}

/** A value that should have been any other one. There is nothing to show beside it. */
export function unwanted(rule: string | undefined, value: string): string {
  const words = `Expected anything but ${value}, and got it.`;
  return rule === undefined ? words : `${rule}. ${words}`;
}

/** Whether the words of a failed expectation are those of `.not` with an equality. */
export const isUnwanted = (words: string): boolean =>
  / (?:to not|not to) (?:deeply equal|strictly equal|be) /.test(words);

export const notRunMessage = 'Not run, because an earlier test ended the run.';
export const notLoadedMessage = 'Not run, because your file could not be loaded.';

/** A test that could not use what came back: the shape is another than the task names. */
export function unusableAnswer(error: Error, value: unknown): Explanation & { actual: string } {
  return {
    message: `What came back has another shape than the task asks for: reading it failed with ${error.name}: ${error.message}.`,
    actual: literalLine(value, 500),
  };
}

export function tooLong(limitMs: number, phase: Circumstances['phase']): Explanation {
  const limit = limitMs >= 1000 ? `${limitMs / 1000} s` : `${limitMs} ms`;
  const where = { load: 'while your file loads', test: 'in one test', run: 'for the whole run' }[phase];
  return {
    reason: 'time-limit',
    message: `Your code was still running after ${limit}, the limit ${where}. Look for a loop that does not end, or for work that grows with the square of the input.`,
  };
}

export function outOfMemory({ memoryMb }: Limits): Explanation {
  return {
    reason: 'memory-limit',
    message: `Your code used more than its ${memoryMb} MB of memory. Look for a list or a string that keeps growing.`,
  };
}

function missing(names: string[], exported: string[], file: string): Explanation {
  const list = names.map((name) => `\`${name}\``).join(' and ');
  const wrongKind = names.filter((name) => exported.includes(name));
  if (wrongKind.length > 0) {
    return {
      message: `${file} exports ${list}, but not as a function. Export it with \`export function ${names[0]}(…)\`.`,
    };
  }
  const others = exported.filter((name) => name !== '__esModule');
  const have =
    others.length === 0 ? 'It exports nothing.' : `It exports ${others.map((name) => `\`${name}\``).join(', ')}.`;
  return {
    message: `${file} does not export ${list}. ${have} Check the spelling and the word \`export\` in front of it.`,
  };
}

function noApp(exported: string[], file: string): Explanation {
  const names = exported.filter((name) => name !== '__esModule');
  const have = names.length === 0 ? 'nothing' : names.map((name) => `\`${name}\``).join(', ');
  return {
    message: `${file} exports no app that answers requests. It exports ${have}. Write \`export const app = new Hono()\`, or \`export default app\` at its end.`,
  };
}

export function words({ name, message }: { name: string; message: string }): string {
  if (name === '') return `a value that is not an error: ${shorten(message, 300)}`;
  return message === '' ? name : `${name}: ${shorten(message, 500)}`;
}

/** The first frame in the learner's file. Frames of ours are never shown. */
export function placeOf(stack: string, file: string): Place | undefined {
  const [, line, column] = new RegExp(`${file.replaceAll('.', '\\.')}:(\\d+):(\\d+)`).exec(stack) ?? [];
  if (line === undefined || column === undefined || Number(line) < 1) return undefined;
  return { file, line: Number(line) };
}

export const placeWords = ({ line, column }: Place): string =>
  `line ${line}${column === undefined ? '' : `, column ${column}`}`;
export const inPlace = (at: Place | undefined): string => (at === undefined ? '' : ` in ${placeWords(at)}`);

/** Whether the error arose in the driver, in the frame nearest to it that is in a text of anybody's. */
function isOfDriver(stack: string): boolean {
  const [frame] = /^ +at .*:\d+:\d+\)?$/m.exec(stack) ?? [];
  return frame !== undefined && new RegExp(`[ (]${driverFile}:\\d+:\\d+\\)?$`).test(frame);
}

/** A driver throws on purpose only inside what it hands to the learner's code, to see what becomes of the error. */
function driverAdvice({ name }: { name: string }): string {
  return /^(Type|Reference|Range)Error$/.test(name)
    ? ', probably because your code returned something else than the task says.'
    : ', and nothing caught it. Check what your code does when a function that it is given throws or rejects.';
}

const nothingToImport =
  'Nothing can be imported here, no module of Node and no package: the language, the console and timers are all there is.';

function importAdvice(importable: string): string {
  const names = importable.split('\n').filter(Boolean);
  return names.length === 0
    ? nothingToImport
    : `What can be imported here is ${names.join(', ')}; write it without the rest.`;
}

/** What helps with the errors that people meet most. The engine's own words stand before it. */
const remedies: [RegExp, string][] = [
  [/can be imported here/, 'Write it without that module.'],
  [/require is not defined|import/, nothingToImport],
  [/^ReferenceError.*before initialization/, 'It is used above the line that declares it; move the declaration up.'],
  [/^ReferenceError/, 'Check the spelling, or declare it first. Node and browser globals are not available here.'],
  [
    /Cannot read properties of (undefined|null)/,
    'Print the value in front of the dot with console.log just before that line.',
  ],
  [
    /is not a function|is not a constructor|is not iterable/,
    'Print that value with console.log just before that line: it is something else than expected.',
  ],
  [/Maximum call stack/, 'The function calls itself without an end: check the case in which it has to stop.'],
  [/Assignment to constant/, 'Declare it with let, or make a new value instead of changing this one.'],
  [/Invalid (array|string) length/, 'A length is negative or enormous: print how it is computed.'],
];

function advice({ name, message }: { name: string; message: string }): string {
  const found = remedies.find(([pattern]) => pattern.test(`${name}: ${message}`));
  return (
    found?.[1] ??
    'If the error is meant, check the case in which it is thrown; otherwise print the values on that line.'
  );
}
