import type { Answer } from '../javascript/session.ts';
import { shorten } from '../literal.ts';
import { pythonLine } from './literal.ts';
import {
  driverFile,
  explain,
  inPlace,
  placeOf,
  placeWords,
  words,
  type Circumstances,
  type Explanation,
} from '../messages.ts';

/** What a learner of Python is told about an answer that is not a value. Limits read the same in every language. */
export function explainPython(answer: Answer, circumstances: Circumstances): Explanation {
  const { file, asked, phase } = circumstances;
  const what = typeof asked === 'object' ? shorten(asked.call, 120) : 'Your code';
  switch (answer.kind) {
    case 'syntax': {
      const { message, line, column } = answer;
      const at = { file, line, ...(column === undefined ? {} : { column }) };
      return {
        reason: 'syntax',
        message: `${file} cannot be read at ${placeWords(at)}: ${withStop(message, '')} ${syntaxAdvice(message, phase)}`,
        at,
      };
    }
    case 'threw': {
      const at = placeOf(answer.error.stack, file);
      const isOfDriver = at === undefined && answer.error.stack.startsWith(`${driverFile}:`);
      if (asked === 'driver' && isOfDriver) {
        return {
          reason: 'threw',
          message: `The test's own code raised ${said(answer.error)}, probably because your code returned or raised something else than the task says.`,
        };
      }
      return {
        reason: 'threw',
        message: `Your code raised ${withStop(said(answer.error), inPlace(at))} ${advice(answer.error, phase, at !== undefined)}`,
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

/** Python's words, without the advice that Pyodide gives to people who may load packages. */
const said = ({ name, message }: { name: string; message: string }): string =>
  words({ name, message: message.replace(/(\\n|\s)*On Pyodide you must[^"]*/, '') });

/** Many of Python's messages end with a question or a full stop of their own. */
const withStop = (words: string, place: string): string =>
  place === '' && /[.?!]$/.test(words) ? words : `${words}${place}.`;

/** A lesson's code is a program: nobody calls its functions, or hands them anything. */
const lessonRemedies: [RegExp, string][] = [
  [/'await' outside|'async (with|for)' outside/, 'Put it into an `async def main()`, and call `asyncio.run(main())`.'],
  [/^EOFError/, 'Nobody types here: input() has nothing to read. Write the value into the code.'],
  [/^(SystemExit|Exit)\b/, 'The code ended itself with a code that says that something failed.'],
];

const lessonRemedyOf = (words: string, phase: Circumstances['phase']): string | undefined =>
  phase === 'run' ? lessonRemedies.find(([pattern]) => pattern.test(words))?.[1] : undefined;

const syntaxRemedies: [RegExp, string][] = [
  [/^TabError/, 'Indent with spaces alone, four for each level.'],
  [
    /^IndentationError/,
    'The lines of one block begin in the same column, four spaces further in than the line that opens it.',
  ],
  [
    /'await' outside|'async (with|for)' outside/,
    'Put it into an `async def`; the tests await the functions that they call.',
  ],
  [/'return' outside function|'yield' outside function/, 'Indent that line, so that it belongs to its function.'],
  [/invalid non-printable character/, 'Delete that character and type it anew: it came in with a copy from elsewhere.'],
  [/invalid character '[“”„‘’]'/, 'Write straight quotes: these came in with a copy from elsewhere.'],
  [/Did you mean|Perhaps you|Maybe you/, 'Change that line.'],
];

const syntaxAdvice = (message: string, phase: Circumstances['phase']): string =>
  lessonRemedyOf(message, phase) ??
  syntaxRemedies.find(([pattern]) => pattern.test(message))?.[1] ??
  'Look at that line and at the end of the one before it.';

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
  [
    /^ModuleNotFoundError: No module named '_multiprocessing'/,
    'There are no processes here; asyncio is what runs things side by side.',
  ],
  [
    /^ModuleNotFoundError: No module named '(curses|dbm|grp|idlelib|pwd|readline|resource|syslog|termios|tkinter|turtle|venv)\b/,
    'That part of the standard library needs a screen, a terminal or a machine, and none is around this code.',
  ],
  [
    /^ModuleNotFoundError: No module named '(requests|httpx|aiohttp|urllib3|boto3)\b/,
    'Only the standard library can be imported here, and there is no network: use what the task hands to your function.',
  ],
  [/^ModuleNotFoundError/, 'Check the spelling; only the standard library can be imported here.'],
  [/^ImportError/, 'Check the spelling; only the standard library can be imported here.'],
  [/^UnboundLocalError/, 'A name that a function assigns is its own in the whole function: give it a value first.'],
  [/^NameError/, 'Check the spelling, or define it above the line that uses it.'],
  [/'coroutine' object/, 'Write `await` before the call that made the coroutine.'],
  [/^RuntimeError: asyncio\.run\(\)/, 'The tests run your coroutine already: await the other one in it.'],
  [/^RecursionError/, 'The function calls itself without an end: check the case in which it has to stop.'],
  [/^RuntimeError: can't start new thread/, 'There are no threads here; asyncio is what runs things side by side.'],
  [
    /^RuntimeError: (unreachable|memory access|null function|table index)/,
    'That stopped the interpreter itself: look for os.abort() or ctypes, or for one call that builds something enormous.',
  ],
  [/^(SystemExit|Exit)\b/, 'Nothing is to end the program here: return from the function, and take the exit out.'],
  [/^EOFError/, 'Nobody types here: input() has nothing to read. Use the arguments of the function.'],
  [/^KeyError/, 'That key is not in the dict: print the dict just before that line, or use .get().'],
  [/^IndexError/, 'The list is shorter than that: print its length just before that line.'],
  [/^ZoneInfoNotFoundError/, 'There is no list of time zones here: use datetime.timezone, such as timezone.utc.'],
  [
    /module 'hashlib' has no attribute '(pbkdf2_hmac|scrypt)'/,
    'That function comes with OpenSSL, which is not here; the hashes themselves and hmac are.',
  ],
  [
    /'NoneType' object|object has no attribute|object is not (subscriptable|iterable|callable)|unsupported operand/,
    'Print that value just before that line: it is something else than expected.',
  ],
  [/positional argument|keyword argument/, 'Compare the arguments of that call with the parameters of the function.'],
  [
    /^(PermissionError|OSError|ConnectionError|BlockingIOError)/,
    'There is no network and no machine around this code.',
  ],
];

function advice(
  { name, message }: { name: string; message: string },
  phase: Circumstances['phase'],
  hasPlace: boolean,
): string {
  const ofLesson = lessonRemedyOf(`${name}: ${message}`, phase);
  if (ofLesson !== undefined) return ofLesson;
  // No line of theirs was reached: it was the test's call that did not fit.
  if (!hasPlace && /positional argument|keyword argument/.test(message)) {
    return 'Compare the parameters of your function with those that the task names.';
  }
  const found = remedies.find(([pattern]) => pattern.test(`${name}: ${message}`));
  return (
    found?.[1] ??
    'If the error is meant, check the case in which it is raised; otherwise print the values on that line.'
  );
}
