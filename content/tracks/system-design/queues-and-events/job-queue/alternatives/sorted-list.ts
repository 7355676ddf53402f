/** A list that is kept sorted by binary insertion; a job is taken out and put back where its moment belongs. */
export function createQueue({ visibilityMs, maxAttempts, backoffMs }: any) {
  const jobs = new Map<string, any>();
  let list: any[] = [];
  let head = 0;
  const graves: any[] = [];
  const last = new Set<any>(); // jobs on their last attempt
  let numbers = 0;

  const place = (at: number, order: number) => {
    let low = head;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const job = list[middle];
      if (job.at < at || (job.at === at && job.order < order)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const out = (job: any) => {
    const at = place(job.at, job.order);
    if (at === head) {
      list[head++] = undefined;
      if (head > 1000) {
        list = list.slice(head);
        head = 0;
      }
    } else list.splice(at, 1);
  };
  const into = (job: any, at: number) => {
    job.at = at;
    list.splice(place(at, job.order), 0, job);
  };
  const tidy = () => {
    const over = [...last].filter((job) => job.at <= Date.now());
    for (const job of over.sort((a, b) => a.at - b.at || a.order - b.order)) die(job);
  };
  const die = (job: any) => {
    out(job);
    last.delete(job);
    jobs.delete(job.id);
    job.receipt = undefined;
    graves.push(job);
  };
  const good = (receipt: string) => {
    tidy();
    const job = jobs.get(String(receipt).slice(String(receipt).indexOf(' ') + 1));
    return job && job.receipt === receipt && Date.now() < job.at ? job : null;
  };
  return {
    add(id: string, payload: unknown) {
      if (jobs.has(id) || graves.some((job) => job.id === id)) return false;
      const job = { id, payload, order: numbers++, attempts: 0 };
      jobs.set(id, job);
      into(job, Date.now());
      return true;
    },
    receive() {
      tidy();
      const job = list[head];
      if (!job || job.at > Date.now()) return null;
      out(job);
      job.attempts += 1;
      if (job.attempts === maxAttempts) last.add(job);
      job.receipt = `${numbers++} ${job.id}`;
      into(job, Date.now() + visibilityMs);
      return { id: job.id, payload: job.payload, attempt: job.attempts, receipt: job.receipt };
    },
    ack(receipt: string) {
      const job = good(receipt);
      if (job) {
        out(job);
        last.delete(job);
        jobs.delete(job.id);
      }
      return job !== null;
    },
    fail(receipt: string) {
      const job = good(receipt);
      if (!job) return false;
      if (job.attempts === maxAttempts) die(job);
      else {
        out(job);
        job.receipt = undefined;
        into(job, Date.now() + backoffMs * Math.pow(2, job.attempts - 1));
      }
      return true;
    },
    extend(receipt: string) {
      const job = good(receipt);
      if (job) {
        out(job);
        into(job, Date.now() + visibilityMs);
      }
      return Boolean(job);
    },
    dead: () => (tidy(), graves.map(({ id, payload }) => ({ id, payload }))),
    revive(id: string) {
      tidy();
      const at = graves.findIndex((job) => job.id === id);
      if (at < 0) return false;
      const [job] = graves.splice(at, 1);
      job.attempts = 0;
      jobs.set(id, job);
      into(job, Date.now());
      return true;
    },
    size: () => (tidy(), jobs.size),
  };
}
