// caught by: takes thousands of jobs one by one in time
type Schedule = {
  add: (id: string, runAtMs: number) => void;
  cancel: (id: string) => boolean;
  nextAt: () => number | null;
  takeDue: (nowMs: number) => string[];
};

export function createSchedule(): Schedule {
  let jobs: { id: string; runAtMs: number }[] = [];
  return {
    add(id, runAtMs) {
      jobs = jobs.filter((job) => job.id !== id);
      jobs.push({ id, runAtMs });
    },
    cancel(id) {
      const before = jobs.length;
      jobs = jobs.filter((job) => job.id !== id);
      return jobs.length < before;
    },
    nextAt: () =>
      jobs.reduce<number | null>((min, job) => (min === null ? job.runAtMs : Math.min(min, job.runAtMs)), null),
    takeDue(nowMs) {
      const due = jobs.filter((job) => job.runAtMs <= nowMs).sort((a, b) => a.runAtMs - b.runAtMs);
      jobs = jobs.filter((job) => job.runAtMs > nowMs);
      return due.map((job) => job.id);
    },
  };
}
