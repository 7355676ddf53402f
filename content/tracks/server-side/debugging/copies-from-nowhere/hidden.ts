const minute = 60_000;

/** Plays [method, ...arguments] on a shelf and returns the answers. */
const play = ({ createShelf }, copies, steps) => {
  const shelf = createShelf(copies);
  return steps.map(([method, ...rest]) => shelf[method](...rest));
};

test('frees a copy at exactly its time', async ({ evaluate }) => {
  const steps = [
    ['putAside', 'ada', 5],
    ['free', 15 * minute + 4],
    ['free', 15 * minute + 5],
    ['cancel', 'ada', 15 * minute + 5],
  ];
  expect(await evaluate(play, 1, steps)).toEqual([true, 0, 1, false]);
});

test('gives a copy back once when a cancel comes too late', async ({ evaluate }) => {
  const steps = [
    ['putAside', 'ada', 0],
    ['putAside', 'ben', 10 * minute],
    ['cancel', 'ada', 20 * minute],
    ['free', 20 * minute],
    ['cancel', 'ada', 21 * minute],
    ['free', 21 * minute],
  ];
  expect(await evaluate(play, 3, steps)).toEqual([true, true, false, 2, false, 2]);
});

test('begins the time anew for somebody who puts aside again', async ({ evaluate }) => {
  const steps = [
    ['putAside', 'ada', 0],
    ['putAside', 'ada', 10 * minute],
    ['free', 20 * minute],
    ['free', 25 * minute],
  ];
  expect(await evaluate(play, 1, steps)).toEqual([true, true, 0, 1]);
});

test('gives an expired copy to the next customer, whichever method is called first', async ({ evaluate }) => {
  const steps = [
    ['putAside', 'ada', 0],
    ['putAside', 'ben', 0],
    ['putAside', 'cleo', 15 * minute],
    ['putAside', 'dora', 15 * minute],
    ['putAside', 'eve', 15 * minute],
  ];
  expect(await evaluate(play, 2, steps)).toEqual([true, true, true, true, false]);
});

test('keeps two shelves apart', async ({ evaluate }) => {
  const seen = await evaluate(({ createShelf }) => {
    const [one, two] = [createShelf(1), createShelf(1)];
    return [one.putAside('ada', 0), two.free(0), two.putAside('ada', 0), one.cancel('ada', 1), two.free(1)];
  });
  expect(seen).toEqual([true, 1, true, true, 0]);
});

test('agrees with the reference on a random day', async ({ evaluate, reference, random }) => {
  for (let day = 0; day < 5; day++) {
    let nowMs = 0;
    const copies = random.int(1, 8);
    const steps = Array.from({ length: 120 }, () => {
      nowMs += random.pick([0, 1, minute, 4 * minute, 16 * minute]);
      const customer = random.pick(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']);
      const method = random.pick(['putAside', 'putAside', 'cancel', 'free']);
      return method === 'free' ? [method, nowMs] : [method, customer, nowMs];
    });
    expect(await evaluate(play, copies, steps)).toEqual(await reference.evaluate(play, copies, steps));
  }
});
