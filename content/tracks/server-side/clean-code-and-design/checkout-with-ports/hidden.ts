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

test('has paid also when the mail fails', async ({ evaluate }) => {
  const { result, calls } = await evaluate(place, { fails: 'mail' }, request);
  expect(result).toEqual({ kind: 'paid', orderId: 'o-1' });
  expect(names(calls)).toEqual(['reserve', 'save pending', 'charge', 'save paid', 'mail']);
});

test('releases the books when the pending order cannot be saved', async ({ evaluate }) => {
  const { result, calls } = await evaluate(place, { fails: 'save pending' }, request);
  expect(result).toBe('rejects: save pending failed');
  expect(calls).toEqual([
    ['reserve', request.lines],
    ['save pending', pending],
    ['release', request.lines],
  ]);
});

test('passes on other rejections', async ({ evaluate }) => {
  expect((await evaluate(place, { fails: 'reserve' }, request)).result).toBe('rejects: reserve failed');
  const { result, calls } = await evaluate(place, { fails: 'save paid' }, request);
  expect(result, 'The result when the paid order cannot be saved').toBe('rejects: save paid failed');
  expect(names(calls)).toEqual(['reserve', 'save pending', 'charge', 'save paid']);
});

test('saves a declined order whole, and releases its lines', async ({ evaluate }) => {
  const { calls } = await evaluate(place, { charge: { ok: false } }, request);
  const seen = Object.fromEntries(calls);
  expect(seen['save declined']).toEqual({ ...pending, state: 'declined' });
  expect(seen.release).toEqual(request.lines);
});

test('does as the reference with random orders and troubles', async ({ evaluate, reference, random }) => {
  for (let turn = 0; turn < 12; turn++) {
    const sent = {
      email: `${random.string(6)}@example.com`,
      token: `tok_${random.string(5)}`,
      lines: Array.from({ length: random.int(0, 4) }, (_, book) => ({
        book,
        quantity: random.int(1, 9),
        priceCents: random.int(1, 5000),
      })),
    };
    const world: World = random.pick([
      {},
      {},
      { reserves: false },
      { charge: { ok: false } },
      { fails: 'charge' },
      { fails: 'mail' },
    ]);
    const theirs = await evaluate(place, world, sent);
    const ours = await reference.evaluate(place, world, sent);
    const about = `With ${JSON.stringify(world)}, order ${JSON.stringify(sent)}`;
    expect(theirs.result, about).toEqual(ours.result);
    expect(Object.fromEntries(theirs.calls), about).toEqual(Object.fromEntries(ours.calls));
  }
});
