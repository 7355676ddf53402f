import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJavascriptRuntime, type JavascriptRuntime } from '#sandbox/javascript/runtime';
import { gradeWith, honestSumAndRetry, sumAndRetry } from './exercises.ts';
import border from './hostile-border.json' with { type: 'json' };
import cases from './hostile-cases.json' with { type: 'json' };
import { outcomesOf } from './outcomes.ts';
import { patiently, residentMb, tree } from './processes.ts';

/** What three children hold at rest, each with what it may keep. At work each may hold 400 MB. */
const restMbMax = 900;

/** What the cases write, had they a way out of the isolate: each names its file itself, so that others' files do not count. */
const escaped = [...new Set([...cases, ...border].flatMap(({ code }) => code.match(/\/tmp\/evil[\w.-]*/g) ?? []))];
const there = (): string[] => escaped.filter((file) => fs.existsSync(file));
const thereBefore = new Set(there());

// The weakest walls that are allowed: no namespaces; another user only where we are root.
describe('hostile submissions behind the weakest walls', { timeout: 60_000 }, () => {
  let runtime: JavascriptRuntime;
  beforeAll(async () => {
    runtime = createJavascriptRuntime({ children: 3, namespaces: false });
    await runtime.boot();
  });
  afterAll(() => runtime.dispose());

  for (const { id, code, outcome, why } of [...cases, ...border]) {
    test.concurrent(`${id}: ${why || 'an honest submission'}`, async () => {
      const { verdict } = await gradeWith(runtime, sumAndRetry, code);
      const described = verdict.status === 'errored' ? `${verdict.status} ${verdict.reason}` : verdict.status;
      expect(
        outcomesOf(verdict).filter((word) => outcome.includes(word)),
        described,
      ).not.toEqual([]);
      const { verdict: next } = await gradeWith(runtime, sumAndRetry, honestSumAndRetry);
      expect(next.status).toBe('passed');
      expect(there().filter((file) => !thereBefore.has(file))).toEqual([]);
    });
  }

  test('after all of them the children hold little', async () => {
    await expect.poll(() => runtime.status(), patiently).toMatchObject({ children: 3, idle: 3 });
    const resident = runtime.pids().flatMap(tree).map(residentMb);
    expect(resident.reduce((sum, mb) => sum + mb, 0)).toBeLessThan(restMbMax);
  });
});
