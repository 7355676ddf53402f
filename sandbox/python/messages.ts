import type { Answer } from '../javascript/session.ts';
import { shorten } from '../literal.ts';
import { pythonLine } from './literal.ts';
import { driverFile, explain, inPlace, placeOf, words, type Circumstances, type Explanation } from '../messages.ts';

/** What a learner of Python is told about an answer that is not a value. Limits read the same in every language. */
export function explainPython(answer: Answer, circumstances: Circumstances): Explanation {
  const { file, asked } = circumstances;
  const what = typeof asked === 'object' ? shorten(asked.call, 120) : 'Your code';
  switch (answer.kind) {
    case 'threw': {
      const at = placeOf(answer.error.stack, file);
      const isOfDriver = at === undefined && answer.error.stack.startsWith(`${driverFile}:`);
      if (asked === 'driver' && isOfDriver) {
        return {
          reason: 'threw',
          message: `The test's own code raised ${words(answer.error)}, probably because your code returned or raised something else than the task says.`,
        };
      }
      return {
        reason: 'threw',
        message: `Your code raised ${withStop(words(answer.error), inPlace(at))} ${advice(answer.error)}`,
        ...(at && { at }),
      };
    }
    case 'no-answer':
      return {
        reason: 'no-answer',
        message: `${what} never answers: it awaits something that nothing is left to finish. Check that every future gets a result and every event is set.`,
      };
    case 'not-thrown':
      return { message: `${what} should have raised an error, and returned ${pythonLine(answer.value, 200)}.` };
    case 'missing':
      return missing(answer.names, answer.exported, file);
    default:
      return explain(answer, circumstances);
  }
}

/** Many of Python's messages end with a question or a full stop of their own. */
const withStop = (said: string, place: string): string =>
  place === '' && /[.?!]$/.test(said) ? said : `${said}${place}.`;

function missing(names: string[], defined: string[], file: string): Explanation {
  const list = names.map((name) => `\`${name}\``).join(' and ');
  if (names.some((name) => defined.includes(name))) {
    return { message: `${file} has ${list}, but not as a function. Define it with \`def ${names[0]}(…):\`.` };
  }
  const have =
    defined.length === 0 ? 'It defines nothing.' : `It defines ${defined.map((name) => `\`${name}\``).join(', ')}.`;
  return {
    message: `${file} does not define ${list}. ${have} Check the spelling, and that the \`def\` stands at the left margin.`,
  };
}

/** What helps with the errors that people meet most. Python's own words stand before it. */
const remedies: [RegExp, string][] = [
  [/^ModuleNotFoundError/, 'Only the standard library can be imported here.'],
  [/^ImportError/, 'Check the spelling; only the standard library can be imported here.'],
  [/^NameError/, 'Check the spelling, or define it above the line that uses it.'],
  [/^RecursionError/, 'The function calls itself without an end: check the case in which it has to stop.'],
  [/^RuntimeError: can't start new thread/, 'There are no threads here; asyncio is what runs things side by side.'],
  [/^EOFError/, 'Nobody types here: input() has nothing to read. Use the arguments of the function.'],
  [/^KeyError/, 'That key is not in the dict: print the dict just before that line, or use .get().'],
  [/^IndexError/, 'The list is shorter than that: print its length just before that line.'],
  [
    /'NoneType' object|object has no attribute/,
    'Print that value just before that line: it is something else than expected.',
  ],
  [/positional argument|keyword argument/, 'Compare the parameters of your function with those that the task names.'],
  [
    /^(PermissionError|OSError|ConnectionError|BlockingIOError)/,
    'There is no network and no machine around this code.',
  ],
];

function advice({ name, message }: { name: string; message: string }): string {
  const found = remedies.find(([pattern]) => pattern.test(`${name}: ${message}`));
  return (
    found?.[1] ??
    'If the error is meant, check the case in which it is raised; otherwise print the values on that line.'
  );
}
