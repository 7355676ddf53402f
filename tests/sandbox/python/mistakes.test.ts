import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPythonRuntime, type PythonRuntime } from '#sandbox/python/runtime';
import { gradePython, pythonExercise, resultsOf } from './exercises.ts';

/** What people write by mistake, and what they are to read: what happened, in which line of theirs, what to try. */
describe('mistakes in Python', { timeout: 180_000 }, () => {
  let runtime: PythonRuntime;
  beforeAll(async () => {
    runtime = createPythonRuntime({ children: 1 });
    await runtime.boot();
  }, 180_000);
  afterAll(() => runtime.dispose());

  const echo = `test('t', async ({ call }) => { expect(await call('echo', 1)).toBe(1); });`;
  // Some of these import a large part of the library, for which a busy machine takes its time.
  const limits = { testMs: 5000, runMs: 10_000 };
  const grade = (source: string, tests = echo) => gradePython(runtime, pythonExercise({ tests, limits }), source);
  const only = async (source: string, tests = echo) => {
    const [result] = resultsOf(await grade(source, tests)).values();
    if (result === undefined) throw new Error('there is no test');
    return result;
  };
  const inEcho = (...lines: string[]) => ['def echo(value):', ...lines.map((line) => `    ${line}`)].join('\n');

  test.each([
    [
      'a colon that is missing',
      'def echo(value)\n    return value',
      1,
      /SyntaxError: expected ':'\. Look at that line/,
    ],
    ['tabs among spaces', 'def echo(v):\n\tif v:\n        return 1', 3, /TabError: .*\. Indent with spaces alone/],
    ['an unexpected indent', inEcho('a = 1', '  b = 2'), 3, /IndentationError: .*\. The lines of one block/],
    [
      'await outside',
      'import asyncio\nawait asyncio.sleep(1)',
      2,
      /'await' outside function\. Put it into an `async def`/,
    ],
    ['a space that does not break', 'def echo(v):\n\u00a0   return v', 2, /U\+00A0\. Delete that character/],
    ['curly quotes', inEcho('return “a”'), 2, /U\+201C\)\. Write straight quotes/],
    ['the print of Python 2', inEcho('print "a"'), 2, /Did you mean print\(\.\.\.\)\? Change that line\.$/],
  ])('%s is told with its line', async (_name, source, line, message) => {
    const verdict = await grade(source);
    expect(verdict).toMatchObject({ status: 'errored', reason: 'syntax', at: { file: 'solution.py', line } });
    expect(verdict).toHaveProperty('message', expect.stringMatching(message));
    expect(verdict).toHaveProperty('message', expect.stringMatching(`^solution\\.py cannot be read at line ${line}`));
  });

  test.each([
    ['a package', 'import requests', 1, /'requests' in line 1\. Only the standard library.*no network/],
    ['a module that needs a screen', 'import tkinter', 1, /'tkinter' in line 1\. That part of the standard library/],
    ['a module with a wrong name', 'import jsno', 1, /'jsno' in line 1\. Check the spelling/],
    ['input', inEcho('return input()'), 2, /EOFError.*in line 2\. Nobody types here/],
    ['an exit', `import sys\n${inEcho('sys.exit(1)')}`, 3, /SystemExit: 1 in line 3\. Nothing is to end the program/],
    ['a thread', inEcho('import threading', 'threading.Thread().start()'), 3, /There are no threads here; asyncio/],
    ['processes', inEcho('import multiprocessing', 'multiprocessing.Pool(2)'), 3, /There are no processes here/],
    ['a subprocess', inEcho('import subprocess', 'subprocess.run(["ls"])'), 3, /no network and no machine/],
    [
      'an await that is missing',
      `async def a(): return [1]\n${inEcho('return a()[0]')}`,
      3,
      /Write `await` before the call/,
    ],
    [
      'an assignment that hides a name',
      `n = 0\n${inEcho('n += 1', 'return n')}`,
      3,
      /UnboundLocalError.*give it a value first/,
    ],
    [
      'a helper called with too little',
      `def help(a, b): return a\n${inEcho('return help(1)')}`,
      3,
      /arguments of that call/,
    ],
    [
      'a time zone',
      inEcho('from zoneinfo import ZoneInfo', 'return str(ZoneInfo("Europe/Berlin"))'),
      3,
      /key Europe\/Berlin\. *" in line 3\. There is no list of time zones here/,
    ],
  ])('%s is told with its line and what to try', async (_name, source, line, message) => {
    const verdict = await grade(source);
    expect(verdict).toMatchObject({ status: 'errored', reason: 'threw', at: { file: 'solution.py', line } });
    expect(verdict).toHaveProperty('message', expect.stringMatching(message));
  });

  test('a call of the test that does not fit has no line of theirs, and names the task', async () => {
    const verdict = await grade('def echo(): return 1');
    expect(verdict).toMatchObject({ status: 'errored', reason: 'threw' });
    expect(verdict).not.toHaveProperty('at');
    expect(verdict).toHaveProperty(
      'message',
      expect.stringMatching(/Compare the parameters of your function with those that the task/),
    );
  });

  test.each([
    [
      'a coroutine',
      'async def a(): return 1\ndef echo(v): return [a()]',
      /\[0\] is a coroutine, because nobody awaited/,
    ],
    [
      'a task',
      'import asyncio\nasync def echo(v): return asyncio.ensure_future(asyncio.sleep(1))',
      /is a Task: await it/,
    ],
    ['a duration', `import datetime\n${inEcho('return datetime.timedelta(1)')}`, /a timedelta: total_seconds\(\)/],
    ['a date', `import datetime\n${inEcho('return datetime.date(2026, 1, 1)')}`, /a date: isoformat\(\)/],
    ['a Decimal', `import decimal\n${inEcho('return decimal.Decimal(1)')}`, /a Decimal: str\(\) or float\(\)/],
    ['a member of an enum', `import enum\nclass C(enum.Enum): A = 1\n${inEcho('return C.A')}`, /a C: its \.value/],
    ['an id', `import uuid\n${inEcho('return uuid.UUID(int=1)')}`, /is a UUID: str\(\) makes a str/],
    ['a path', `import pathlib\n${inEcho('return pathlib.PurePosixPath("/a")')}`, /a PurePosixPath: str\(\)/],
    ['a deque', `import collections\n${inEcho('return collections.deque()')}`, /a deque: list\(\)/],
    ['the items of a dict', inEcho('return {"a": 1}.items()'), /a dict_items: list\(\)/],
    ['a read-only mapping', `import types\n${inEcho('return types.MappingProxyType({})')}`, /a mappingproxy: dict\(\)/],
    ['a function', inEcho('return echo'), /a function: call it, with parentheses/],
    ['an error', inEcho('return ValueError("no")'), /a ValueError: raise it/],
    ['an infinity', inEcho('return [-float("inf")]'), /\[0\] is -inf/],
  ])('%s as an answer is explained', async (_name, source, message) => {
    expect(await only(source)).toMatchObject({ status: 'failed', message: expect.stringMatching(message) as string });
  });

  test('zero without a sign, a tuple, a named tuple, a defaultdict and an IntEnum are plain data', async () => {
    const source = `
import collections, enum
class Level(enum.IntEnum):
    LOW = 1
def echo(value):
    seen = collections.defaultdict(list)
    seen["a"].append(collections.namedtuple("Pair", "x y")(1, -0.0))
    return [seen, (Level.LOW,)]`;
    const tests = `test('t', async ({ call }) => { expect(await call('echo', 1)).toEqual([{ a: [[1, 0]] }, [1]]); });`;
    expect((await only(source, tests)).status).toBe('passed');
  });

  test('a coroutine that nobody awaits is told in one line, without costing the test its time', async () => {
    const source = 'async def save(v): return v\nasync def echo(v):\n    save(v)\n    return v\n';
    expect(await only(source)).toMatchObject({
      status: 'passed',
      console: "solution.py, line 3: RuntimeWarning: coroutine 'save' was never awaited\n",
    });
  });

  test('a group of errors tells what is in it, and points to where the first arose', async () => {
    const source = `
import asyncio
async def save(n):
    raise KeyError("price")
async def echo(value):
    async with asyncio.TaskGroup() as group:
        group.create_task(save(value))
`;
    const result = await only(source);
    expect(result).toMatchObject({ status: 'errored', at: { line: 4 } });
    expect(result.message).toMatch(
      /ExceptionGroup: unhandled errors in a TaskGroup \(1 sub-exception\): KeyError: 'price' in line 4/,
    );
    expect(result.console).toMatch(/line 6, in echo.*line 4, in save.*KeyError: 'price'/s);
  });

  test('a cause is shown before what it caused, frames of the library are not', async () => {
    const source = `
import json
def echo(value):
    try:
        return json.loads("{")
    except ValueError as error:
        raise LookupError("no such price") from error
`;
    const result = await only(source);
    expect(result).toMatchObject({ status: 'errored', at: { line: 7 } });
    expect(result.console).toMatch(
      /line 5, in echo.*JSONDecodeError.*direct cause.*line 7, in echo.*LookupError: no such price\n$/s,
    );
    expect(result.console).not.toContain('json/');
  });

  test('a chain of many errors keeps its end', async () => {
    const source = `
def dig(n):
    try:
        dig(n - 1) if n else [][0]
    except LookupError as error:
        raise KeyError(n) from error
def echo(value): dig(100)
`;
    expect((await only(source)).console).toMatch(/^….*KeyError: 100\n$/s);
  });

  test('files of other editors are read: a byte order mark, Windows line ends, tabs, names in any alphabet', async () => {
    const source =
      '\ufeff"""größe"""\r\ndef echo(größe):\r\n\tif __name__ == "__main__":\r\n\t\traise SystemExit\r\n\treturn größe\r\n';
    expect((await grade(source)).status).toBe('passed');
  });

  test('type hints may name what comes later', async () => {
    const source =
      'class Node:\n    def next(self) -> Leaf: ...\nclass Leaf(Node): ...\ndef echo(value: Node | Leaf) -> "Missing": return value';
    expect((await grade(source)).status).toBe('passed');
  });

  test.each([
    ['await outside', 'import asyncio\nawait asyncio.sleep(1)', /line 2, column 1: .*`asyncio\.run\(main\(\)\)`/],
    ['input', 'name = input()', /EOFError.*in line 1\. .*Write the value into the code/],
    [
      'an exit that says that something failed',
      'raise SystemExit(2)',
      /SystemExit: 2 in line 1\. The code ended itself/,
    ],
  ])('in a lesson, %s is told as of a program', async (_name, source, message) => {
    const outcome = await runtime.run({ source, signal: new AbortController().signal });
    expect(outcome).toMatchObject({ status: 'errored', message: expect.stringMatching(message) as string });
  });

  test('in a lesson, a program that ends itself in peace has run', async () => {
    const source = 'import sys\nif __name__ == "__main__":\n    print("done")\n    sys.exit(0)\nprint("never")';
    const outcome = await runtime.run({ source, signal: new AbortController().signal });
    expect(outcome).toMatchObject({ status: 'ran', console: 'done\n' });
  });

  test('a loop that catches everything ends by the clock', async () => {
    const source = inEcho('while True:', '    try:', '        while True: pass', '    except BaseException: pass');
    const exercise = pythonExercise({ tests: echo });
    expect(await gradePython(runtime, exercise, source)).toMatchObject({ status: 'errored', reason: 'time-limit' });
  });
});
