// caught by: reads at most one entry of each file ahead
type Entry = { key: string; at: number; value: string | null };

export function* compact(files: Iterable<Entry>[], dropBefore: number): Generator<Entry> {
  const newest = new Map<string, Entry>();
  const rank = ({ value }: Entry) => (value === null ? '1' : `0${value}`);
  for (const file of files) {
    for (const entry of file) {
      const other = newest.get(entry.key);
      if (!other || entry.at > other.at || (entry.at === other.at && rank(entry) > rank(other)))
        newest.set(entry.key, entry);
    }
  }
  for (const key of [...newest.keys()].sort()) {
    const entry = newest.get(key)!;
    if (entry.value !== null || entry.at >= dropBefore) yield entry;
  }
}
