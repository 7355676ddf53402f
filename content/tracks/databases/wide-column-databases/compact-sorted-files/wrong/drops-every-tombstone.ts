// caught by: merges the files of the example
type Entry = { key: string; at: number; value: string | null };

/** Whether a is to be preferred to b, of the same key. It depends on nothing but the two. */
function beats(a: Entry, b: Entry): boolean {
  if (a.at !== b.at) return a.at > b.at;
  if (a.value === null || b.value === null) return a.value === null;
  return a.value > b.value;
}

export function* compact(files: Iterable<Entry>[], dropBefore: number): Generator<Entry> {
  const readers = files.map((file) => file[Symbol.iterator]());
  const heads = readers.map((reader) => reader.next());

  while (true) {
    let smallest: string | undefined;
    for (const { done, value } of heads) {
      if (!done && (smallest === undefined || value.key < smallest)) smallest = value.key;
    }
    if (smallest === undefined) return;

    let winner: Entry | undefined;
    for (const [file, { done, value }] of heads.entries()) {
      if (done || value.key !== smallest) continue;
      if (winner === undefined || beats(value, winner)) winner = value;
      heads[file] = readers[file].next();
    }
    const mayGo = winner!.value === null;
    if (!mayGo) yield winner!;
  }
}
