export type Gate = {
  /** Runs `work` when its turn comes; null when too many wait already, or when `signal` is aborted before. */
  enter: <Result>(signal: AbortSignal, work: () => Promise<Result>) => Promise<Result | null>;
  counts: () => { running: number; waiting: number };
};

/** First come, first served. Bounds how much memory and processor time all queries together can take. */
export function createGate(runningMax: number, waitingMax: number): Gate {
  const waiting: (() => void)[] = [];
  let running = 0;
  const leave = () => {
    running -= 1;
    waiting.shift()?.();
  };
  return {
    enter: async (signal, work) => {
      if (running >= runningMax) {
        if (waiting.length >= waitingMax) return null;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      running += 1;
      try {
        return signal.aborted ? null : await work();
      } finally {
        leave();
      }
    },
    counts: () => ({ running, waiting: waiting.length }),
  };
}
