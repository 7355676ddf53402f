type Schedule = {
  add: (id: string, runAtMs: number) => void;
  cancel: (id: string) => boolean;
  nextAt: () => number | null;
  takeDue: (nowMs: number) => string[];
};

type Job = { id: string; runAtMs: number; sequence: number };

/** Times in descending order, each with its jobs; moving a few thousand numbers in memory is cheap. */
export function createSchedule(): Schedule {
  const times: number[] = [];
  const jobsAt = new Map<number, Map<string, Job>>();
  const timeOf = new Map<string, number>();
  let added = 0;

  function placeOf(runAtMs: number) {
    let low = 0;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[middle] > runAtMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  function cancel(id: string) {
    const runAtMs = timeOf.get(id);
    if (runAtMs === undefined) return false;
    timeOf.delete(id);
    jobsAt.get(runAtMs)?.delete(id);
    return true;
  }
  function dropEmpty() {
    while (times.length > 0 && jobsAt.get(times[times.length - 1])?.size === 0) jobsAt.delete(times.pop() ?? 0);
  }

  return {
    add(id, runAtMs) {
      cancel(id);
      let jobs = jobsAt.get(runAtMs);
      if (jobs === undefined) {
        jobs = new Map();
        jobsAt.set(runAtMs, jobs);
        times.splice(placeOf(runAtMs), 0, runAtMs);
      }
      jobs.set(id, { id, runAtMs, sequence: added++ });
      timeOf.set(id, runAtMs);
    },
    cancel,
    nextAt() {
      dropEmpty();
      return times.at(-1) ?? null;
    },
    takeDue(nowMs) {
      const due: string[] = [];
      for (dropEmpty(); times.length > 0 && times[times.length - 1] <= nowMs; dropEmpty()) {
        const runAtMs = times.pop() ?? 0;
        for (const id of jobsAt.get(runAtMs)?.keys() ?? []) {
          due.push(id);
          timeOf.delete(id);
        }
        jobsAt.delete(runAtMs);
      }
      return due;
    },
  };
}
