// Each run is a number of minutes that are alike, with the requests and errors of each.
const play = ({ alertFor }, runs: number[][], objective: number) =>
  alertFor(
    runs.flatMap(([minutes, requests, errors]) => Array.from({ length: minutes }, () => ({ requests, errors }))),
    objective,
  );

test('says none while the service keeps its promise', async ({ evaluate }) => {
  expect(await evaluate(play, [[4320, 2000, 1]], 0.999)).toBe('none');
});

test('pages for a fast loss that has lasted an hour', async ({ evaluate }) => {
  expect(await evaluate(play, [[60, 100, 2]], 0.999)).toBe('page');
});

test('says none once a fast loss is over', async ({ evaluate }) => {
  // A fifth failed for a quarter of an hour, and that ended 45 minutes ago.
  const runs = [
    [4260, 100, 0],
    [15, 100, 20],
    [45, 100, 0],
  ];
  expect(await evaluate(play, runs, 0.999)).toBe('none');
});

test('says none for a few bad minutes after hours without an error', async ({ evaluate }) => {
  // A burn rate of 30 for five minutes is one of 2.5 over the hour and 0.4 over six.
  expect(
    await evaluate(
      play,
      [
        [4315, 100, 0],
        [5, 100, 3],
      ],
      0.999,
    ),
  ).toBe('none');
});

test('pages for a slower loss that has lasted six hours', async ({ evaluate }) => {
  // A burn rate of 8: below 14.4, above 6.
  expect(
    await evaluate(
      play,
      [
        [3960, 1000, 0],
        [360, 1000, 8],
      ],
      0.999,
    ),
  ).toBe('page');
});

test('asks for a ticket for a loss that is slow and lasts for days', async ({ evaluate }) => {
  // A burn rate of 2.
  expect(await evaluate(play, [[4320, 1000, 2]], 0.999)).toBe('ticket');
});

test('counts requests, not minutes', async ({ evaluate }) => {
  // Half of the minutes fail one of two requests, the others none of ten thousand: 0.005 per cent in all.
  const runs = Array.from({ length: 360 }, (_, n) => (n % 2 ? [1, 2, 1] : [1, 10_000, 0]));
  expect(await evaluate(play, runs, 0.999)).toBe('none');
});
