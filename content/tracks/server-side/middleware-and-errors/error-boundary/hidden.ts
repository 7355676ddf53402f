const log = 'https://log.shop.test/errors';

test('takes a broken file of ours for our own failure', async ({ request, upstream, clock }) => {
  upstream.reply('POST', log, { status: 202 });
  const answer = await request('GET', '/settings');
  expect(answer.status).toBe(500);
  expect(answer.json.type).toBe('about:blank');
  await clock.advance(1000);
  expect(upstream.calls().map(({ json }) => json.name)).toEqual(['SyntaxError']);
});

test('reports no cause where there is none', async ({ request, upstream, clock }) => {
  upstream.reply('POST', log, { status: 202 });
  await request('GET', '/customers/ben/label');
  await clock.advance(1000);
  expect(upstream.calls()[0].json).toMatchObject({ name: 'TypeError', path: '/customers/ben/label', cause: null });
});

test('reports the path without its query', async ({ request, upstream, clock }) => {
  upstream.reply('POST', log, { status: 202 });
  await request('GET', '/confirm?token=9f2c77aa01&next=home', { headers: { authorization: 'Bearer s3cr3t-badge' } });
  await clock.advance(1000);
  expect(upstream.calls()[0].json.path).toBe('/confirm');
  const { body } = upstream.calls()[0];
  expect(body?.includes('9f2c77aa01'), 'Whether the report holds the token of the query').toBe(false);
  expect(body?.includes('s3cr3t-badge'), 'Whether the report holds the Authorization field').toBe(false);
});

test('does not report what belongs to the business', async ({ request, upstream, clock }) => {
  await request('GET', '/books/9/stock');
  await request('POST', '/orders', { json: { book: 2, quantity: 1 } });
  await request('GET', '/nowhere');
  await clock.advance(1000);
  expect(upstream.calls()).toHaveLength(0);
});

test('gives each failure an id of its own', async ({ request, upstream, clock }) => {
  upstream.reply('POST', log, { status: 202 });
  const answers = await Promise.all([1, 2, 3].map(() => request('GET', '/confirm')));
  const ids = answers.map(({ json }) => json.instance.replace('urn:uuid:', ''));
  expect(new Set(ids).size, 'Different ids of three failures').toBe(3);
  await clock.advance(1000);
  expect(
    upstream
      .calls()
      .map(({ json }) => json.id)
      .sort(),
  ).toEqual(ids.sort());
});

test('does not wait for the report', async ({ request, upstream, clock }) => {
  upstream.reply('POST', log, { status: 202, latencyMs: 4000 });
  const before = await clock.now();
  const answer = await request('GET', '/confirm');
  expect(answer.status).toBe(500);
  expect((await clock.now()) - before, 'Milliseconds until the answer, with a log that takes 4000').toBeLessThan(1000);
});

test('answers the same when the log is down', async ({ request, upstream, clock }) => {
  upstream.reply('POST', log, { fails: 'refused', times: 1 });
  upstream.reply('POST', log, { status: 500, times: 1 });
  upstream.reply('POST', log, { fails: 'timeout' });
  for (const down of ['refuses', 'answers 500', 'does not answer']) {
    const answer = await request('GET', '/customers/ben/label');
    expect(answer.status, `The status while the log ${down}`).toBe(500);
    expect(answer.json.title).toBe('Internal Server Error');
    await clock.advance(1000);
  }
  expect((await request('GET', '/books/1/stock')).json).toEqual({ copies: 4 });
});

test('agrees with the reference on random requests', async ({ request, reference, upstream, clock, random }) => {
  upstream.reply('POST', log, { status: 202 });
  reference.upstream.reply('POST', log, { status: 202 });
  for (let turn = 0; turn < 20; turn++) {
    const order = { book: random.int(1, 3), quantity: random.int(-1, 3) };
    const body = random.pick([
      JSON.stringify(order),
      JSON.stringify(order).slice(0, random.int(1, 8)),
      'null',
      '[]',
      '""',
    ]);
    const [method, path, options] = random.pick([
      ['POST', '/orders', { body }],
      ['POST', '/orders', { body }],
      ['GET', `/books/${random.int(0, 3)}/stock`, {}],
      ['GET', random.pick(['/settings', '/confirm', '/none']), {}],
    ] as [string, string, object][]);
    const [theirs, ours] = [await request(method, path, options), await reference.request(method, path, options)];
    expect(theirs.status, `${method} ${path} ${body}`).toBe(ours.status);
    if (ours.status >= 400) expect(theirs.json?.type, `${method} ${path} ${body}`).toBe(ours.json.type);
    else expect(theirs.json).toEqual(ours.json);
  }
  await clock.advance(1000);
  expect(upstream.calls().length).toBe(reference.upstream.calls().length);
});
