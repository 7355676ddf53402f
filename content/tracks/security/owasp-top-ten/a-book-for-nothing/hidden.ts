test('refuses orders that break the rules, and charges nothing', async ({ request, upstream }) => {
  const good = { book: 'postcard', quantity: 1 };
  const orders: Record<string, object> = {
    'no items': { items: [] },
    'a quantity of 0': { items: [good, { book: 'slow-queries', quantity: 0 }] },
    'a quantity of 100': { items: [{ book: 'slow-queries', quantity: 100 }] },
    'a quantity of 1.5': { items: [{ book: 'slow-queries', quantity: 1.5 }] },
    'a quantity of -1': { items: [good, { book: 'postcard', quantity: -1 }] },
    'a quantity that is a text': { items: [{ book: 'slow-queries', quantity: '1' }] },
    'a book that there is not': { items: [good, { book: 'unwritten', quantity: 1 }] },
    'the book constructor': { items: [{ book: 'constructor', quantity: 1 }] },
    'a coupon that there is not': { items: [good], coupons: ['WINTER'] },
  };
  for (const [what, order] of Object.entries(orders)) {
    const { status } = await request('POST', '/orders', { json: { card: 'good', ...order } });
    expect(status, `an order with ${what}`).toBe(422);
  }
  expect(upstream.calls(), 'charges').toEqual([]);
});

test('counts a coupon once, however it is written', async ({ request }) => {
  const items = [{ book: 'slow-queries', quantity: 1 }];
  const coupons = ['WELCOME', 'welcome', ' Welcome', 'SUMMER', 'summer'];
  const { status, json } = await request('POST', '/orders', { json: { items, coupons, card: 'good' } });
  expect(status).toBe(201);
  expect(json.totalCents, '4000 cents, less ten percent, less 500').toBe(3100);
});

test('answers 502 where it cannot know that it was paid', async ({ request, clock }) => {
  for (const card of ['later', 'broken', 'odd', 'slow']) {
    const before = await clock.now();
    const items = [{ book: 'slow-queries', quantity: 1 }];
    const { status, json } = await request('POST', '/orders', { json: { items, card } });
    expect(status, `with the card ${card}`).toBe(502);
    expect(json?.downloads, `keys for the card ${card}`).toBe(undefined);
    expect((await clock.now()) - before, `milliseconds until the answer for ${card}`).toBeLessThanOrEqual(10_100);
  }
});

test('waits for a provider that is slow but in time', async ({ request, upstream }) => {
  upstream.reply('POST', 'https://pay.test/cards/patient/charges', { json: { status: 'paid' }, latencyMs: 9000 });
  const order = { items: [{ book: 'postcard', quantity: 99 }], card: 'patient' };
  const { status, json } = await request('POST', '/orders', { json: order });
  expect(status, 'after nine seconds').toBe(201);
  expect(json.totalCents).toBe(9900);
});

test('agrees with the reference on random orders', async ({ request, reference, random, files, planted }) => {
  for (let turn = 0; turn < 12; turn++) {
    const items = Array.from({ length: random.int(1, 3) }, () => ({
      book: random.pick(['slow-queries', 'locks-and-keys', 'postcard', 'postcard']),
      quantity: random.pick([1, 2, 7, 99, random.int(0, 101)]),
    }));
    const coupons = random.pick([[], ['SUMMER'], ['welcome'], ['Welcome ', 'summer', 'WELCOME']]);
    const json = { items, coupons, card: random.pick(['good', 'good', 'empty']) };
    const expected = await reference.request('POST', '/orders', { json });
    const seen = await request('POST', '/orders', { json });
    expect(seen.status, `the status for ${JSON.stringify(json)}`).toBe(expected.status);
    if (expected.status === 201) expect(seen.json, JSON.stringify(json)).toEqual(expected.json);
  }
  expect(files.read('/srv/downloads/slow-queries.key'), 'the key in its file').toBe(planted.secret);
});
