import { waitingMax, waitingPerLearnerMax } from './limits.ts';

export type Entrant = { learner: string; guest: boolean; signal: AbortSignal; onPosition: (position: number) => void };

/** `leave` must be called when the submission is over, however it ended. */
export type Entry =
  | { type: 'entered'; leave: () => void }
  | { type: 'refused'; reason: 'full' | 'too-many-of-yours'; retryAfterMs: number };

export type Queue = {
  /** Resolves when the turn has come. Rejects with the signal's reason when nobody waits any more. */
  enter: (entrant: Entrant) => Promise<Entry>;
  counts: () => { running: number; waiting: number };
};

type Waiting = Entrant & { enter: () => void; lastPosition: number };

/** What one submission takes on the smallest machine; only used to guess when a place will be free. */
const typicalRunMs = 20;

/**
 * First come, first served, with two exceptions: a learner has one submission running at a time, and guests have at most
 * half of the slots, so that a flood of new guests leaves room for those with an account.
 */
export function createQueue(slots: number, waitingLimit = waitingMax): Queue {
  const guestSlots = Math.max(1, Math.floor(slots / 2));
  const waiting: Waiting[] = [];
  const running = new Map<string, boolean>();

  const guestsRunning = (): number => [...running.values()].filter(Boolean).length;
  const mayRun = ({ learner, guest }: Entrant): boolean =>
    running.size < slots && !running.has(learner) && (!guest || guestsRunning() < guestSlots);
  const advance = (): void => {
    for (let index = waiting.findIndex(mayRun); index >= 0; index = waiting.findIndex(mayRun)) {
      waiting.splice(index, 1)[0]?.enter();
    }
    for (const [index, one] of waiting.entries()) {
      if (one.lastPosition === index + 1) continue;
      one.lastPosition = index + 1;
      one.onPosition(index + 1);
    }
  };
  const take = ({ learner, guest }: Entrant): Entry => {
    running.set(learner, guest);
    let left = false;
    const leave = (): void => {
      if (left) return;
      left = true;
      running.delete(learner);
      advance();
    };
    return { type: 'entered', leave };
  };

  return {
    enter: async (entrant) => {
      entrant.signal.throwIfAborted();
      // Nobody is overtaken: those who wait could not run, or they would have started.
      if (mayRun(entrant)) return take(entrant);
      const retryAfterMs = 1000 + Math.ceil((waiting.length / slots) * typicalRunMs);
      if (waiting.length >= waitingLimit) return { type: 'refused', reason: 'full', retryAfterMs };
      if (waiting.filter(({ learner }) => learner === entrant.learner).length >= waitingPerLearnerMax) {
        return { type: 'refused', reason: 'too-many-of-yours', retryAfterMs };
      }
      return new Promise<Entry>((resolve, reject) => {
        const leaveQueue = (): void => {
          waiting.splice(waiting.indexOf(one), 1);
          advance();
          reject(entrant.signal.reason as Error);
        };
        const one: Waiting = {
          ...entrant,
          lastPosition: 0,
          enter: () => {
            entrant.signal.removeEventListener('abort', leaveQueue);
            resolve(take(entrant));
          },
        };
        entrant.signal.addEventListener('abort', leaveQueue, { once: true });
        waiting.push(one);
        advance();
      });
    },
    counts: () => ({ running: running.size, waiting: waiting.length }),
  };
}
