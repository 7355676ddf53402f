test('is graded on submit too', ({ random }) => {
  expect(random.int(1, 3)).toBeGreaterThan(0);
});
