export type Letter = { call: number; answer: string };

export type Mail = {
  /** A call that was sent and will be answered. */
  open: (call: number) => void;
  put: (call: number, answer: string) => void;
  /** These calls wait for something that only the guest can bring about, as a lock that it holds itself. */
  block: (calls: number[]) => void;
  /**
   * The next answer to deliver. `stalled`: none will come before the guest goes on; said once, until something changes.
   * `late`: the time is up. `none`: none is expected any more.
   */
  next: (patienceMs: number) => Promise<Letter | 'stalled' | 'late' | 'none'>;
  clear: () => void;
};

/**
 * Answers on their way into one guest, in step: none is delivered before all calls that can be answered are, and then
 * they are delivered in the order of the calls. So requests that were sent at the same moment advance together, whichever
 * connection is faster, and a race between them has the same outcome each time.
 */
export function createMail(): Mail {
  const open = new Set<number>();
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
    open: (call) => {
      open.add(call);
      isStallTold = false;
    },
    put: (call, answer) => {
      if (!open.has(call)) return;
      blocked.delete(call);
      letters.push({ call, answer });
      changed();
    },
    block: (calls) => {
      for (const call of calls)
        if (open.has(call) && !letters.some((letter) => letter.call === call)) blocked.add(call);
      changed();
    },
    next: async (patienceMs) => {
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
        if (isInStep && !isStallTold) {
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
    clear: () => {
      open.clear();
      blocked.clear();
      letters = [];
      delivering = [];
      isStallTold = false;
    },
  };
}
