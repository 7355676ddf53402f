const line = (title: string, quantity: number | string, price: string) => `2026-03-04;${title};${quantity};${price}`;

test('answers as in the example', async ({ call }) => {
  const lines = [line('Slow Queries', 2, '19.99'), line('Slow Queries', -1, '19.99')];
  expect(await call('report', lines)).toEqual({ total_cents: 1999, copies: { 'Slow Queries': 1 }, skipped: 0 });
});

test('sums up copies and money of several titles', async ({ call }) => {
  const lines = [line('A', 1, '10.00'), line('B', 3, '5.50'), line('A', 2, '10.00')];
  expect(await call('report', lines)).toEqual({ total_cents: 4650, copies: { A: 3, B: 3 }, skipped: 0 });
});

test('counts every cent', async ({ call }) => {
  for (const price of ['19.99', '4.35', '0.29', '1.15', '8.95', '1001.10', '0.07']) {
    const { total_cents } = await call('report', [line('A', 1, price)]);
    expect(total_cents, `The total of one copy at ${price}`).toBe(Number(price.replace('.', '')));
  }
});

test('begins each report anew', async ({ call }) => {
  const bergen = await call('report', [line('Fjords', 2, '10.00')]);
  const oslo = await call('report', [line('Trams', 1, '10.00')]);
  expect(bergen).toEqual({ total_cents: 2000, copies: { Fjords: 2 }, skipped: 0 });
  expect(oslo).toEqual({ total_cents: 1000, copies: { Trams: 1 }, skipped: 0 });
  expect(await call('report', [])).toEqual({ total_cents: 0, copies: {}, skipped: 0 });
});

test('counts books that were brought back', async ({ call }) => {
  const lines = [line('A', 1, '10.00'), line('A', -1, '10.00'), line('B', -2, '5.50')];
  expect(await call('report', lines)).toEqual({ total_cents: -1100, copies: { A: 0, B: -2 }, skipped: 0 });
});
