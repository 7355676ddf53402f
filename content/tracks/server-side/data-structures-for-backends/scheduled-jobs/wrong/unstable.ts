// caught by: keeps jobs of the same time in the order they were added
type Schedule = {
  add: (id: string, runAtMs: number) => void;
  cancel: (id: string) => boolean;
  nextAt: () => number | null;
  takeDue: (nowMs: number) => string[];
};

type Job = { id: string; runAtMs: number; sequence: number };

function isBefore(a: Job, b: Job) {
  return a.runAtMs < b.runAtMs;
}

/** A binary heap in an array: the children of place i are at 2i + 1 and 2i + 2, and no child is before its parent. */
function push(heap: Job[], job: Job) {
  let place = heap.length;
  heap.push(job);
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if (!isBefore(job, heap[parent])) break;
    heap[place] = heap[parent];
    place = parent;
  }
  heap[place] = job;
}

function removeFirst(heap: Job[]) {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) child++;
    if (!isBefore(heap[child], last)) break;
    heap[place] = heap[child];
    place = child;
  }
  heap[place] = last;
}

export function createSchedule(): Schedule {
  const heap: Job[] = [];
  const waiting = new Map<string, Job>();
  let added = 0;

  /** Jobs that were cancelled or replaced stay in the heap until they come to its top. */
  function first(): Job | undefined {
    while (heap.length > 0 && waiting.get(heap[0].id) !== heap[0]) removeFirst(heap);
    return heap[0];
  }

  return {
    add(id, runAtMs) {
      const job = { id, runAtMs, sequence: added++ };
      waiting.set(id, job);
      push(heap, job);
    },
    cancel: (id) => waiting.delete(id),
    nextAt: () => first()?.runAtMs ?? null,
    takeDue(nowMs) {
      const due: string[] = [];
      for (let job = first(); job !== undefined && job.runAtMs <= nowMs; job = first()) {
        removeFirst(heap);
        waiting.delete(job.id);
        due.push(job.id);
      }
      return due;
    },
  };
}
