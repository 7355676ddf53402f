import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exercise } from '#content/exercise';
import type { RunOutcome, Verdict } from '#lib/verdict';
import type { Runtime } from '#sandbox/runtime';
import { outcomesOf, type Outcome } from './outcomes.ts';

/** What every runtime is tried with. A family that a runtime does not know is skipped with the reason. */
export const families = [
  'endless loop',
  'allocation bomb',
  'syntax error',
  'error that is thrown',
  'forged result',
  'promise that never settles',
  'huge answer',
] as const;
export type Family = (typeof families)[number];

export type ContractSubject = {
  create: () => Runtime;
  exercise: Exercise;
  /** Name of the learner's file. */
  file: string;
  honest: string;
  wrong: string;
  /** Code for a lesson, and what it prints or the cells it returns. */
  lesson: { source: string; shows: string };
  hostile: Record<Family, { source: string; outcomes: Outcome[] } | { skip: string }>;
};

/** The promises of `Runtime`, kept by every implementation. */
export function runtimeContract(name: string, subject: ContractSubject): void {
  // A runtime ends by itself what hangs; what takes long on a busy machine is starting another child of Python's.
  describe(`the runtime ${name}`, { timeout: 180_000 }, () => {
    let runtime: Runtime;
    beforeAll(async () => {
      runtime = subject.create();
      await runtime.boot();
    }, 180_000);
    afterAll(() => runtime.dispose());

    const grade = async (source: string, signal = new AbortController().signal) => {
      const told: number[] = [];
      let testCount = -1;
      const verdict = await runtime.grade({
        exercise: subject.exercise,
        files: { [subject.file]: source },
        mode: 'submit',
        seed: 7,
        onStarted: (count) => (testCount = count),
        onTest: (index) => void told.push(index),
        signal,
      });
      return { verdict, told, testCount };
    };
    const isWell = async (): Promise<void> => {
      const { verdict } = await grade(subject.honest);
      expect(verdict.status).toBe('passed');
    };

    test('passes honest work and tells each test in order', async () => {
      const { verdict, told, testCount } = await grade(subject.honest);
      expect(verdict.status).toBe('passed');
      expect(told).toEqual(Array.from({ length: testCount }, (_, index) => index));
    });

    test('fails wrong work and says what was expected', async () => {
      const { verdict } = await grade(subject.wrong);
      expect(verdict.status).toBe('failed');
      expect(failuresOf(verdict).length).toBeGreaterThan(0);
    });

    test('runs the code of a lesson', async () => {
      const outcome = await runtime.run({ source: subject.lesson.source, signal: new AbortController().signal });
      expect(shownBy(outcome)).toContain(subject.lesson.shows);
    });

    test('a cancelled run frees its place', async () => {
      const ended = await grade(subject.honest, AbortSignal.abort()).then(
        ({ verdict }) => verdict.status,
        (error: unknown) => (error as Error).name,
      );
      expect(['unavailable', 'AbortError']).toContain(ended);
      await isWell();
    });

    for (const family of families) {
      const given = subject.hostile[family];
      if ('skip' in given) {
        test.skip(`${family} (${given.skip})`, () => undefined);
        continue;
      }
      test(`${family}: is told to the learner, and the next submission passes`, async () => {
        const { verdict } = await grade(given.source);
        expect(
          outcomesOf(verdict).filter((word) => given.outcomes.includes(word)),
          JSON.stringify(verdict).slice(0, 300),
        ).not.toEqual([]);
        await isWell();
      });
    }
  });
}

function failuresOf(verdict: Verdict): string[] {
  return 'tests' in verdict
    ? verdict.tests.filter(({ status }) => status === 'failed').map((one) => one.message ?? '')
    : [];
}

function shownBy(outcome: RunOutcome): string {
  if (outcome.status !== 'ran') return JSON.stringify(outcome);
  return outcome.console + JSON.stringify(outcome.grid?.rows ?? []);
}
