type Entry = { key: string; at: number; value: string | null };
type Head = { entry: Entry; reader: Iterator<Entry> };

const before = (a: Head, b: Head) => a.entry.key < b.entry.key;

function pushDown(heap: Head[]) {
  let i = 0;
  for (;;) {
    let least = i;
    for (const child of [2 * i + 1, 2 * i + 2]) {
      if (child < heap.length && before(heap[child], heap[least])) least = child;
    }
    if (least === i) return;
    [heap[i], heap[least]] = [heap[least], heap[i]];
    i = least;
  }
}

export function compact(files: Iterable<Entry>[], dropBefore: number): Iterable<Entry> {
  return {
    *[Symbol.iterator]() {
      const heap: Head[] = [];
      for (const file of files) {
        const reader = file[Symbol.iterator]();
        const { done, value } = reader.next();
        if (!done) heap.push({ entry: value, reader });
      }
      heap.sort((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0));

      let best: Entry | undefined;
      const isOld = (entry: Entry) => entry.value === null && entry.at < dropBefore;
      while (heap.length > 0) {
        const { entry, reader } = heap[0];
        if (best !== undefined && best.key !== entry.key) {
          if (!isOld(best)) yield best;
          best = undefined;
        }
        const text = (one: Entry) => (one.value === null ? '1' : `0${one.value}`);
        if (best === undefined || entry.at > best.at || (entry.at === best.at && text(entry) > text(best)))
          best = entry;

        const { done, value } = reader.next();
        if (done) {
          const last = heap.pop()!;
          if (heap.length > 0) heap[0] = last;
        } else heap[0] = { entry: value, reader };
        pushDown(heap);
      }
      if (best !== undefined && !isOld(best)) yield best;
    },
  };
}
