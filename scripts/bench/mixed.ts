import { gradeSubmission } from '#sandbox/client';
import { seededRandom } from '#sandbox/random';
import { passed } from './grading.ts';
import type { Subject } from './kinds.ts';
import { peakMemoryMb, treeMemoryMb } from './memory.ts';
import { percentile } from './statistics.ts';

export type MixedReport = {
  runs: number;
  hostile: number;
  inFlight: number;
  perSecond: number;
  alone: Timing;
  besideHostile: Timing;
  memoryMb: { before: number; peak: number; after: number };
};
export type Timing = { p50Ms: number; p99Ms: number };

const module = 'bench-small-module';
const hostileShare = 0.05;

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
  honest: Subject[],
  { runs, inFlight, pid }: { runs: number; inFlight: number; pid: number },
): Promise<MixedReport> {
  for (const subject of honest) await passed(subject.exercise, subject.files, 'run', 'warm');
  const before = treeMemoryMb(pid) ?? 0;
  const { timing: alone } = await play(honest, { runs: Math.ceil(runs / 4), inFlight, share: 0 });
  const { result, peakMb } = await peakMemoryMb(pid, () => play(honest, { runs, inFlight, share: hostileShare }));
  const after = treeMemoryMb(pid) ?? 0;
  const { timing: besideHostile, bad, seconds } = result;
  return {
    runs,
    hostile: bad,
    inFlight,
    perSecond: runs / seconds,
    alone,
    besideHostile,
    memoryMb: { before, peak: peakMb, after },
  };
}

async function play(
  honest: Subject[],
  { runs, inFlight, share }: { runs: number; inFlight: number; share: number },
): Promise<{ timing: Timing; bad: number; seconds: number }> {
  const random = seededRandom(7);
  // The order is drawn before anything runs, so that it is the same however long each takes.
  const order = Array.from({ length: runs }, () =>
    share > 0 && random.int(1, Math.round(1 / share)) === 1 ? random.pick(hostile) : random.pick(honest),
  );
  const tookMs: number[] = [];
  let bad = 0;
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async (_, worker) => {
      for (let index = next++; index < order.length; index = next++) {
        const one = order[index]!;
        const startedMs = performance.now();
        if (typeof one === 'string') {
          bad++;
          await mustNotPass(one, `mixed-${worker}`);
        } else {
          await passed(one.exercise, one.files, 'run', `mixed-${worker}`);
          tookMs.push(performance.now() - startedMs);
        }
      }
    }),
  );
  const timing = { p50Ms: percentile(tookMs, 50), p99Ms: percentile(tookMs, 99) };
  return { timing, bad, seconds: (performance.now() - began) / 1000 };
}

async function mustNotPass(source: string, learner: string): Promise<void> {
  const request = { exercise: module, files: { 'solution.ts': source }, mode: 'run' as const, learner, guest: false };
  for await (const event of gradeSubmission(request, new AbortController().signal)) {
    if (event.type === 'verdict' && event.verdict.status === 'passed') throw new Error('a hostile submission passed');
  }
}
