// caught by: works off 40,000 jobs in time while 20,000 wait
export function createQueue({ visibilityMs, maxAttempts, backoffMs }: any) {
  const jobs = new Map<string, any>();
  const graves = new Map<string, any>();
  let count = 0;
  const tidy = () => {
    const over = [...jobs.values()].filter((job) => job.attempts >= maxAttempts && job.readyAt <= Date.now());
    for (const job of over.sort((a, b) => a.readyAt - b.readyAt)) bury(job);
  };
  const bury = (job: any) => {
    jobs.delete(job.id);
    graves.set(job.id, job);
  };
  const held = (receipt: string) => {
    tidy();
    return [...jobs.values()].find((job) => job.receipt === receipt && job.readyAt > Date.now());
  };
  return {
    add(id: string, payload: unknown) {
      if (jobs.has(id) || graves.has(id)) return false;
      jobs.set(id, { id, payload, sequence: count++, readyAt: Date.now(), attempts: 0 });
      return true;
    },
    receive() {
      tidy();
      const ready = [...jobs.values()].filter((job) => job.readyAt <= Date.now());
      const [job] = ready.sort((a, b) => a.readyAt - b.readyAt || a.sequence - b.sequence);
      if (!job) return null;
      job.attempts++;
      job.receipt = `receipt-${count++}`;
      job.readyAt = Date.now() + visibilityMs;
      return { id: job.id, payload: job.payload, attempt: job.attempts, receipt: job.receipt };
    },
    ack(receipt: string) {
      const job = held(receipt);
      return job ? jobs.delete(job.id) : false;
    },
    fail(receipt: string) {
      const job = held(receipt);
      if (!job) return false;
      job.receipt = undefined;
      job.readyAt = Date.now() + backoffMs * 2 ** (job.attempts - 1);
      if (job.attempts >= maxAttempts) bury(job);
      return true;
    },
    extend(receipt: string) {
      const job = held(receipt);
      if (job) job.readyAt = Date.now() + visibilityMs;
      return job !== undefined;
    },
    dead: () => (tidy(), [...graves.values()].map(({ id, payload }) => ({ id, payload }))),
    revive(id: string) {
      tidy();
      const job = graves.get(id);
      if (!job) return false;
      graves.delete(id);
      jobs.set(id, Object.assign(job, { attempts: 0, readyAt: Date.now() }));
      return true;
    },
    size: () => (tidy(), jobs.size),
  };
}
