type Job<Payload> = {
  id: string;
  payload: Payload;
  sequence: number;
  readyAt: number;
  attempts: number;
  receipt: string | null;
};
type Entry<Payload> = { at: number; job: Job<Payload> };
type Options = { visibilityMs: number; maxAttempts: number; backoffMs: number };

export function createQueue<Payload>({ visibilityMs, maxAttempts, backoffMs }: Options) {
  const live = new Map<string, Job<Payload>>();
  const byReceipt = new Map<string, Job<Payload>>();
  const graveyard = new Map<string, Job<Payload>>();
  /** When each job is ready, those that are being worked on included. */
  const readiness: Entry<Payload>[] = [];
  /** When the visibility of each last attempt ends. */
  const lastEnds: Entry<Payload>[] = [];
  let added = 0;
  let deliveries = 0;

  const isBefore = (a: Entry<Payload>, b: Entry<Payload>) =>
    a.at < b.at || (a.at === b.at && a.job.sequence < b.job.sequence);

  function schedule(job: Job<Payload>, at: number) {
    job.readyAt = at;
    push(job.receipt !== null && job.attempts >= maxAttempts ? lastEnds : readiness, { at, job });
  }

  function push(heap: Entry<Payload>[], entry: Entry<Payload>) {
    let place = heap.length;
    for (heap.push(entry); place > 0;) {
      const parent = (place - 1) >> 1;
      if (!isBefore(entry, heap[parent]!)) break;
      heap[place] = heap[parent]!;
      place = parent;
    }
    heap[place] = entry;
  }

  function dropFirst(heap: Entry<Payload>[]) {
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
      if (!isBefore(heap[child]!, last)) break;
      heap[place] = heap[child]!;
      place = child;
    }
    heap[place] = last;
  }

  function release(job: Job<Payload>) {
    if (job.receipt !== null) byReceipt.delete(job.receipt);
    job.receipt = null;
  }

  function bury(job: Job<Payload>) {
    release(job);
    live.delete(job.id);
    graveyard.set(job.id, job);
  }

  const isCurrent = ({ at, job }: Entry<Payload>) => live.get(job.id) === job && job.readyAt === at;

  /** Buries the jobs whose last attempt has run out, in the order in which it did. */
  function settle(now: number) {
    for (let first = lastEnds[0]; first !== undefined && first.at <= now; first = lastEnds[0]) {
      dropFirst(lastEnds);
      if (isCurrent(first) && first.job.attempts >= maxAttempts) bury(first.job);
    }
  }

  /** Takes the job that is ready now, if any. */
  function takeReady(now: number) {
    settle(now);
    for (let first = readiness[0]; first !== undefined && first.at <= now; first = readiness[0]) {
      dropFirst(readiness);
      if (isCurrent(first)) return first.job;
    }
    return null;
  }

  /** The job of a receipt that is still good. */
  function held(receipt: string) {
    const now = Date.now();
    settle(now);
    const job = byReceipt.get(receipt);
    return job !== undefined && job.readyAt > now ? job : undefined;
  }

  return {
    add(id: string, payload: Payload) {
      if (live.has(id) || graveyard.has(id)) return false;
      const job: Job<Payload> = { id, payload, sequence: added++, readyAt: 0, attempts: 0, receipt: null };
      live.set(id, job);
      schedule(job, Date.now());
      return true;
    },

    receive() {
      const now = Date.now();
      const job = takeReady(now);
      if (!job) return null;
      release(job);
      const receipt = `${job.id}:${++deliveries}`;
      job.receipt = receipt;
      job.attempts++;
      byReceipt.set(receipt, job);
      schedule(job, now + visibilityMs);
      return { id: job.id, payload: job.payload, attempt: job.attempts, receipt };
    },

    ack(receipt: string) {
      const job = held(receipt);
      if (!job) return false;
      release(job);
      live.delete(job.id);
      return true;
    },

    fail(receipt: string) {
      const job = held(receipt);
      if (!job) return false;
      if (job.attempts >= maxAttempts) bury(job);
      else {
        release(job);
        schedule(job, Date.now() + backoffMs * 2 ** (job.attempts - 1));
      }
      return true;
    },

    extend(receipt: string) {
      const job = held(receipt);
      if (!job) return false;
      schedule(job, Date.now() + visibilityMs);
      return true;
    },

    dead() {
      settle(Date.now());
      return [...graveyard.values()].map(({ id, payload }) => ({ id, payload }));
    },

    revive(id: string) {
      settle(Date.now());
      const job = graveyard.get(id);
      if (!job) return false;
      graveyard.delete(id);
      live.set(id, job);
      job.attempts = 0;
      schedule(job, Date.now());
      return true;
    },

    size() {
      settle(Date.now());
      return live.size;
    },
  };
}
