import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJavascriptRuntime, type JavascriptRuntime } from '#sandbox/javascript/runtime';

let runtime: JavascriptRuntime;
beforeAll(async () => {
  runtime = createJavascriptRuntime({ children: 1 });
  await runtime.boot();
});
afterAll(() => runtime.dispose());

async function printed(source: string): Promise<string> {
  const outcome = await runtime.run({ source, signal: new AbortController().signal });
  return outcome.status === 'ran' ? outcome.console : JSON.stringify(outcome);
}

describe("the guest's clock", () => {
  test('starts on the first of January 2026 and stands still while code runs', async () => {
    expect(await printed('console.log(new Date().toISOString(), Date.now() === Date.now());')).toBe(
      '2026-01-01T00:00:00.000Z true\n',
    );
  });

  test('jumps to the next timer, in the order of their times', async () => {
    const source = `const start = Date.now(); const at = (name) => () => console.log(name, Date.now() - start);
      setTimeout(at('hour'), 3_600_000); setTimeout(at('second'), 1000); setTimeout(at('also second'), 1000); queueMicrotask(at('now'));`;
    expect(await printed(source)).toBe('now 0\nsecond 1000\nalso second 1000\nhour 3600000\n');
  });

  test('repeats an interval until it is cleared', async () => {
    expect(
      await printed(
        'let n = 0; const id = setInterval(() => { console.log(++n, Date.now() % 10_000); if (n === 3) clearInterval(id); }, 500);',
      ),
    ).toBe('1 500\n2 1000\n3 1500\n');
  });

  test('a cleared timeout never fires', async () => {
    expect(
      await printed(
        'const id = setTimeout(() => console.log("no"), 5); setTimeout(() => console.log("yes"), 9); clearTimeout(id);',
      ),
    ).toBe('yes\n');
  });

  test('runs what a timer resolves before it goes on', async () => {
    const source = `const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      (async () => { await sleep(10); console.log('a', Date.now() % 1000); await sleep(10); console.log('b', Date.now() % 1000); })();
      setTimeout(() => console.log('c', Date.now() % 1000), 15);`;
    expect(await printed(source)).toBe('a 10\nc 15\nb 20\n');
  });

  test('a loop that waits for the time to pass ends', async () => {
    expect(await printed('const end = Date.now() + 20; while (Date.now() < end); console.log("done");')).toBe('done\n');
  });

  test('Date is a Date in every other way', async () => {
    const source = `class Day extends Date {} console.log(new Day(0) instanceof Date, new Date(2020, 1, 2).getTime(), typeof Date(), Date.UTC(2020, 1), new Date().constructor === Date, Date.length);`;
    expect(await printed(source)).toBe('true 1580601600000 string 1580515200000 true 7\n');
  });

  test('an error in a timer ends the run and is told', async () => {
    expect(await printed('setTimeout(() => { throw new Error("in a timer") }, 1);')).toContain('in a timer');
  });
});
