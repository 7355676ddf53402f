export type Gate = {
  /** Runs `work` when its turn comes; null when too many wait already, or when `signal` is aborted before. */
  enter: <Result>(signal: AbortSignal, work: () => Promise<Result>) => Promise<Result | null>;
  counts: () => { running: number; waiting: number };
};

/** First come, first served. Bounds how much memory and processor time all queries together can take. */
export function createGate(runningMax: number, waitingMax: number): Gate {
  const waiting: (() => void)[] = [];
  let running = 0;
  /** The place goes to who waits, so that nobody who comes in the same moment takes it as well. */
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  return {
    enter: async (signal, work) => {
      if (running >= runningMax) {
        if (waiting.length >= waitingMax) return null;
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else running += 1;
      try {
        return signal.aborted ? null : await work();
      } finally {
        leave();
      }
    },
    counts: () => ({ running, waiting: waiting.length }),
  };
}
