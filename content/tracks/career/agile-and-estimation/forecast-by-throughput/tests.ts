test('gives the chance of the example, 0.75', async ({ call }) => {
  const chance = await call('chanceBy', [1, 3], 4, 2);
  expect(chance).toBeGreaterThan(0.72);
  expect(chance).toBeLessThan(0.78);
});

test('gives the weeks of the example, one for each percentage and in their order', async ({ call }) => {
  expect(await call('forecast', [1, 3], 4, [50, 80])).toEqual([2, 3]);
  expect(await call('forecast', [1, 3], 4, [80, 50, 80])).toEqual([3, 2, 3]);
});

test('promises more weeks for a higher percentage, and more than the average pace would need', async ({ call }) => {
  // 24 items at 3.25 a week are 7.4 weeks; within 8 weeks 70 % of all futures are done, within 9 weeks 87 %.
  const history = [3, 5, 0, 4, 2, 6, 3, 1, 4, 5, 2, 4];
  expect(await call('forecast', history, 24, [30, 60, 80])).toEqual([7, 8, 9]);
});

test('is certain when all past weeks were alike', async ({ call }) => {
  expect(await call('forecast', [5, 5, 5], 20, [10, 50, 99])).toEqual([4, 4, 4]);
  expect(await call('chanceBy', [5, 5, 5], 20, 3)).toBe(0);
  expect(await call('chanceBy', [5, 5, 5], 20, 4)).toBe(1);
});

test('no items are finished at once', async ({ call }) => {
  expect(await call('forecast', [2, 4], 0, [50, 95])).toEqual([0, 0]);
  expect(await call('chanceBy', [2, 4], 0, 0)).toBe(1);
  expect(await call('chanceBy', [], 0, 3)).toBe(1);
});

test('refuses a forecast when nothing was ever finished', async ({ throws, language }) => {
  const errors = [
    await throws('forecast', [], 5, [50]),
    await throws('forecast', [0, 0, 0], 5, [50]),
    await throws('chanceBy', [], 5, 4),
    await throws('chanceBy', [0, 0], 1, 4),
  ];
  if (language === 'python') expect(errors.map(({ name }) => name)).toEqual(errors.map(() => 'ValueError'));
});
