// Each run is a number of minutes that are alike, with the requests and errors of each.
const play = ({ alertFor }, runs: number[][], objective: number) =>
  alertFor(
    runs.flatMap(([minutes, requests, errors]) => Array.from({ length: minutes }, () => ({ requests, errors }))),
    objective,
  );

test('says none when there were no requests', async ({ evaluate }) => {
  expect(await evaluate(play, [[90, 0, 0]], 0.999)).toBe('none');
});

test('asks for a ticket when the history is one hour and its loss is over', async ({ evaluate }) => {
  const runs = [
    [1, 60, 60],
    [59, 100, 0],
  ];
  expect(await evaluate(play, runs, 0.999)).toBe('ticket');
});

test('says none without a history', async ({ evaluate }) => {
  expect(await evaluate(play, [], 0.999)).toBe('none');
});

test('says none when the short window is silent', async ({ evaluate }) => {
  // Two per cent fail for an hour and a half, then half an hour without a request: each short window of a page is 0.
  expect(
    await evaluate(
      play,
      [
        [4200, 100, 0],
        [90, 100, 2],
        [30, 0, 0],
      ],
      0.999,
    ),
  ).toBe('none');
});

test('judges a new service by the minutes it has', async ({ evaluate }) => {
  expect(await evaluate(play, [[3, 100, 2]], 0.999)).toBe('page');
  expect(await evaluate(play, [[3, 1000, 2]], 0.999)).toBe('ticket');
});

test('looks at thirty minutes, not at five, when the loss lasts six hours', async ({ evaluate }) => {
  // A burn rate of 9 until five minutes ago.
  expect(
    await evaluate(
      play,
      [
        [3960, 1000, 0],
        [355, 1000, 9],
        [5, 1000, 0],
      ],
      0.999,
    ),
  ).toBe('page');
});

test('keeps a ticket while the last six hours are bad, and drops it when they are not', async ({ evaluate }) => {
  expect(
    await evaluate(
      play,
      [
        [4260, 1000, 2],
        [60, 1000, 0],
      ],
      0.999,
    ),
  ).toBe('ticket');
  expect(
    await evaluate(
      play,
      [
        [3960, 1000, 2],
        [360, 1000, 0],
      ],
      0.999,
    ),
  ).toBe('none');
});

test('leaves out what is older than three days', async ({ evaluate }) => {
  expect(
    await evaluate(
      play,
      [
        [4000, 1000, 500],
        [4320, 1000, 0],
      ],
      0.999,
    ),
  ).toBe('none');
  // A clean week before them does not make the last three days better.
  expect(
    await evaluate(
      play,
      [
        [10_080, 1000, 0],
        [4320, 1000, 2],
      ],
      0.999,
    ),
  ).toBe('ticket');
});

test('fires above a limit, and not at it', async ({ evaluate }) => {
  // Quarters and eighths are exact: burn rates of 1 and 6 to the last bit.
  expect(await evaluate(play, [[4320, 4, 1]], 0.75)).toBe('none');
  expect(await evaluate(play, [[360, 4, 3]], 0.875)).toBe('ticket');
});

test('measures by the objective that was given', async ({ evaluate }) => {
  // Two per cent fail: a burn rate of 20 for 99.9 per cent, 2 for 99, and 0.4 for 95.
  expect(await evaluate(play, [[4320, 100, 2]], 0.99)).toBe('ticket');
  expect(await evaluate(play, [[4320, 100, 2]], 0.95)).toBe('none');
});

test('agrees with the reference on random days', async ({ evaluate, reference, random }) => {
  const runs = Array.from({ length: random.int(1, 9) }, () => {
    const share = random.pick([0, 0.0005, 0.0013, 0.004, 0.0073, 0.011, 0.017, 0.03]);
    return [random.int(1, 700), 10_000, Math.round(10_000 * share) + random.int(0, 3)];
  });
  expect(await evaluate(play, runs, 0.999)).toBe(await reference.evaluate(play, runs, 0.999));
});
