import '#lib/zod-without-eval';
import { z } from 'zod';
import { keptValue } from './kept-value.ts';

/**
 * Shares of the workbench in percent, for each layout apart: `task` and `results` of the width of three columns,
 * `taskOfTwo` of the width of two, and `resultsHeight` of the height where editor and results stand above each other.
 */
export type PaneSizes = { task: number; results: number; taskOfTwo: number; resultsHeight: number };

export type PaneSize = keyof PaneSizes;

export const defaultSizes: PaneSizes = { task: 30, results: 32, taskOfTwo: 36, resultsHeight: 42 };

/** Narrower than this no pane can be read; the editor keeps what the other two leave. */
export const sizeLimits: Record<PaneSize, { min: number; max: number }> = {
  task: { min: 18, max: 45 },
  results: { min: 20, max: 45 },
  taskOfTwo: { min: 20, max: 60 },
  resultsHeight: { min: 20, max: 75 },
};

const sizesSchema = z.object({
  task: sizeSchema('task'),
  results: sizeSchema('results'),
  taskOfTwo: sizeSchema('taskOfTwo').default(defaultSizes.taskOfTwo),
  resultsHeight: sizeSchema('resultsHeight'),
});

const kept = keptValue('underpin:panes', sizesSchema, defaultSizes);

/** For `useSyncExternalStore`: the sizes that this browser keeps. */
export const paneSizes = {
  ...kept,
  set: (size: PaneSize, percent: number) => kept.set({ ...kept.snapshot(), [size]: clampSize(size, percent) }),
};

function sizeSchema(size: PaneSize) {
  return z.number().transform((percent) => clampSize(size, percent));
}

function clampSize(size: PaneSize, percent: number): number {
  const { min, max } = sizeLimits[size];
  return Math.round(Math.min(max, Math.max(min, percent)) * 10) / 10;
}
