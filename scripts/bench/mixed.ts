import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '#sandbox/random';
import type { Subject } from './kinds.ts';
import { memoryOf, peakMemory, type MemoryMb } from './memory.ts';
import type { Sandbox } from './sandbox.ts';
import { percentile } from './statistics.ts';

export type MixedReport = {
  runs: number;
  hostile: number;
  inFlight: number;
  perSecond: number;
  /** Honest submissions that met a limit, which only a machine that is far too busy makes them do. */
  honestNotPassed: number;
  alone: Timing;
  besideHostile: Timing;
  /** Before: every kind has run, so that all that starts with the first use has started. */
  memory: { before: MemoryMb; peak: MemoryMb; after: MemoryMb };
};
export type Timing = { p50Ms: number; p99Ms: number };

const module = 'bench-small-module';
const hostileShare = 0.05;
/**
 * Children that were replaced start anew, databases that were given up are dropped, and a further Python child leaves
 * after an idle minute.
 */
const settleMs = 90_000;

/** What people try, by accident or not: each has to be ended by a limit, and most cost a child. */
const hostile = [
  'export const paginate = () => { for (;;); };',
  'export const paginate = () => { const list = []; for (;;) list.push(new Array(1000).fill(list.length)); };',
  'export const paginate = () => { let n = 3n; for (;;) n = n * n; };',
  "export const paginate = () => { for (;;) console.log('x'.repeat(10_000)); };",
  "export const paginate = () => 'x'.repeat(1e8);",
  'export const paginate = () => { const m = new Map(); for (let i = 0; ; i++) m.set(i, i); };',
  'export const paginate = () => new Promise(() => setTimeout(paginate, 0));',
  'while (true) {}',
];

/** Honest work of all kinds in a fixed order of chance, first alone, then with one in twenty that means no good. */
export async function benchMixed(
  sandbox: Sandbox,
  honest: Subject[],
  { runs, inFlight, pid }: { runs: number; inFlight: number; pid: number },
): Promise<MixedReport> {
  // As often as to give each child its turn.
  for (let turn = 0; turn < 5; turn++) {
    await Promise.all(
      honest.map(({ exercise, files }) => sandbox.grade({ exercise, files, mode: 'run', learner: `warm-${exercise}` })),
    );
  }
  await delay(settleMs);
  const before = memoryOf(pid);
  const { timing: alone, notPassed } = await play(sandbox, honest, { runs: Math.ceil(runs / 4), inFlight, share: 0 });
  const { result, peak } = await peakMemory(pid, () => play(sandbox, honest, { runs, inFlight, share: hostileShare }));
  await delay(settleMs);
  const after = memoryOf(pid);
  const { timing: besideHostile, bad, seconds } = result;
  return {
    runs,
    hostile: bad,
    honestNotPassed: notPassed + result.notPassed,
    inFlight,
    perSecond: runs / seconds,
    alone,
    besideHostile,
    memory: { before, peak, after },
  };
}

async function play(
  sandbox: Sandbox,
  honest: Subject[],
  { runs, inFlight, share }: { runs: number; inFlight: number; share: number },
): Promise<{ timing: Timing; bad: number; notPassed: number; seconds: number }> {
  const random = seededRandom(7);
  // The order is drawn before anything runs, so that it is the same however long each takes.
  const order = Array.from({ length: runs }, () =>
    share > 0 && random.int(1, Math.round(1 / share)) === 1 ? random.pick(hostile) : random.pick(honest),
  );
  const tookMs: number[] = [];
  let bad = 0;
  let notPassed = 0;
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async (_, worker) => {
      const learner = `mixed-${worker}`;
      for (let index = next++; index < order.length; index = next++) {
        const one = order[index]!;
        const startedMs = performance.now();
        if (typeof one === 'string') {
          bad++;
          const files = { 'solution.ts': one };
          const verdict = await sandbox.grade({ exercise: module, files, mode: 'run', learner });
          if (verdict.status === 'passed') throw new Error('a hostile submission passed');
        } else {
          const verdict = await sandbox.grade({ exercise: one.exercise, files: one.files, mode: 'run', learner });
          if (verdict.status !== 'passed') notPassed++;
          tookMs.push(performance.now() - startedMs);
        }
      }
    }),
  );
  const timing = { p50Ms: percentile(tookMs, 50), p99Ms: percentile(tookMs, 99) };
  return { timing, bad, notPassed, seconds: (performance.now() - began) / 1000 };
}
