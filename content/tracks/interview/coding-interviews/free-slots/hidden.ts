test('keeps to the window', async ({ call }) => {
  const bookings = [
    [0, 10],
    [90, 200],
    [300, 400],
    [45, 50],
  ];
  expect(await call('freeSlots', bookings, 20, 100, 1)).toEqual([
    [20, 45],
    [50, 90],
  ]);
  expect(await call('freeSlots', bookings, 5, 60, 1)).toEqual([
    [10, 45],
    [50, 60],
  ]);
  expect(await call('freeSlots', [[0, 500]], 20, 100, 1)).toEqual([]);
  expect(
    await call(
      'freeSlots',
      [
        [100, 500],
        [0, 20],
      ],
      20,
      100,
      1,
    ),
  ).toEqual([[20, 100]]);
});

test('sees no gap between bookings that touch', async ({ call }) => {
  expect(
    await call(
      'freeSlots',
      [
        [10, 20],
        [20, 30],
        [0, 10],
      ],
      0,
      40,
      1,
    ),
  ).toEqual([[30, 40]]);
});

test('sorts times as numbers', async ({ call }) => {
  expect(
    await call(
      'freeSlots',
      [
        [9, 10],
        [100, 200],
        [1000, 1100],
      ],
      0,
      2000,
      1,
    ),
  ).toEqual([
    [0, 9],
    [10, 100],
    [200, 1000],
    [1100, 2000],
  ]);
});

test('takes a window of two billion seconds', async ({ call }) => {
  expect(await call('freeSlots', [[1_000_000_000, 1_000_000_001]], 0, 2_000_000_000, 60)).toEqual([
    [0, 1_000_000_000],
    [1_000_000_001, 2_000_000_000],
  ]);
});

test('does not change the list of bookings', async ({ evaluate }) => {
  const after = await evaluate(
    {
      ts: ({ freeSlots }, bookings) => {
        freeSlots(bookings, 0, 60, 1);
        return bookings;
      },
      py: `
        def drive(solution, bookings):
            solution.free_slots(bookings, 0, 60, 1)
            return bookings
      `,
    },
    [
      [20, 30],
      [0, 10],
      [25, 40],
      [5, 7],
    ],
  );
  expect(after).toEqual([
    [20, 30],
    [0, 10],
    [25, 40],
    [5, 7],
  ]);
});

test('finds the gaps between 50,000 bookings in time', async ({ evaluate }) => {
  const found = await evaluate(
    {
      ts: ({ freeSlots }, many) => {
        const bookings = Array.from({ length: many }, (_, index) => {
          const start = ((index * 7919) % many) * 100;
          return [start, start + 40];
        });
        const slots = freeSlots(bookings, 0, many * 100, 60);
        return [slots.length, slots[0], slots[slots.length - 1]];
      },
      py: `
        def drive(solution, many):
            starts = [index * 7919 % many * 100 for index in range(many)]
            slots = solution.free_slots([[start, start + 40] for start in starts], 0, many * 100, 60)
            return [len(slots), slots[0], slots[-1]]
      `,
    },
    50_000,
  );
  expect(found, 'How many slots, the first and the last').toEqual([50_000, [40, 100], [4_999_940, 5_000_000]]);
});

test('agrees with the reference on random bookings', async ({ call, reference, random }) => {
  for (let turn = 0; turn < 40; turn++) {
    const bookings = Array.from({ length: random.int(0, 12) }, () => {
      const start = random.int(0, 100);
      return [start, start + random.int(1, random.pick([5, 40]))];
    });
    const from = random.int(0, 40);
    const input = [bookings, from, from + random.int(1, 90), random.int(1, 8)];
    expect(await call('freeSlots', ...input), `freeSlots(${JSON.stringify(input).slice(1, -1)})`).toEqual(
      await reference.call('freeSlots', ...input),
    );
  }
});
