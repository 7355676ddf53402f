type Links = Record<string, { href: string }>;
type Answer = { status: number; headers: Record<string, string>; json: { _links?: Links } };

/** The path of a link, or of a Location, that stood in the document at `base`. */
function pathOf(href: unknown, base: string): string {
  const { pathname, search } = new URL(String(href), `http://localhost${base}`);
  return pathname + search;
}

function follow(answer: Answer, rel: string, base: string): string {
  const link = answer.json?._links?.[rel];
  expect(typeof link?.href, `Whether the document has a link "${rel}" with an href`).toBe('string');
  return pathOf(link!.href, base);
}

async function order({ request }: Pick<Fixtures, 'request'>, title = 'Rollback') {
  const home = await request('GET', '/');
  expect(home.status).toBe(200);
  const orders = follow(home, 'orders', '/');
  const created = await request('POST', orders, { json: { title } });
  expect(created.status).toBe(201);
  const address = pathOf(created.headers.location, orders);
  return { orders, created, address };
}

const relations = (answer: Answer) => Object.keys(answer.json?._links ?? {}).sort();

test('creates an order and says where it is', async ({ request }) => {
  const { created, address } = await order({ request });
  expect(created.json).toMatchObject({ title: 'Rollback', status: 'pending' });
  const read = await request('GET', address);
  expect(read.status).toBe(200);
  expect(read.json).toMatchObject({ title: 'Rollback', status: 'pending' });
  expect((await request('GET', follow(read, 'self', address))).json).toEqual(read.json);
});

test('offers a pending order to be paid or cancelled', async ({ request }) => {
  const { created, address } = await order({ request });
  expect(relations(created)).toEqual(['cancellation', 'payment', 'self']);
  expect(relations(await request('GET', address))).toEqual(['cancellation', 'payment', 'self']);
});

test('goes from pending over paid to shipped', async ({ request }) => {
  const { address } = await order({ request });
  const paid = await request('POST', follow(await request('GET', address), 'payment', address));
  expect(paid.status).toBe(200);
  expect(paid.json.status).toBe('paid');
  expect(relations(paid)).toEqual(['cancellation', 'self', 'shipment']);
  const shipment = follow(await request('GET', address), 'shipment', address);
  const shipped = await request('POST', shipment);
  expect(shipped.status).toBe(200);
  expect(shipped.json.status).toBe('shipped');
  expect(relations(shipped)).toEqual(['self']);
  expect((await request('GET', address)).json).toMatchObject({ title: 'Rollback', status: 'shipped' });
});

test('refuses an old link with 409 and changes nothing', async ({ request }) => {
  const { address } = await order({ request });
  const first = await request('GET', address);
  const [payment, cancellation] = [follow(first, 'payment', address), follow(first, 'cancellation', address)];
  expect((await request('POST', cancellation)).json.status).toBe('cancelled');
  const late = await request('POST', payment);
  expect(late.status).toBe(409);
  expect(late.headers['content-type'], 'The type of a refusal').toMatch(/^application\/problem\+json\b/);
  expect(late.json).toMatchObject({ type: expect.any(String), title: expect.any(String), status: 409 });
  const now = await request('GET', address);
  expect(now.json.status).toBe('cancelled');
  expect(relations(now)).toEqual(['self']);
});

test('refuses an order without a title with 422', async ({ request }) => {
  const { orders } = await order({ request });
  for (const json of [{}, { title: '' }, { title: 7 }, { title: null }]) {
    const answer = await request('POST', orders, { json });
    expect(answer.status, `The answer to ${JSON.stringify(json)}`).toBe(422);
    expect(answer.headers['content-type'], 'The type of a refusal').toMatch(/^application\/problem\+json\b/);
    expect(answer.json).toMatchObject({ type: expect.any(String), title: expect.any(String), status: 422 });
  }
});
