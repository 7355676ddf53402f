type Links = Record<string, { href: string }>;
type Answer = { status: number; headers: Record<string, string>; json: { _links?: Links } };

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
  return { orders, created, address: pathOf(created.headers.location, orders) };
}

const relations = (answer: Answer) => Object.keys(answer.json?._links ?? {}).sort();

test('keeps orders apart', async ({ request }) => {
  const one = await order({ request }, 'Capacity');
  const two = await order({ request }, "The Pager's Dawn");
  expect(one.address).not.toBe(two.address);
  await request('POST', follow(await request('GET', one.address), 'cancellation', one.address));
  expect((await request('GET', one.address)).json).toMatchObject({ title: 'Capacity', status: 'cancelled' });
  expect((await request('GET', two.address)).json).toMatchObject({ title: "The Pager's Dawn", status: 'pending' });
});

test('refuses to pay twice and to cancel what was shipped', async ({ request }) => {
  const { address } = await order({ request });
  const pending = await request('GET', address);
  const payment = follow(pending, 'payment', address);
  expect((await request('POST', payment)).status).toBe(200);
  expect((await request('POST', payment)).status, 'Paying a second time').toBe(409);
  const paid = await request('GET', address);
  const cancellation = follow(paid, 'cancellation', address);
  const shipment = follow(paid, 'shipment', address);
  expect((await request('POST', shipment)).status).toBe(200);
  expect((await request('POST', cancellation)).status, 'Cancelling what was shipped').toBe(409);
  expect((await request('POST', shipment)).status, 'Shipping a second time').toBe(409);
  expect((await request('GET', address)).json.status).toBe('shipped');
});

test('answers an order that is not there with 404', async ({ request }) => {
  const { address } = await order({ request });
  expect((await request('GET', `${address}7777777`)).status).toBe(404);
});

test('tells the two refusals apart by their type', async ({ request }) => {
  const { orders, address } = await order({ request });
  const pending = await request('GET', address);
  await request('POST', follow(pending, 'payment', address));
  const conflict = await request('POST', follow(pending, 'payment', address));
  const invalid = await request('POST', orders, { json: {} });
  expect([conflict.status, invalid.status]).toEqual([409, 422]);
  expect(conflict.json.type).not.toBe(invalid.json.type);
});

test('offers what the reference offers on a random walk', async ({ request, reference, random }) => {
  for (let turn = 0; turn < 4; turn++) {
    const title = random.string(5);
    const theirs = await order({ request }, title);
    const ours = await order({ request: reference.request }, title);
    const links = new Set<string>();
    const hrefs = { theirs: new Map<string, string>(), ours: new Map<string, string>() };
    for (let step = 0; step < 5; step++) {
      const their = await request('GET', theirs.address);
      const our = await reference.request('GET', ours.address);
      expect({ status: their.json.status, links: relations(their) }).toEqual({
        status: our.json.status,
        links: relations(our),
      });
      for (const rel of relations(our).filter((name) => name !== 'self')) {
        links.add(rel);
        hrefs.theirs.set(rel, follow(their, rel, theirs.address));
        hrefs.ours.set(rel, follow(our, rel, ours.address));
      }
      const rel = random.pick([...links]);
      const theirAnswer = await request('POST', hrefs.theirs.get(rel)!);
      const ourAnswer = await reference.request('POST', hrefs.ours.get(rel)!);
      expect(theirAnswer.status, `The link ${rel} of an order that is ${our.json.status}`).toBe(ourAnswer.status);
    }
  }
});
