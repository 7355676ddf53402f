type Entry = { key: string; at: number; value: string | null };

export function* compact(files: Iterable<Entry>[], dropBefore: number): Generator<Entry> {
  for (const file of files) yield* file;
}
