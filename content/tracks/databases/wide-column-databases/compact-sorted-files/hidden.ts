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

test('has nothing to merge in no files and in empty ones', async ({ evaluate }) => {
  expect((await evaluate(drive, [], 0, ALL)).entries).toEqual([]);
  expect((await evaluate(drive, [[], [e('a', 1)], []], 0, ALL)).entries).toEqual([e('a', 1)]);
  expect((await evaluate(drive, [[e('a', 1, null)], []], 9, ALL)).entries).toEqual([]);
});

test('keeps an empty text, which is no tombstone', async ({ evaluate }) => {
  expect((await evaluate(drive, [[e('a', 2, '')], [e('a', 1)]], 100, ALL)).entries).toEqual([e('a', 2, '')]);
});

test('keeps a tombstone of exactly the time given', async ({ evaluate }) => {
  const files = [[e('a', 6, null), e('b', 7, null), e('c', 8, null)]];
  expect((await evaluate(drive, files, 7, ALL)).entries).toEqual([e('b', 7, null), e('c', 8, null)]);
});

test('reads no further ahead while it drops tombstones', async ({ evaluate }) => {
  const key = (i: number) => `k${String(i).padStart(3, '0')}`;
  const files = [
    Array.from({ length: 100 }, (_, i) => e(key(i), 1, i % 10 === 9 ? 'v' : null)),
    Array.from({ length: 100 }, (_, i) => e(key(2 * i + 1), 2, i % 5 === 4 ? 'w' : null)),
  ];
  const seen = await evaluate(drive, files, 50, ALL);
  expect(seen.entries).toHaveLength(20);
  expect(tooFar(files, seen)).toEqual([]);
});

test('agrees with the reference on random files', async ({ evaluate, reference, random }) => {
  for (let round = 0; round < 20; round++) {
    const files = Array.from({ length: random.int(1, 6) }, () =>
      [...'abcdefghijklmnop']
        .filter(() => random.int(0, 2) > 0)
        .map((key) => e(key, random.int(1, 6), random.int(0, 2) === 0 ? null : random.string(1, 'xyz'))),
    );
    const dropBefore = random.int(0, 7);
    const seen = await evaluate(drive, files, dropBefore, ALL);
    const { entries } = await reference.evaluate(drive, files, dropBefore, ALL);
    expect({ files, dropBefore, entries: seen.entries }).toEqual({ files, dropBefore, entries });
    expect(tooFar(files, seen)).toEqual([]);
  }
});
