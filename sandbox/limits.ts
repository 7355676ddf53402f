import type { ExerciseLimits } from '#content/schema';

/** What one submission may use. An exercise may ask for more time and memory; the rest is the same for all. */
export type Limits = {
  loadMs: number;
  testMs: number;
  runMs: number;
  memoryMb: number;
};

/** An isolate starts in 1 to 5 ms and an honest exercise runs in a few: these leave a slow machine a hundredfold. */
export const defaultLimits: Limits = { loadMs: 500, testMs: 500, runMs: 3000, memoryMb: 64 };

/** What the smallest machine we support (1 GB, one core) can honour. The schema of front matter has the same numbers. */
export const limitCeilings: Limits = { loadMs: 2000, testMs: 5000, runMs: 15_000, memoryMb: 256 };

/**
 * A test or an exploit sends many requests, statements take their time, and locks are waited for. A service loads the
 * web's own objects and its libraries: 8 ms on a quiet machine, and more than 500 on one where ten others want the
 * same core.
 */
const serviceLimits = { loadMs: limitCeilings.loadMs, testMs: 3000, runMs: 15_000 };

/** Characters of JSON that one answer of the learner's code may have. */
export const resultCharsMax = 64 * 1024;

/** Console of a whole submission. */
export const consoleCharsMax = 32 * 1024;
export const consoleLinesMax = 500;

/** Beyond the limit inside the isolate, the child gets this long to report by itself before it is killed. */
export const graceMs = 250;

/** Waiting submissions beyond this are turned away with a time to come back: 200 at 5 to 8 ms each is a second or two. */
export const waitingMax = 200;

/** One learner may have this many waiting; it stops one browser tab from filling the queue. */
export const waitingPerLearnerMax = 4;

/** A child is replaced after this many submissions, so that nothing that leaks can add up. */
export const runsPerChildMax = 200;

/** Resident memory of a child at the default heap; a bigger heap raises it by twice the difference (young generation, copies). */
export const childRssMb = (memoryMb: number): number => 400 + 2 * Math.max(0, memoryMb - defaultLimits.memoryMb);

/**
 * What a child may keep from one submission to the next beyond what it began with; with more it is replaced, so that
 * nobody's memory is counted as the next one's.
 */
export const childKeptMb = 120;

/** Limits of one exercise: what its front matter asks for, never above the ceilings. */
export function limitsOf(asked: ExerciseLimits | undefined, { isService = false, isLab = false } = {}): Limits {
  const defaults = { ...defaultLimits, ...(isService || isLab ? serviceLimits : {}) };
  const pick = (key: keyof Limits, value: number | undefined) => Math.min(limitCeilings[key], value ?? defaults[key]);
  const testMs = pick('testMs', asked?.testMs);
  return {
    loadMs: defaults.loadMs,
    testMs,
    // A run must have room for at least one test that uses its whole time.
    runMs: Math.max(pick('runMs', asked?.runMs), Math.min(limitCeilings.runMs, testMs + defaults.loadMs)),
    memoryMb: pick('memoryMb', asked?.memoryMb),
  };
}
