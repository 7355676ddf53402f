type Clock = Record<string, number>;

const version = (clock: Clock) => ({ clock, value: `cart ${JSON.stringify(clock)}` });
const sorted = (versions: unknown[]) => versions.map((one) => JSON.stringify(one)).sort();
const clean = (clock: Clock) => Object.fromEntries(Object.entries(clock).filter(([, count]) => count !== 0));

test('begins with one write where nothing was seen', async ({ call }) => {
  expect(clean(await call('nextClock', [], 'a'))).toEqual({ a: 1 });
  expect(clean(await call('nextClock', [version({})], 'a'))).toEqual({ a: 1 });
});

test('has nothing to keep of no versions', async ({ call }) => {
  expect(await call('keepNewest', [])).toEqual([]);
});

test('keeps one of those that are equal but for a zero', async ({ call }) => {
  const kept = await call('keepNewest', [
    { clock: { a: 1, b: 0 }, value: 'x' },
    { clock: { a: 1 }, value: 'x' },
  ]);
  expect(kept.map(({ clock, value }) => [clean(clock), value])).toEqual([[{ a: 1 }, 'x']]);
});

test('compares numbers, not texts or sums', async ({ call }) => {
  expect(await call('compare', { a: 9 }, { a: 10 })).toBe('before');
  expect(await call('compare', { a: 5, b: 0 }, { a: 1, b: 1 })).toBe('concurrent');
});

test('changes none of its arguments', async ({ evaluate }) => {
  const seen = [version({ a: 4, b: 1 }), version({ a: 5, b: 1 }), version({ b: 5 })];
  const after = await evaluate(
    {
      ts: ({ compare, keepNewest, nextClock }, versions) => {
        compare(versions[0].clock, versions[2].clock);
        keepNewest(versions);
        nextClock(versions, 'a');
        nextClock(versions, 'new');
        return versions;
      },
      py: `
        def drive(solution, versions):
            solution.compare(versions[0]["clock"], versions[2]["clock"])
            solution.keep_newest(versions)
            solution.next_clock(versions, "a")
            solution.next_clock(versions, "new")
            return versions
      `,
    },
    seen,
  );
  expect(after).toEqual(seen);
});

test('agrees with the reference on random versions', async ({ call, reference, random }) => {
  for (let round = 0; round < 25; round++) {
    const versions = Array.from({ length: random.int(1, 8) }, () =>
      version(
        Object.fromEntries(['a', 'b', 'c', 'd'].slice(0, random.int(1, 4)).map((name) => [name, random.int(1, 3)])),
      ),
    );
    const [one, two] = [random.pick(versions).clock, random.pick(versions).clock];
    const machine = random.pick(['a', 'b', 'e']);
    const seen = {
      compare: await call('compare', one, two),
      kept: sorted(await call('keepNewest', versions)),
      next: clean(await call('nextClock', versions, machine)),
    };
    expect({ versions, one, two, machine, ...seen }).toEqual({
      versions,
      one,
      two,
      machine,
      compare: await reference.call('compare', one, two),
      kept: sorted(await reference.call('keepNewest', versions)),
      next: clean(await reference.call('nextClock', versions, machine)),
    });
  }
});
