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

test('quotes what both services say', async (fixtures) => {
  serve(fixtures);
  const answer = await quote(fixtures, '5S');
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({ warehouse: 'north', cents: 490 });
});

test('passes on what is left, not what it was given', async (fixtures) => {
  serve(fixtures, 300, 100);
  expect((await quote(fixtures, '1S')).status).toBe(200);
  expect(sent(fixtures)).toEqual([
    ['stock.test', '1000m'],
    ['shipping.test', '700m'],
  ]);
});

test('answers 504 as soon as the time is over', async (fixtures) => {
  serve(fixtures, 300, 5000);
  const answer = await quote(fixtures, '1S');
  expect(answer.status).toBe(504);
  expect(answer.tookMs, 'Milliseconds until the answer').toBeGreaterThanOrEqual(999);
  expect(answer.tookMs, 'Milliseconds until the answer').toBeLessThan(1050);
});

test('waits two seconds for a caller who does not say', async (fixtures) => {
  serve(fixtures, 500, 100);
  expect((await quote(fixtures)).status).toBe(200);
  expect(sent(fixtures)).toEqual([
    ['stock.test', '2000m'],
    ['shipping.test', '1500m'],
  ]);
});

test('answers 502 when a service fails, and asks nobody else', async (fixtures) => {
  fixtures.upstream.reply('GET', stock(7), { status: 500 });
  fixtures.upstream.reply('GET', shipping('north'), { json: { cents: 490 } });
  expect((await quote(fixtures, '5S')).status).toBe(502);
  expect(sent(fixtures)).toEqual([['stock.test', '5000m']]);
});

test('refuses a timeout of another form', async (fixtures) => {
  serve(fixtures);
  for (const timeout of ['5', 'S', '-1S', '1.5S', '1s', '123456789m']) {
    expect((await quote(fixtures, timeout)).status, `grpc-timeout: ${timeout}`).toBe(400);
  }
  expect(fixtures.upstream.calls(), 'Calls of other services').toHaveLength(0);
});
