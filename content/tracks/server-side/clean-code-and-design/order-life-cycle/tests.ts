const lines = [
  { book: 7, quantity: 2, priceCents: 1100 },
  { book: 3, quantity: 1, priceCents: 950 },
];
const open = { state: 'open', lines };
const placed = { state: 'placed', lines, totalCents: 3150, placedAt: '2026-03-01' };
const paid = { ...placed, state: 'paid', charge: 'ch_1' };
const shipped = { ...paid, state: 'shipped', parcel: 'P-77' };
const cancelled = { state: 'cancelled', refundCents: 0 };

test('goes from open to shipped, and keeps what it has learned', async ({ call }) => {
  expect(await call('apply', open, { type: 'place', at: '2026-03-01' })).toEqual(placed);
  expect(await call('apply', placed, { type: 'pay', charge: 'ch_1' })).toEqual(paid);
  expect(await call('apply', paid, { type: 'ship', parcel: 'P-77' })).toEqual(shipped);
});

test('adds a line for another book', async ({ call }) => {
  const event = { type: 'add', book: 9, quantity: 3, priceCents: 500 };
  expect(await call('apply', { state: 'open', lines: [] }, event)).toEqual({
    state: 'open',
    lines: [{ book: 9, quantity: 3, priceCents: 500 }],
  });
  expect((await call('apply', open, event)).lines).toEqual([...lines, { book: 9, quantity: 3, priceCents: 500 }]);
});

test('adds to the line of the same book', async ({ call }) => {
  const after = await call('apply', open, { type: 'add', book: 7, quantity: 3, priceCents: 9999 });
  expect(after).toEqual({
    state: 'open',
    lines: [
      { book: 7, quantity: 5, priceCents: 1100 },
      { book: 3, quantity: 1, priceCents: 950 },
    ],
  });
});

test('refunds a paid order that is cancelled, and nothing otherwise', async ({ call }) => {
  expect(await call('apply', paid, { type: 'cancel' })).toEqual({ state: 'cancelled', refundCents: 3150 });
  expect(await call('apply', placed, { type: 'cancel' })).toEqual(cancelled);
  expect(await call('apply', open, { type: 'cancel' })).toEqual(cancelled);
});

test('refuses an event with the state and the event', async ({ throws }) => {
  const error = await throws('apply', shipped, { type: 'cancel' });
  expect(error).toMatchObject({ state: 'shipped', event: 'cancel' });
});
