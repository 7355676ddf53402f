import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createPythonRuntime, type PythonRuntime } from '#sandbox/python/runtime';
import { isRunning } from '../processes.ts';
import { gradePython, pythonExercise, resultsOf } from './exercises.ts';

describe('what a learner of Python is told', { timeout: 180_000 }, () => {
  let runtime: PythonRuntime;
  beforeAll(async () => {
    runtime = createPythonRuntime({ children: 1 });
    await runtime.boot();
  }, 180_000);
  afterAll(() => runtime.dispose());

  const grade = (tests: string, source: string, hidden = '', solution?: string) =>
    gradePython(runtime, pythonExercise({ tests, hidden, ...(solution === undefined ? {} : { solution }) }), source);
  const only = async (tests: string, source: string) => {
    const [result] = resultsOf(await grade(tests, source)).values();
    if (result === undefined) throw new Error('there is no test');
    return result;
  };
  const echo = `test('t', async ({ call }) => { expect(await call('echo', 1)).toEqual('nothing of the kind'); });`;

  test('names, calls and values are written as Python writes them', async () => {
    const result = await only(
      `test('t', async ({ call }) => {
         expect(await call('moveTask', 'a', 2, { done: true, by: null })).toEqual([{ id: 'a', done: true, by: null }]);
       });`,
      'def move_task(name, place, extra): return [{"id": name, "done": False}]',
    );
    expect(result.did).toEqual(['move_task("a", 2, {"done": True, "by": None})']);
    expect(result.expected).toBe('[{"id": "a", "done": True, "by": None}]');
    expect(result.actual).toBe('[{"id": "a", "done": False}]');
  });

  test('values cross in both directions as JSON, tuples as lists', async () => {
    const result = await only(
      `test('t', async ({ call }) => {
         expect(await call('types', [1, 1.5, 'ä😀', true, null, { a: [] }])).toEqual({
           names: ['int', 'float', 'str', 'bool', 'NoneType', 'dict'], pair: [1, [2, 3]], none: null,
         });
       });`,
      'def types(values): return {"names": [type(v).__name__ for v in values], "pair": (1, (2, 3)), "none": None}',
    );
    expect(result.status).toBe('passed');
  });

  test.each([
    ['a set', 'return {"tags": {"a"}}', /\['tags'\] is a set, which has no order: sorted\(\) makes a list of it/],
    ['an integer that JSON would round', 'return [2**53]', /\[0\] is a whole number beyond 2\*\*53/],
    ['NaN', 'return float("nan")', /it is nan, for which JSON has no word/],
    ['a key that is no text', 'return {1: "a"}', /it has the key 1, and only a str can be a key/],
    ['a generator', 'return (x for x in [1])', /it is a generator: list\(\) makes a list of it/],
    ['a list in itself', 'a = []; a.append(a); return a', /contains itself/],
    ['bytes', 'return b"a"', /bytes: decode\(\) makes a str of it/],
  ])('%s as an answer is explained', async (_name, body, message) => {
    const result = await only(echo, `def echo(value):\n    ${body}`);
    expect(result).toMatchObject({ status: 'failed', message: expect.stringMatching(message) as string });
  });

  test('a dataclass as an answer is explained', async () => {
    const source =
      'from dataclasses import dataclass\n@dataclass\nclass Task:\n    id: int\ndef echo(v): return [Task(v)]';
    expect((await only(echo, source)).message).toMatch(/\[0\] is a Task, a dataclass: dataclasses\.asdict\(\)/);
  });

  test('an error tells its line, and its traceback shows the learner’s file alone', async () => {
    const result = await only(echo, 'def inner(v):\n    return v["id"]\n\ndef echo(v):\n    return inner({})\n');
    expect(result).toMatchObject({ status: 'errored', reason: 'threw', at: { file: 'solution.py', line: 2 } });
    expect(result.message).toMatch(/^Your code raised KeyError: 'id' in line 2\./);
    expect(result.console).toMatch(/^Traceback.*line 5, in echo.*line 2, in inner.*KeyError: 'id'\n$/s);
    expect(result.console).not.toMatch(/guest|<exec>/);
  });

  test('a syntax error tells line and column', async () => {
    const verdict = await grade(echo, 'def echo(v):\n    return (v\n');
    expect(verdict).toMatchObject({ reason: 'syntax', at: { file: 'solution.py', line: 2, column: 12 } });
    expect(await grade(echo, 'def echo(v):\nreturn v')).toMatchObject({ reason: 'syntax', at: { line: 2 } });
  });

  test('throws resolves to type, message and own attributes', async () => {
    const result = await only(
      `test('t', async ({ throws }) => {
         expect(await throws('fail', 3)).toEqual({ name: 'TooMany', message: 'no more than 2', limit: 2 });
       });`,
      'class TooMany(Exception):\n    def __init__(self, limit):\n        super().__init__(f"no more than {limit}")\n        self.limit = limit\ndef fail(n): raise TooMany(2)',
    );
    expect(result.status).toBe('passed');
    const calm = await only(
      `test('t', async ({ throws }) => { await throws('fail', 3); });`,
      'def fail(n): return None',
    );
    expect(calm).toMatchObject({
      status: 'failed',
      message: 'fail(3) should have raised an error, and returned None.',
    });
  });

  test('a missing function is told with what there is', async () => {
    expect((await only(echo, 'def ehco(v): return v')).message).toMatch(/does not define `echo`\. It defines `ehco`/);
    expect((await only(echo, 'echo = 3')).message).toMatch(/has `echo`, but not as a function/);
  });

  test('coroutines run on a clock that jumps, and a wait without an end is told', async () => {
    const source = `
import asyncio, time
async def fast(n):
    begin = time.monotonic()
    await asyncio.gather(asyncio.sleep(n), asyncio.sleep(2 * n))
    return round(time.monotonic() - begin)
def blocks(n):
    time.sleep(n)
    return asyncio.run(fast(n))
async def stuck(n):
    await asyncio.Event().wait()
`;
    const tests = `
      test('fast', async ({ call }) => { expect(await call('fast', 3600)).toBe(7200); });
      test('blocks', async ({ call }) => { expect(await call('blocks', 3600)).toBe(7200); });
      test('stuck', async ({ call }) => { expect(await call('stuck', 1)).toBe(1); });
      test('after it', async ({ call }) => { expect(await call('fast', 1)).toBe(2); });`;
    const results = resultsOf(await grade(tests, source));
    expect([...results.values()].map(({ status }) => status)).toEqual(['passed', 'passed', 'errored', 'passed']);
    expect(results.get('stuck')).toMatchObject({ reason: 'no-answer' });
  });

  test('a driver reports what is missing, and is shown as it was written', async () => {
    const tests = `test('t', async ({ evaluate }) => {
      expect(await evaluate({ ts: ({ add }) => add(1), py: \`
        def drive(solution, n):
            return solution.add(n)
      \` }, 2)).toBe(3);
    });`;
    expect((await only(tests, 'def add(n): return n + 2')).did).toEqual([
      'def drive(solution, n):',
      '    return solution.add(n)',
      'with 2',
    ]);
    expect((await only(tests, 'x = 1')).message).toMatch(/does not define `add`/);
  });

  test('a loop ends the run, and what was printed before it is shown', async () => {
    const tests = `
      test('first', async ({ call }) => { expect(await call('echo', 1)).toBe(1); });
      test('second', async ({ call }) => { expect(await call('echo', 2)).toBe(2); });`;
    const verdict = await grade(tests, 'def echo(n):\n    print("n is", n)\n    while True: pass');
    expect(verdict).toMatchObject({ status: 'errored', reason: 'time-limit' });
    expect(resultsOf(verdict).get('first')).toMatchObject({ reason: 'time-limit', console: 'n is 1\n' });
    expect(resultsOf(verdict).get('second')).toMatchObject({ status: 'not-run' });
  });

  test('memory is bounded, and what was freed can be used by the next test', async () => {
    const tests = `
      test('big', async ({ call }) => { expect(await call('big', 1)).toBe(1); });
      test('small', async ({ call }) => { expect(await call('small', 1)).toBe(1); });`;
    const source = 'def big(n):\n    return len([0] * 10**9)\ndef small(n):\n    return n';
    const results = resultsOf(await grade(tests, source));
    expect(results.get('big')).toMatchObject({ status: 'errored', reason: 'memory-limit' });
    expect(results.get('small')).toMatchObject({ status: 'passed' });
  });

  test('endless recursion is an error of theirs, however it is reached', async () => {
    const plain = await only(echo, 'def echo(n): return echo(n)');
    expect(plain).toMatchObject({ status: 'errored', reason: 'threw' });
    expect(plain.message).toMatch(/RecursionError.*calls itself without an end/);
  });

  test('each submission has an interpreter of its own', async () => {
    const tests = `test('t', async ({ call }) => { expect(await call('marks', 1)).toEqual([]); });`;
    const source = `
import builtins, sys
def marks(n):
    found = [name for name in ("mark",) if hasattr(builtins, name) or hasattr(sys, name)]
    builtins.mark = sys.mark = 1
    return found
`;
    expect((await grade(tests, source)).status).toBe('passed');
    expect((await grade(tests, source)).status).toBe('passed');
  });

  test('the reference answers in Python, with random cases of the same seed', async () => {
    const hidden = `test('r', async ({ call, reference, random }) => {
      const n = random.int(1, 1000);
      expect(await call('double', n)).toBe(await reference.call('double', n));
    });`;
    const tests = `test('t', async ({ call }) => { expect(await call('double', 4)).toBe(8); });`;
    const solution = 'def double(n): return 2 * n';
    expect((await grade(tests, solution, hidden, solution)).status).toBe('passed');
    expect((await grade(tests, 'def double(n): return 8', hidden, solution)).status).toBe('failed');
  });

  test('the console is cut, and the code goes on', async () => {
    const source = 'def echo(n):\n    for i in range(10_000): print("line", i)\n    return "nothing of the kind"';
    const result = await only(echo, source);
    expect(result.status).toBe('passed');
    expect(result.console?.split('\n').length).toBeLessThan(510);
    expect(result.console).toMatch(/… and more, left out/);
  });
});

