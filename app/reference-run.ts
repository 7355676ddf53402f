import { setTimeout as pause } from 'node:timers/promises';
import { exerciseSecrets, type ExercisePage } from '#content/load';
import { oncePerProcess } from '#lib/once-per-process';
import type { LearnerFiles } from '#lib/verdict';
import { sandboxHealth } from '#sandbox/client';
import { grade } from './grading.ts';

/** What a run of all tests took. `memoryKb` is null where the runtime does not tell. */
export type RunCost = { durationMs: number; memoryKb: number | null };

/** Kinds in which the same tests run the learner's code and the reference alike. */
const comparedKinds: ExercisePage['kind'][] = ['code', 'http', 'sql'];
/** The middle one of several, because the first of them meets cold caches. */
const runCount = 3;
const idleChecksMax = 40;
const idleCheckMs = 500;

type Known = { costs: Map<string, Promise<RunCost | null>>; last: Promise<unknown> };

/**
 * What the reference solution takes for the tests that a learner's file has passed, measured on this server once for
 * each version of an exercise. Waits until nobody is being graded, and measures one exercise at a time; null where that
 * moment does not come, or there is nothing to compare with. Never part of a verdict.
 */
export function referenceRun(
  page: ExercisePage,
  file: string,
  wait: (ms: number) => Promise<unknown> = pause,
): Promise<RunCost | null> {
  const source = exerciseSecrets(page.id)?.solution[file];
  if (!comparedKinds.includes(page.kind) || source === undefined) return Promise.resolve(null);
  const known = oncePerProcess<Known>('reference runs', () => ({ costs: new Map(), last: Promise.resolve() }));
  const key = `${page.id} ${page.contentHash} ${file}`;
  const before = known.costs.get(key);
  if (before) return before;
  const cost = known.last.then(() => measure(page.id, { [file]: source }, wait));
  known.last = cost.catch(() => undefined);
  known.costs.set(key, cost);
  const forget = () => known.costs.delete(key);
  cost.then((found) => found ?? forget(), forget);
  return cost;
}

async function measure(
  exercise: string,
  files: LearnerFiles,
  wait: (ms: number) => Promise<unknown>,
): Promise<RunCost | null> {
  const costs: RunCost[] = [];
  for (let run = 0; run < runCount; run += 1) {
    if (!(await isIdle(wait))) return null;
    // Not counted among guests, so that it takes none of the places that guests have.
    const job = { exercise, files, mode: 'submit', learner: 'reference', guest: false } as const;
    for await (const event of grade(job, new AbortController().signal)) {
      if (event.type !== 'verdict') continue;
      if (event.verdict.status !== 'passed') return null;
      costs.push({ durationMs: event.verdict.durationMs, memoryKb: event.verdict.memoryKb ?? null });
    }
  }
  return costs.sort((a, b) => a.durationMs - b.durationMs)[Math.floor(costs.length / 2)] ?? null;
}

/** Resolves to true once nobody is being graded or waits for it. */
async function isIdle(wait: (ms: number) => Promise<unknown>): Promise<boolean> {
  for (let check = 0; check < idleChecksMax; check += 1) {
    const sandbox = await sandboxHealth();
    if (sandbox.state === 'ready' && sandbox.health.queue.running + sandbox.health.queue.waiting === 0) return true;
    await wait(idleCheckMs);
  }
  return false;
}
