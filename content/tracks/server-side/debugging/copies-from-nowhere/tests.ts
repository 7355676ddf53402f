const minute = 60_000;

/** Plays [method, ...arguments] on a shelf and returns the answers. */
const play = ({ createShelf }, copies, steps) => {
  const shelf = createShelf(copies);
  return steps.map(([method, ...rest]) => shelf[method](...rest));
};

test('holds a copy for fifteen minutes', async ({ evaluate }) => {
  const steps = [
    ['putAside', 'ada', 0],
    ['free', 0],
    ['free', 14 * minute],
    ['free', 16 * minute],
  ];
  expect(await evaluate(play, 3, steps)).toEqual([true, 2, 2, 3]);
});

test('refuses when nothing is free', async ({ evaluate }) => {
  const steps = [
    ['putAside', 'ada', 0],
    ['putAside', 'ben', 0],
    ['putAside', 'cleo', 1],
    ['free', 1],
  ];
  expect(await evaluate(play, 2, steps)).toEqual([true, true, false, 0]);
});

test('frees all copies whose time has come, at once', async ({ evaluate }) => {
  const customers = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
  const steps = [
    ...customers.map((customer, i) => ['putAside', customer, i]),
    ['free', 60 * minute],
    ['free', 60 * minute],
  ];
  expect((await evaluate(play, 10, steps)).slice(-2)).toEqual([10, 10]);
});

test('gives a copy back when it is cancelled', async ({ evaluate }) => {
  const steps = [
    ['putAside', 'ada', 0],
    ['putAside', 'ben', 1],
    ['cancel', 'ada', 2],
    ['free', 2],
    ['putAside', 'cleo', 3],
  ];
  expect(await evaluate(play, 2, steps)).toEqual([true, true, true, 1, true]);
});

test('counts nothing twice when somebody cancels who holds nothing', async ({ evaluate }) => {
  const steps = [
    ['putAside', 'ada', 0],
    ['putAside', 'ben', 0],
    ['cancel', 'ada', 1],
    ['cancel', 'ada', 2],
    ['cancel', 'eve', 3],
    ['free', 4],
  ];
  expect(await evaluate(play, 3, steps)).toEqual([true, true, true, false, false, 2]);
});
