const lines = [
  { book: 7, quantity: 2, priceCents: 1100 },
  { book: 3, quantity: 1, priceCents: 950 },
];
const open = { state: 'open', lines };
const placed = { state: 'placed', lines, totalCents: 3150, placedAt: '2026-03-01' };
const paid = { ...placed, state: 'paid', charge: 'ch_1' };
const shipped = { ...paid, state: 'shipped', parcel: 'P-77' };
const cancelled = { state: 'cancelled', refundCents: 0 };

const events = [
  { type: 'add', book: 1, quantity: 1, priceCents: 100 },
  { type: 'place', at: '2026-03-02' },
  { type: 'pay', charge: 'ch_2' },
  { type: 'ship', parcel: 'P-78' },
  { type: 'cancel' },
];
const allowed: Record<string, string[]> = {
  open: ['add', 'place', 'cancel'],
  placed: ['pay', 'cancel'],
  paid: ['ship', 'cancel'],
  shipped: [],
  cancelled: [],
};

test('refuses every combination that the table does not allow', async ({ throws }) => {
  for (const order of [open, placed, paid, shipped, cancelled]) {
    for (const event of events) {
      if (allowed[order.state]?.includes(event.type)) continue;
      const error = await throws('apply', order, event);
      expect(error, `${event.type} in the state ${order.state}`).toMatchObject({
        state: order.state,
        event: event.type,
      });
    }
  }
});

test('refuses to place an order without lines', async ({ throws }) => {
  const error = await throws('apply', { state: 'open', lines: [] }, { type: 'place', at: '2026-03-01' });
  expect(error).toMatchObject({ state: 'open', event: 'place' });
});

test('throws a NotAllowed, which is an Error', async ({ evaluate }) => {
  const is = await evaluate(({ apply, NotAllowed }) => {
    try {
      apply({ state: 'cancelled', refundCents: 0 }, { type: 'cancel' });
    } catch (error) {
      return [error instanceof NotAllowed, error instanceof Error];
    }
    return 'nothing was thrown';
  });
  expect(is, 'Whether it is a NotAllowed, and whether it is an Error').toEqual([true, true]);
});

test('never changes what it was given', async ({ evaluate }) => {
  const same = await evaluate(
    ({ apply }, cases) =>
      cases.map(([order, event]) => {
        const before = JSON.stringify([order, event]);
        apply(order, event);
        return JSON.stringify([order, event]) === before;
      }),
    [
      [open, { type: 'add', book: 7, quantity: 3, priceCents: 1100 }],
      [open, { type: 'add', book: 8, quantity: 3, priceCents: 1100 }],
      [open, { type: 'place', at: '2026-03-01' }],
      [placed, { type: 'pay', charge: 'ch_1' }],
      [paid, { type: 'ship', parcel: 'P' }],
      [paid, { type: 'cancel' }],
    ] as [object, object][],
  );
  expect(
    same,
    'Whether order and event were the same afterwards: add to a line, add a line, place, pay, ship, cancel',
  ).toEqual(Array.from({ length: 6 }, () => true));
});

test('agrees with the reference on random lives of orders', async ({ evaluate, reference, random }) => {
  const lives = Array.from({ length: 30 }, () =>
    Array.from({ length: 8 }, () =>
      random.pick([
        { type: 'add', book: random.int(1, 3), quantity: random.int(1, 4), priceCents: random.int(100, 2000) },
        { type: 'add', book: random.int(1, 3), quantity: random.int(1, 4), priceCents: random.int(100, 2000) },
        { type: 'place', at: `2026-03-0${random.int(1, 9)}` },
        { type: 'pay', charge: `ch_${random.int(1, 99)}` },
        { type: 'ship', parcel: `P-${random.int(1, 99)}` },
        ...(random.int(1, 4) === 1 ? [{ type: 'cancel' }] : []),
      ]),
    ),
  );
  const live = ({ apply }: { apply: (order: unknown, event: object) => unknown }, all: object[][]) =>
    all.map((events) =>
      events.reduce(
        (order: unknown, event) => {
          try {
            return apply(order, event);
          } catch {
            return order;
          }
        },
        { state: 'open', lines: [] },
      ),
    );
  const theirs = await evaluate(live, lives);
  const ours = await reference.evaluate(live, lives);
  for (const [index, life] of lives.entries()) {
    expect(theirs[index], `After ${JSON.stringify(life)}, where what is not allowed was left out`).toEqual(ours[index]);
  }
});
