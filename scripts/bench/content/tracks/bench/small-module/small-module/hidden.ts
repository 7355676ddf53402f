test('agrees with the reference on a random page', async ({ call, reference, random }) => {
  const options = { page: random.int(1, 4), size: random.int(1, 5) };
  expect(await call('paginate', [1, 2, 3, 4, 5, 6], options)).toEqual(
    await reference.call('paginate', [1, 2, 3, 4, 5, 6], options),
  );
});
