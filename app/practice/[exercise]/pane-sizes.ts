import { z } from 'zod';

/** Shares of the workbench in percent: of its width, and of its height where editor and results stand above each other. */
export type PaneSizes = { task: number; results: number; resultsHeight: number };

export type PaneSize = keyof PaneSizes;

export const defaultSizes: PaneSizes = { task: 30, results: 32, resultsHeight: 42 };

/** Narrower than this no pane can be read; the editor keeps what the other two leave. */
export const sizeLimits: Record<PaneSize, { min: number; max: number }> = {
  task: { min: 18, max: 45 },
  results: { min: 20, max: 45 },
  resultsHeight: { min: 20, max: 75 },
};

const key = 'underpin:panes';
const sizesSchema = z.object({ task: z.number(), results: z.number(), resultsHeight: z.number() });

let current: PaneSizes | null = null;
const listeners = new Set<() => void>();

/** For `useSyncExternalStore`: the sizes that this browser keeps. */
export const paneSizes = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  snapshot: (): PaneSizes => (current ??= keptSizes()),
  set(size: PaneSize, percent: number) {
    current = { ...paneSizes.snapshot(), [size]: clampSize(size, percent) };
    for (const listener of listeners) listener();
    try {
      localStorage.setItem(key, JSON.stringify(current));
    } catch {
      // Where storage is forbidden, the sizes last as long as the page.
    }
  },
};

function clampSize(size: PaneSize, percent: number): number {
  const { min, max } = sizeLimits[size];
  return Math.round(Math.min(max, Math.max(min, percent)) * 10) / 10;
}

function keptSizes(): PaneSizes {
  try {
    const text = localStorage.getItem(key);
    const sizes = text ? sizesSchema.parse(JSON.parse(text)) : defaultSizes;
    return {
      task: clampSize('task', sizes.task),
      results: clampSize('results', sizes.results),
      resultsHeight: clampSize('resultsHeight', sizes.resultsHeight),
    };
  } catch {
    // Storage that is forbidden or holds something else is no reason to fail: the panes have sizes without it.
    return defaultSizes;
  }
}
