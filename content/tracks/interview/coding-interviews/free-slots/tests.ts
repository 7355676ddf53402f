test('finds the gaps between, before and after bookings', async ({ call }) => {
  expect(
    await call(
      'freeSlots',
      [
        [20, 30],
        [40, 50],
      ],
      0,
      60,
      1,
    ),
  ).toEqual([
    [0, 20],
    [30, 40],
    [50, 60],
  ]);
});

test('takes bookings in any order, and those that overlap', async ({ call }) => {
  expect(
    await call(
      'freeSlots',
      [
        [20, 30],
        [0, 10],
        [25, 40],
      ],
      0,
      60,
      5,
    ),
  ).toEqual([
    [10, 20],
    [40, 60],
  ]);
});

test('leaves out gaps that are too short', async ({ call }) => {
  const bookings = [
    [20, 30],
    [0, 10],
    [25, 40],
  ];
  expect(await call('freeSlots', bookings, 0, 60, 15)).toEqual([[40, 60]]);
  expect(await call('freeSlots', bookings, 0, 60, 20), 'A gap of exactly 20 seconds').toEqual([[40, 60]]);
  expect(await call('freeSlots', bookings, 0, 60, 21)).toEqual([]);
});

test('sees no gap inside a long booking', async ({ call }) => {
  expect(
    await call(
      'freeSlots',
      [
        [0, 100],
        [10, 20],
        [30, 40],
      ],
      0,
      120,
      1,
    ),
  ).toEqual([[100, 120]]);
});

test('finds everything free without bookings', async ({ call }) => {
  expect(await call('freeSlots', [], 5, 9, 1)).toEqual([[5, 9]]);
});
