type Entry = { key: string; at: number; value: string | null };

/** Takes up to `take` entries of the result, and counts for each of them how many were read of each file by then. */
const drive = {
  ts: ({ compact }, files, dropBefore, take) => {
    const read = files.map(() => 0);
    const merged = compact(
      files.map(function* (entries, file) {
        for (const entry of entries) {
          read[file]++;
          yield { ...entry };
        }
      }),
      dropBefore,
    )[Symbol.iterator]();
    const begin = [...read];
    const entries: unknown[] = [];
    const reads: number[][] = [];
    while (entries.length < take) {
      const { done, value } = merged.next();
      if (done) break;
      entries.push(value);
      reads.push([...read]);
    }
    return { begin, entries, reads };
  },
  py: `
    def drive(solution, files, drop_before, take):
        read = [0] * len(files)

        def reader(file):
            for entry in files[file]:
                read[file] += 1
                yield dict(entry)

        merged = iter(solution.compact([reader(file) for file in range(len(files))], drop_before))
        begin = list(read)
        entries, reads = [], []
        while len(entries) < take:
            entry = next(merged, None)
            if entry is None:
                break
            entries.append(entry)
            reads.append(list(read))
        return {"begin": begin, "entries": entries, "reads": reads}
  `,
};

const ALL = 100_000;
const e = (key: string, at: number, value: string | null = `${key}${at}`): Entry => ({ key, at, value });

/** The places where more than one entry of a file had been read beyond the key that was handed out. */
const tooFar = (files: Entry[][], { entries, reads }) =>
  entries.flatMap(({ key }, i: number) =>
    files.flatMap((file, f) => {
      const allowed = file.filter((entry) => entry.key <= key).length + 1;
      return reads[i][f] > allowed ? [{ handedOut: key, file: f, read: reads[i][f], allowed }] : [];
    }),
  );

test('merges the files of the example', async ({ evaluate }) => {
  const files = [
    [e('ann', 3, 'p. 12'), e('bob', 7, null)],
    [e('ann', 5, 'p. 40'), e('bob', 4, 'p. 9'), e('cy', 1, 'p. 1')],
  ];
  const seven = await evaluate(drive, files, 7, ALL);
  expect(seven.entries).toEqual([e('ann', 5, 'p. 40'), e('bob', 7, null), e('cy', 1, 'p. 1')]);
  const eight = await evaluate(drive, files, 8, ALL);
  expect(eight.entries).toEqual([e('ann', 5, 'p. 40'), e('cy', 1, 'p. 1')]);
});

test('lets the newest write of a key win, whichever file it is in', async ({ evaluate }) => {
  const files = [
    [e('a', 9), e('b', 1)],
    [e('a', 2), e('b', 5), e('c', 3)],
    [e('a', 4), e('b', 3)],
  ];
  for (const order of [files, files.toReversed()]) {
    expect((await evaluate(drive, order, 0, ALL)).entries).toEqual([e('a', 9), e('b', 5), e('c', 3)]);
  }
});

test('lets a tombstone delete what is older also when it is dropped itself', async ({ evaluate }) => {
  const files = [[e('a', 1), e('b', 1)], [e('a', 2, null)], [e('b', 3, null), e('c', 1)]];
  expect((await evaluate(drive, files, 100, ALL)).entries).toEqual([e('c', 1)]);
});

test('keeps what was written after a tombstone', async ({ evaluate }) => {
  const files = [[e('a', 5, null), e('b', 5, null)], [e('a', 6)], [e('b', 4)]];
  expect((await evaluate(drive, files, 0, ALL)).entries).toEqual([e('a', 6), e('b', 5, null)]);
});

test('resolves equal times by the entries alone', async ({ evaluate }) => {
  const files = [[e('a', 5, 'z'), e('b', 5, 'm'), e('c', 5, 'x')], [e('a', 5, null), e('b', 5, 'n')], [e('c', 5, '')]];
  for (const order of [files, files.toReversed()]) {
    const { entries } = await evaluate(drive, order, 0, ALL);
    expect(entries).toEqual([e('a', 5, null), e('b', 5, 'n'), e('c', 5, 'x')]);
  }
});

test('reads at most one entry of each file ahead', async ({ evaluate }) => {
  const number = (i: number) => String(i).padStart(4, '0');
  const files = [3, 5, 7, 400].map((step) => Array.from({ length: 300 }, (_, i) => e(number(i * step), step)));
  const seen = await evaluate(drive, files, 0, 200);
  expect(seen.begin, 'Entries read of each file before the first is asked for').toEqual([0, 0, 0, 0]);
  expect(tooFar(files, seen)).toEqual([]);
});