describe('a Python runtime that nobody uses', { timeout: 120_000 }, () => {
  test('starts nothing, and gives up what it started when no job comes', async () => {
    const runtime = createPythonRuntime({ children: 1, idleMs: 1 });
    expect(runtime.pids()).toEqual([]);
    expect(runtime.status()).toEqual({ state: 'not started' });
    const outcome = await runtime.run({ source: 'print(6 * 7)', signal: new AbortController().signal });
    expect(outcome).toMatchObject({ status: 'ran', console: '42\n' });
    await expect.poll(() => runtime.pids(), { timeout: 20_000 }).toEqual([]);
    const again = await runtime.run({ source: 'print("again")', signal: new AbortController().signal });
    expect(again).toMatchObject({ status: 'ran', console: 'again\n' });
    await runtime.dispose();
  });

  test('keeps its child for ten minutes after the last job, and no longer', async () => {
    // Processes are real, and so is their time; only our own timers wait for us.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const runtime = createPythonRuntime({ children: 2 });
    try {
      const run = () => runtime.run({ source: 'print(1)', signal: new AbortController().signal });
      expect(await run()).toMatchObject({ status: 'ran' });
      await vi.advanceTimersByTimeAsync(9 * 60_000);
      expect(runtime.pids()).toHaveLength(1);
      expect(await run()).toMatchObject({ status: 'ran' });
      await vi.advanceTimersByTimeAsync(9 * 60_000);
      expect(runtime.pids()).toHaveLength(1);
      const [pid = 0] = runtime.pids();
      await vi.advanceTimersByTimeAsync(61_000);
      expect(runtime.pids()).toEqual([]);
      await expect.poll(() => isRunning(pid), { timeout: 20_000 }).toBe(false);
    } finally {
      vi.useRealTimers();
      await runtime.dispose();
    }
  });
});
