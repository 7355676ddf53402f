// caught by: counts a need that stands there twice once
type Needs = Record<string, string[]>;

export function startOrder(needs: Needs): string[] {
  const neededBy = new Map(Object.keys(needs).map((name) => [name, [] as string[]]));
  const missing = new Map<string, number>();
  for (const [name, list] of Object.entries(needs)) {
    const distinct = new Set(list);
    missing.set(name, list.length);
    for (const need of distinct) {
      const others = neededBy.get(need);
      if (others === undefined) throw new Error(`${name} needs ${need}, which is not known`);
      others.push(name);
    }
  }

  const ready = createHeap([...missing.keys()].filter((name) => missing.get(name) === 0));
  const order: string[] = [];
  for (let name = ready.pop(); name !== undefined; name = ready.pop()) {
    order.push(name);
    for (const other of neededBy.get(name) ?? []) {
      const left = (missing.get(other) ?? 0) - 1;
      missing.set(other, left);
      if (left === 0) ready.push(other);
    }
  }
  if (order.length < neededBy.size) throw new Error(`in a circle: ${circle(needs, new Set(order)).join(' -> ')}`);
  return order;
}

/** Each service that could not start needs another such one, so walking on comes back to where it was. */
function circle(needs: Needs, started: Set<string>): string[] {
  const path: string[] = [];
  const seenAt = new Map<string, number>();
  let name = Object.keys(needs).find((one) => !started.has(one)) ?? '';
  while (!seenAt.has(name)) {
    seenAt.set(name, path.length);
    path.push(name);
    name = needs[name]?.find((need) => !started.has(need)) ?? '';
  }
  return path.slice(seenAt.get(name));
}

function createHeap(items: string[]) {
  const heap: string[] = [];
  const at = (index: number): string => heap[index] as string;
  const swap = (a: number, b: number): void => void ([heap[a], heap[b]] = [at(b), at(a)]);

  function push(item: string): void {
    let index = heap.push(item) - 1;
    for (let parent = (index - 1) >> 1; index > 0 && item < at(parent); parent = (index - 1) >> 1) {
      swap(index, parent);
      index = parent;
    }
  }

  function pop(): string | undefined {
    const [top] = heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return top;
    heap[0] = last;
    for (let index = 0; ;) {
      let child = 2 * index + 1;
      if (child + 1 < heap.length && at(child + 1) < at(child)) child++;
      if (child >= heap.length || at(index) <= at(child)) return top;
      swap(index, child);
      index = child;
    }
  }

  for (const item of items) push(item);
  return { push, pop };
}
