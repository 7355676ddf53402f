/** The chance of having finished `items` items after 0, 1, 2, … weeks, computed exactly. */
function exactChances(history: number[], items: number, weeks: number): number[] {
  let chances = new Map([[0, 1]]);
  const done: number[] = [];
  for (let week = 0; week <= weeks; week++) {
    done.push(chances.get(items) ?? 0);
    const next = new Map<number, number>();
    for (const [finished, chance] of chances) {
      for (const more of history) {
        const then = Math.min(items, finished + more);
        next.set(then, (next.get(then) ?? 0) + chance / history.length);
      }
    }
    chances = next;
  }
  return done;
}

test('weeks in which nothing was finished count', async ({ call }) => {
  // Every other week yields nothing: two items need two good weeks of 1, and with 50 % each that is 4 weeks for 69 %.
  expect(await call('forecast', [0, 1], 2, [60, 75])).toEqual([4, 5]);
  const chance = await call('chanceBy', [0, 1], 2, 3);
  expect(chance).toBeGreaterThan(0.47);
  expect(chance).toBeLessThan(0.53);
});

test('each coming week is drawn for itself', async ({ call }) => {
  // One good or bad week repeated all the time would make 10 weeks a matter of 50 %; here good and bad cancel out.
  const chance = await call('chanceBy', [1, 9], 40, 10);
  expect(chance).toBeGreaterThan(0.8);
  expect(chance).toBeLessThan(0.86);
});

test('each past week is as likely as the others, however often its number occurs', async ({ call }) => {
  // 6 stands there once in four: within two weeks, at least one of them is a 6 in 7 of 16 futures.
  const chance = await call('chanceBy', [1, 1, 1, 6], 6, 2);
  expect(chance).toBeGreaterThan(0.4075);
  expect(chance).toBeLessThan(0.4675);
});

test('a rare good week does not make a high percentage early', async ({ call }) => {
  expect(await call('forecast', [2, 2, 2, 2, 2, 2, 2, 2, 2, 30], 20, [5, 80])).toEqual([1, 10]);
});

test('before the first week nothing is finished', async ({ call }) => {
  expect(await call('chanceBy', [30], 1, 0)).toBe(0);
  expect(await call('chanceBy', [30], 1, 1)).toBe(1);
});

test('agrees with the reference on random histories', async ({ call, reference, random }) => {
  const history = Array.from({ length: random.int(4, 12) }, () => random.int(0, 8));
  history[0] = random.int(3, 8);
  history[1] = random.int(3, 8);
  const items = random.int(10, 30);
  const exact = exactChances(history, items, 60);
  const clear = [30, 40, 50, 60, 70, 80, 85, 90].filter((percent) =>
    exact.every((chance) => Math.abs(chance - percent / 100) > 0.04),
  );
  expect(await call('forecast', history, items, clear)).toEqual(
    await reference.call('forecast', history, items, clear),
  );
  const weeks = exact.findIndex((chance) => chance > 0.3);
  const wanted = await reference.call('chanceBy', history, items, weeks);
  const chance = await call('chanceBy', history, items, weeks);
  expect(chance).toBeGreaterThan(wanted - 0.03);
  expect(chance).toBeLessThan(wanted + 0.03);
});
