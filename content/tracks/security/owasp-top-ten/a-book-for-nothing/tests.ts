type Order = { items: { book: string; quantity: number }[]; coupons?: string[]; card?: string };

test('charges what an order costs, and hands out its keys', async ({ request, upstream, planted }) => {
  const items = [
    { book: 'slow-queries', quantity: 1 },
    { book: 'postcard', quantity: 3 },
  ];
  const { status, json } = await request('POST', '/orders', { json: { items, card: 'good' } });
  expect(status).toBe(201);
  const downloads = { 'slow-queries': planted.secret, postcard: 'wish-you-were-here' };
  expect(json).toEqual({ totalCents: 4300, downloads });
  expect(
    upstream.calls().map(({ method, url, json }) => ({ method, url, json })),
    'what the provider was asked',
  ).toEqual([{ method: 'POST', url: 'https://pay.test/cards/good/charges', json: { amount: 4300 } }]);
});

test('takes coupons in any case of letters', async ({ request }) => {
  const cost = async (coupons: string[]) => {
    const items = [{ book: 'locks-and-keys', quantity: 1 }];
    return (await request('POST', '/orders', { json: { items, coupons, card: 'good' } })).json.totalCents;
  };
  expect(await cost([]), 'without a coupon').toBe(2500);
  expect(await cost(['summer ']), 'summer and a space').toBe(2250);
  expect(await cost(['Welcome']), 'Welcome').toBe(2000);
  expect(await cost(['WELCOME', 'SUMMER']), 'both, first the percents').toBe(1750);
});

test('gives a postcard away with WELCOME', async ({ request, upstream }) => {
  const order: Order = { items: [{ book: 'postcard', quantity: 1 }], coupons: ['WELCOME'], card: 'empty' };
  const { status, json } = await request('POST', '/orders', { json: order });
  expect(status).toBe(201);
  expect(json).toEqual({ totalCents: 0, downloads: { postcard: 'wish-you-were-here' } });
  expect(upstream.calls(), 'charges').toEqual([]);
});

test('answers 402 where the card is declined', async ({ request }) => {
  const order: Order = { items: [{ book: 'slow-queries', quantity: 1 }], card: 'empty' };
  const { status, json } = await request('POST', '/orders', { json: order });
  expect(status).toBe(402);
  expect(json?.downloads, 'keys').toBe(undefined);
});
