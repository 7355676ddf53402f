import type { ExerciseLimits } from '#content/schema';
import { limitCeilings, limitsOf, type Limits } from '../limits.ts';

/** The interpreter runs as WebAssembly, several times slower than JavaScript, and imports what a file asks for first. */
const slowness = 2;
const loadMs = 2000;

export function pythonLimitsOf(asked: ExerciseLimits | undefined): Limits {
  const { testMs, runMs, memoryMb } = limitsOf(asked);
  return {
    loadMs,
    testMs: Math.min(limitCeilings.testMs, testMs * slowness),
    runMs: Math.min(limitCeilings.runMs, runMs * slowness + loadMs),
    memoryMb,
  };
}

/**
 * Resident memory of a child at the default memory of an exercise: 165 MB at rest, for a moment
 * a third interpreter, files that the code writes, and what is garbage in between.
 */
export const pythonRssMb = 768;

/** As `childKeptMb`. */
export const pythonKeptMb = 200;

/** Each start of an interpreter leaves a little behind; a child that is replaced starts from nothing. */
export const pythonRunsPerChildMax = 40;

/** Code of a lesson: somebody waits for it with a page open. */
export const lessonLimits: Limits = { ...pythonLimitsOf(undefined), runMs: 4000 };
