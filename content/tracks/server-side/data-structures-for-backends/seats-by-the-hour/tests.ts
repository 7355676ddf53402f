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

test('answers as in the example', async ({ evaluate }) => {
  const steps: Step[] = [
    ['book', 10, 30, 2],
    ['book', 20, 40, 2],
    ['book', 15, 25, 3],
    ['book', 30, 50, 2],
    ['book', 0, 12, 2],
    ['earliest', 5, 10, 2],
    ['earliest', 5, 10, 5],
  ];
  expect(await evaluate(play, 4, steps)).toEqual([1, 2, null, 3, 4, 40, null]);
});

test('takes what never exceeds the seats at one moment', async ({ evaluate }) => {
  // Three that follow each other overlap the fourth, and never sit there together.
  const steps: Step[] = [
    ['book', 0, 10, 2],
    ['book', 10, 20, 2],
    ['book', 20, 30, 2],
    ['book', 0, 30, 2],
    ['book', 9, 11, 1],
  ];
  expect(await evaluate(play, 4, steps)).toEqual([1, 2, 3, 4, null]);
});

test('sees a peak in the middle of the request', async ({ evaluate }) => {
  const steps: Step[] = [
    ['book', 20, 30, 2],
    ['book', 25, 28, 2],
    ['book', 10, 40, 1],
    ['book', 10, 25, 2],
    ['book', 28, 40, 2],
  ];
  expect(await evaluate(play, 4, steps)).toEqual([1, 2, null, 3, 4]);
});

test('does not count the end of a booking', async ({ evaluate }) => {
  const steps: Step[] = [
    ['book', 10, 20, 3],
    ['book', 20, 30, 3],
    ['book', 5, 10, 3],
    ['book', 19, 20, 1],
  ];
  expect(await evaluate(play, 3, steps)).toEqual([1, 2, 3, null]);
});

test('gives seats back once', async ({ evaluate }) => {
  const steps: Step[] = [
    ['book', 0, 10, 2],
    ['book', 0, 10, 2],
    ['cancel', 1],
    ['cancel', 1],
    ['cancel', 9],
    ['book', 0, 10, 2],
    ['book', 0, 10, 1],
    ['cancel', 1],
    ['cancel', 2],
  ];
  expect(await evaluate(play, 4, steps)).toEqual([1, 2, true, false, false, 3, null, false, true]);
});

test('finds the earliest time that is long enough', async ({ evaluate }) => {
  const steps: Step[] = [
    ['book', 10, 20, 3],
    ['book', 25, 40, 2],
    ['book', 40, 50, 3],
    ['earliest', 0, 10, 1],
    ['earliest', 5, 6, 1],
    ['earliest', 5, 5, 3],
    ['earliest', 12, 6, 2],
    ['earliest', 12, 5, 2],
    ['earliest', 30, 10, 1],
    ['earliest', 31, 10, 1],
    ['earliest', 70, 9, 3],
  ];
  expect(await evaluate(play, 3, steps)).toEqual([1, 2, 3, 0, 20, 5, 50, 20, 30, 50, 70]);
});
