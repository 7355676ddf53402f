type Step = ['book' | 'earliest', number, number, number] | ['cancel', number];

/** Plays the steps on a new calendar and lists what each gave. */
const play = {
  ts: ({ createCalendar }, capacity, steps) => {
    const calendar = createCalendar(capacity);
    return steps.map(([method, ...rest]) => calendar[method](...rest) ?? null);
  },
  py: `
    def drive(solution, capacity, steps):
        calendar = solution.create_calendar(capacity)
        return [getattr(calendar, method)(*rest) for method, *rest in steps]
  `,
};

test('refuses more seats than there are', async ({ evaluate }) => {
  const steps: Step[] = [
    ['book', 0, 5, 3],
    ['earliest', 0, 5, 3],
    ['book', 0, 5, 2],
    ['earliest', 3, 1, 2],
  ];
  expect(await evaluate(play, 2, steps)).toEqual([null, null, 1, 5]);
});

test('books nothing when it looks for a time', async ({ evaluate }) => {
  const steps: Step[] = [
    ['earliest', 0, 5, 2],
    ['earliest', 0, 5, 2],
    ['book', 0, 5, 2],
    ['cancel', 2],
  ];
  expect(await evaluate(play, 2, steps)).toEqual([0, 0, 1, false]);
});

test('does not count what was refused', async ({ evaluate }) => {
  const steps: Step[] = [
    ['book', 0, 9, 2],
    ['book', 0, 9, 2],
    ['book', 5, 6, 1],
    ['cancel', 2],
    ['book', 0, 9, 1],
  ];
  expect(await evaluate(play, 3, steps)).toEqual([1, null, 2, true, 3]);
});

test('finds a time between bookings that were cancelled', async ({ evaluate }) => {
  const steps: Step[] = [
    ['book', 0, 100, 1],
    ['book', 0, 50, 1],
    ['earliest', 0, 10, 1],
    ['cancel', 2],
    ['earliest', 0, 10, 1],
    ['earliest', 0, 10, 2],
  ];
  expect(await evaluate(play, 2, steps)).toEqual([1, 2, 50, true, 0, 100]);
});

test('agrees with the reference on random bookings', async ({ evaluate, reference, random }) => {
  for (let round = 0; round < 15; round++) {
    const capacity = random.int(1, 6);
    const steps = Array.from({ length: 60 }, (): Step => {
      const start = random.int(0, 40);
      const seats = random.int(1, Math.min(3, capacity + 1));
      const kind = random.int(0, 9);
      if (kind < 5) return ['book', start, start + random.int(1, 12), seats];
      if (kind < 7) return ['cancel', random.int(1, 20)];
      return ['earliest', start, random.int(1, 12), seats];
    });
    const seen = await evaluate(play, capacity, steps);
    expect({ capacity, steps, seen }).toEqual({
      capacity,
      steps,
      seen: await reference.evaluate(play, capacity, steps),
    });
  }
});
