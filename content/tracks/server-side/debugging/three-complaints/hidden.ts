const line = (title: string, quantity: number | string, price: string) => `2026-03-04;${title};${quantity};${price}`;

test('skips lines that do not count', async ({ call }) => {
  const bad = [
    line('A', 'two', '10.00'),
    line('A', '', '10.00'),
    line('A', '1.5', '10.00'),
    line('A', '--1', '10.00'),
    line('A', '-', '10.00'),
    line('A', '+1', '10.00'),
    line('A', ' 1', '10.00'),
    line('A', '1_0', '10.00'),
    line('A', '٣', '10.00'),
    line('A', 1, '10'),
    line('A', 1, '10.0'),
    line('A', 1, '-10.00'),
    line('A', 1, '10,00'),
  ];
  for (const one of bad) {
    expect(await call('report', [one]), one).toEqual({ total_cents: 0, copies: {}, skipped: 1 });
  }
  expect(await call('report', [...bad, line('B', 1, '1.00')])).toEqual({
    total_cents: 100,
    copies: { B: 1 },
    skipped: bad.length,
  });
});

test('keeps the answers of two calls apart', async ({ evaluate }) => {
  const seen = await evaluate({
    py: `
      def drive(solution):
          first = solution.report(["2026-03-04;A;1;1.00"])
          second = solution.report(["2026-03-04;B;1;1.00"])
          return [first["copies"], second["copies"]]
    `,
  });
  expect(seen).toEqual([{ A: 1 }, { B: 1 }]);
});

test('sums up large numbers of copies exactly', async ({ call }) => {
  const lines = Array.from({ length: 300 }, (_, i) => line('A', 1000 + i, '1234567.89'));
  const copies = 300 * 1000 + (299 * 300) / 2;
  expect((await call('report', lines)).total_cents).toBe(copies * 123456789);
});

test('agrees with the reference on random days', async ({ call, reference, random }) => {
  for (let day = 0; day < 4; day++) {
    const lines = Array.from({ length: 60 }, () => {
      const price = `${random.int(0, 99)}.${String(random.int(0, 99)).padStart(2, '0')}`;
      const quantity = random.pick([random.int(1, 9), random.int(1, 9), -random.int(1, 3), 'x', '']);
      return line(random.pick(['A', 'B', 'C', 'D']), quantity, random.int(0, 9) === 0 ? `${price}0` : price);
    });
    expect(await call('report', lines)).toEqual(await reference.call('report', lines));
  }
});
