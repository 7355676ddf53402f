import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPythonRuntime, type PythonRuntime } from '#sandbox/python/runtime';
import { outcomesOf } from '../outcomes.ts';
import { residentMb, tree } from '../processes.ts';
import { gradePython, honestTotalAndRetry, totalAndRetry } from './exercises.ts';
import cases from './hostile-cases.json' with { type: 'json' };

/** One child at its bound, which is what it may be for a moment while it is looked at. */
const serviceMbMax = 900;

const evilFiles = (): string[] => fs.readdirSync('/tmp').filter((name) => /^evil(-from-py|\d)/.test(name));

// The weakest walls that are allowed: no namespaces; another user only where we are root.
describe('hostile Python behind the weakest walls', { timeout: 60_000 }, () => {
  let runtime: PythonRuntime;
  beforeAll(async () => {
    runtime = createPythonRuntime({ children: 1, namespaces: false });
    await runtime.boot();
  }, 120_000);
  afterAll(() => runtime.dispose());

  for (const { id, how, code, outcome, why } of cases) {
    test(`${id}: ${why || 'ends as it should'}`, async () => {
      const verdict =
        how === 'run'
          ? await runtime.run({ source: code, signal: new AbortController().signal })
          : await gradePython(runtime, totalAndRetry, code);
      expect(
        outcomesOf(verdict).filter((word) => outcome.includes(word)),
        JSON.stringify(verdict).slice(0, 500),
      ).not.toEqual([]);
      const next = await gradePython(runtime, totalAndRetry, honestTotalAndRetry);
      expect(next.status).toBe('passed');
      expect(evilFiles()).toEqual([]);
      const residentSum = runtime
        .pids()
        .flatMap(tree)
        .reduce((total, pid) => total + residentMb(pid), 0);
      expect(residentSum).toBeLessThan(serviceMbMax);
    });
  }
});
