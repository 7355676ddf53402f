const stock = (book: number | string) => `https://stock.test/books/${book}`;
const shipping = (warehouse: string) => `https://shipping.test/quotes/${warehouse}`;

/** Both services answer, after so many milliseconds each. */
function serve({ upstream }: Pick<Fixtures, 'upstream'>, stockMs = 0, shippingMs = 0) {
  upstream.reply('GET', stock(7), { json: { warehouse: 'north' }, latencyMs: stockMs });
  upstream.reply('GET', shipping('north'), { json: { cents: 490 }, latencyMs: shippingMs });
}

/** The request, and how many milliseconds its answer took. */
async function quote({ request, clock }: Pick<Fixtures, 'request' | 'clock'>, timeout?: string) {
  const begin = await clock.now();
  const answer = await request(
    'GET',
    '/quotes/7',
    timeout === undefined ? {} : { headers: { 'grpc-timeout': timeout } },
  );
  return { status: answer.status, json: answer.json, tookMs: (await clock.now()) - begin };
}

const sent = ({ upstream }: Pick<Fixtures, 'upstream'>) =>
  upstream.calls().map((one) => [new URL(one.url).hostname, one.headers['grpc-timeout']]);

test('knows all six units', async (fixtures) => {
  for (const [timeout, passedOn] of [
    ['3S', '3000m'],
    ['1500m', '1500m'],
    ['2500000u', '2500m'],
    ['99900000n', '99m'],
    ['1M', '10000m'],
    ['1H', '10000m'],
    ['60m', '60m'],
    ['1500u', '1m'],
  ]) {
    serve(fixtures);
    expect((await quote(fixtures, timeout)).status, `grpc-timeout: ${timeout}`).toBe(200);
    expect(fixtures.upstream.calls().at(-2)!.headers['grpc-timeout'], `Passed on for ${timeout}`).toBe(passedOn);
  }
});

test('never waits longer than ten seconds', async (fixtures) => {
  serve(fixtures, 1000, 60_000);
  const answer = await quote(fixtures, '00000045S');
  expect(answer.status).toBe(504);
  expect(answer.tookMs, 'Milliseconds until the answer').toBeLessThan(10_050);
  expect(sent(fixtures)).toEqual([
    ['stock.test', '10000m'],
    ['shipping.test', '9000m'],
  ]);
});

test('refuses units and digits with something around them', async (fixtures) => {
  serve(fixtures);
  for (const timeout of ['1 S', '1SS', '1S, 2S', '0x1S', '1e3m', '5S5']) {
    expect((await quote(fixtures, timeout)).status, `grpc-timeout: ${timeout}`).toBe(400);
  }
  expect(fixtures.upstream.calls(), 'Calls of other services').toHaveLength(0);
});

test('begins no call with less than a millisecond left', async (fixtures) => {
  serve(fixtures);
  for (const timeout of ['999u', '500u', '900000n', '1n']) {
    expect((await quote(fixtures, timeout)).status, `grpc-timeout: ${timeout}`).toBe(504);
  }
  expect(fixtures.upstream.calls(), 'Calls of other services').toHaveLength(0);
});

test('asks nobody else when the first call takes all the time', async (fixtures) => {
  serve(fixtures, 5000);
  const answer = await quote(fixtures, '400m');
  expect(answer.status).toBe(504);
  expect(answer.tookMs, 'Milliseconds until the answer').toBeLessThan(450);
  await fixtures.clock.advance(20_000);
  expect(sent(fixtures)).toEqual([['stock.test', '400m']]);
});

test('answers 502 for connections that fail and answers that are none', async (fixtures) => {
  const { upstream } = fixtures;
  upstream.reply('GET', stock(7), { fails: 'refused', times: 1 });
  upstream.reply('GET', stock(7), { status: 404, json: { warehouse: 'north' }, times: 1 });
  upstream.reply('GET', stock(7), { json: { warehouse: 'north' } });
  upstream.reply('GET', shipping('north'), { fails: 'reset', times: 1 });
  upstream.reply('GET', shipping('north'), { status: 503 });
  for (const what of ['stock refused', 'stock 404', 'shipping reset', 'shipping 503']) {
    expect((await quote(fixtures, '5S')).status, what).toBe(502);
  }
  expect(upstream.calls()).toHaveLength(6);
});

test('keeps the deadlines of simultaneous requests apart', async (fixtures) => {
  const { request } = fixtures;
  serve(fixtures, 300, 300);
  const answers = await Promise.all(
    ['5S', '400m', '2S'].map((timeout) => request('GET', '/quotes/7', { headers: { 'grpc-timeout': timeout } })),
  );
  expect(answers.map((answer) => answer.status)).toEqual([200, 504, 200]);
  const passedOn = sent(fixtures)
    .filter(([host]) => host === 'shipping.test')
    .map(([, timeout]) => timeout);
  expect(passedOn.sort()).toEqual(['100m', '1700m', '4700m']);
});

test('agrees with the reference on random times', async (fixtures) => {
  const { random, reference } = fixtures;
  for (let turn = 0; turn < 6; turn++) {
    const [stockMs, shippingMs] = [random.int(0, 12) * 100 + 3, random.int(0, 12) * 100 + 3];
    const timeout = random.pick([`${random.int(1, 30) * 100}m`, `${random.int(1, 12)}S`, `${random.int(1, 90)}0000u`]);
    for (const side of [fixtures, reference]) serve(side, stockMs, shippingMs);
    const [theirs, ours] = [await quote(fixtures, timeout), await quote(reference, timeout)];
    expect(theirs.status, JSON.stringify({ stockMs, shippingMs, timeout })).toBe(ours.status);
    await fixtures.clock.advance(20_000);
  }
  expect(sent(fixtures)).toEqual(sent(reference));
});
