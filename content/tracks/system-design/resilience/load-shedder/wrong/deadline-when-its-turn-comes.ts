// caught by: refuses what waits when its time is over, and makes room
type Terms = { priority: number; startBy: number };
type Waiting = { priority: number; start: () => void; refuse: () => void; timer?: ReturnType<typeof setTimeout> };

class ShedError extends Error {
  override name = 'ShedError';
}

export function createShedder({ concurrency, maxWaiting }: { concurrency: number; maxWaiting: number }) {
  let running = 0;
  /** The first is the next to start, the last the next to be refused. */
  const waiting: Waiting[] = [];

  function leave(one: Waiting) {
    clearTimeout(one.timer);
    waiting.splice(waiting.indexOf(one), 1);
  }

  async function start<Result>(work: () => Promise<Result>) {
    running++;
    try {
      return await work();
    } finally {
      running--;
      const next = waiting[0];
      if (next) {
        leave(next);
        next.start();
      }
    }
  }

  function submit<Result>(work: () => Promise<Result>, { priority, startBy }: Terms): Promise<Result> {
    if (startBy <= Date.now()) return Promise.reject(new ShedError('too late'));
    if (running < concurrency) return start(work);

    return new Promise((resolve, reject) => {
      const one: Waiting = {
        priority,
        start: () => resolve(start(() => (Date.now() >= startBy ? Promise.reject(new ShedError('too late')) : work()))),
        refuse: () => reject(new ShedError('overloaded')),
      };

      const place = waiting.findIndex((other) => other.priority < priority);
      waiting.splice(place === -1 ? waiting.length : place, 0, one);
      if (waiting.length > maxWaiting) {
        const last = waiting.at(-1)!;
        leave(last);
        last.refuse();
      }
    });
  }

  return { submit };
}
