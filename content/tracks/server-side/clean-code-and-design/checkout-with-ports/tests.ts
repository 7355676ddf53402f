const request = {
  email: 'ada@example.com',
  token: 'tok_ada',
  lines: [
    { book: 7, quantity: 2, priceCents: 1100 },
    { book: 3, quantity: 1, priceCents: 950 },
  ],
};
const pending = {
  id: 'o-1',
  email: 'ada@example.com',
  lines: request.lines,
  totalCents: 3150,
  placedAt: '2026-03-01',
  state: 'pending',
};

type World = { reserves?: boolean; charge?: unknown; fails?: string };

/** Places one order with adapters that write down each call; `fails` names the call that rejects, such as `save paid`. */
async function place({ createCheckout }: { createCheckout: (ports: object) => any }, world: World, sent: object) {
  const calls: [string, unknown][] = [];
  const step = async <Value>(name: string, argument: unknown, value: Value): Promise<Value> => {
    calls.push([name, JSON.parse(JSON.stringify(argument))]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (world.fails === name) throw new Error(`${name} failed`);
    return value;
  };
  let ids = 0;
  let times = 0;
  const checkout = createCheckout({
    stock: {
      reserve: (lines: unknown) => step('reserve', lines, world.reserves ?? true),
      release: (lines: unknown) => step('release', lines, undefined),
    },
    payments: { charge: (payment: unknown) => step('charge', payment, world.charge ?? { ok: true, charge: 'ch_1' }) },
    orders: { save: (order: { state: string }) => step(`save ${order.state}`, order, undefined) },
    mails: { send: (mail: unknown) => step('mail', mail, undefined) },
    now: () => `2026-03-0${++times}`,
    newId: () => `o-${++ids}`,
  });
  let result: unknown;
  try {
    result = await checkout.placeOrder(sent);
  } catch (error) {
    result = `rejects: ${(error as Error).message}`;
  }
  const before = calls.length;
  await new Promise((resolve) => setTimeout(resolve, 100));
  return { result, calls, late: calls.slice(before).map(([name]) => name) };
}
const names = (calls: [string, unknown][]) => calls.map(([name]) => name);

test('reserves, saves, charges, saves and sends a mail, in this order', async ({ evaluate }) => {
  const { result, calls, late } = await evaluate(place, {}, request);
  expect(result).toEqual({ kind: 'paid', orderId: 'o-1' });
  expect(names(calls)).toEqual(['reserve', 'save pending', 'charge', 'save paid', 'mail']);
  expect(late, 'Calls that were made after placeOrder had answered').toEqual([]);
});

test('hands each port what it needs', async ({ evaluate }) => {
  const { calls } = await evaluate(place, {}, request);
  expect(Object.fromEntries(calls)).toEqual({
    reserve: request.lines,
    'save pending': pending,
    charge: { orderId: 'o-1', cents: 3150, token: 'tok_ada' },
    'save paid': { ...pending, state: 'paid', charge: 'ch_1' },
    mail: { to: 'ada@example.com', orderId: 'o-1', totalCents: 3150 },
  });
});

test('refuses an order without lines and touches no port', async ({ evaluate }) => {
  const { result, calls } = await evaluate(place, {}, { ...request, lines: [] });
  expect(result).toEqual({ kind: 'refused', reason: 'empty' });
  expect(names(calls)).toEqual([]);
});

test('refuses what is out of stock and does nothing else', async ({ evaluate }) => {
  const { result, calls } = await evaluate(place, { reserves: false }, request);
  expect(result).toEqual({ kind: 'refused', reason: 'out-of-stock' });
  expect(names(calls)).toEqual(['reserve']);
});

test('gives everything back when the card is declined', async ({ evaluate }) => {
  const { result, calls } = await evaluate(place, { charge: { ok: false } }, request);
  expect(result).toEqual({ kind: 'refused', reason: 'declined' });
  expect(names(calls).slice(0, 3)).toEqual(['reserve', 'save pending', 'charge']);
  expect(names(calls).slice(3).toSorted()).toEqual(['release', 'save declined']);
});

test('leaves an order pending when nobody knows whether it was paid', async ({ evaluate }) => {
  const { result, calls } = await evaluate(place, { fails: 'charge' }, request);
  expect(result).toEqual({ kind: 'pending', orderId: 'o-1' });
  expect(names(calls)).toEqual(['reserve', 'save pending', 'charge']);
});
