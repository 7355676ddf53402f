/** The op by which a child says that its guest can do nothing until one of its open calls is answered; `payload` counts them. */
export const idleOp = 'idle';

export type Letter = { call: number; answer: string };

export type Mail = {
  /** A call that was sent and will be answered. */
  open: (call: number, op: string) => void;
  put: (call: number, answer: string) => void;
  /** These calls wait for something that only the guest can bring about, as a lock that it holds itself. */
  block: (calls: number[]) => void;
  /**
   * The next answer to deliver. `stalled`: none will come before the guest goes on; said once to a guest that is idle,
   * until something changes. `late`: the time is up. `none`: none is expected any more.
   */
  next: (patienceMs: number, isIdle: boolean) => Promise<Letter | 'stalled' | 'late' | 'none'>;
  /** Answers of the same step are still to be delivered. */
  isDelivering: () => boolean;
  /** How many calls are open. */
  size: () => number;
  clear: () => void;
};

/** What goes to the service's database; the rest leaves its locks as they are. */
export const databaseOps: ReadonlySet<string> = new Set(['query', 'begin', 'commit', 'rollback']);

/**
 * Answers on their way into one guest, in step: none is delivered before all calls that can be answered are, and then
 * they are delivered in the order of the calls. So requests that were sent at the same moment advance together, whichever
 * connection is faster, and a race between them has the same outcome each time.
 */
export function createMail(): Mail {
  const open = new Map<number, string>();
  const blocked = new Set<number>();
  let letters: Letter[] = [];
  let delivering: Letter[] = [];
  let isStallTold = false;
  let wake: () => void = () => undefined;
  const changed = (): void => {
    isStallTold = false;
    wake();
  };
  return {
    open: (call, op) => {
      open.set(call, op);
      isStallTold = false;
    },
    put: (call, answer) => {
      const op = open.get(call);
      if (op === undefined) return;
      // A statement that ended may have let others go on, and whether it did is known when the judge has looked again.
      if (databaseOps.has(op)) blocked.clear();
      else blocked.delete(call);
      letters.push({ call, answer });
      changed();
    },
    block: (calls) => {
      for (const call of calls)
        if (open.has(call) && !letters.some((letter) => letter.call === call)) blocked.add(call);
      changed();
    },
    next: async (patienceMs, isIdle) => {
      const endMs = performance.now() + patienceMs;
      for (;;) {
        const isInStep = letters.length + blocked.size >= open.size;
        if (delivering.length === 0 && isInStep) {
          delivering = letters.sort((one, other) => one.call - other.call);
          letters = [];
        }
        const letter = delivering.shift();
        if (letter !== undefined) {
          open.delete(letter.call);
          return letter;
        }
        if (open.size === 0) return 'none';
        if (isInStep && !(isIdle && isStallTold)) {
          isStallTold = true;
          return 'stalled';
        }
        const leftMs = endMs - performance.now();
        if (leftMs <= 0) return 'late';
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, leftMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    },
    isDelivering: () => delivering.length > 0,
    size: () => open.size,
    clear: () => {
      open.clear();
      blocked.clear();
      letters = [];
      delivering = [];
      isStallTold = false;
    },
  };
}
