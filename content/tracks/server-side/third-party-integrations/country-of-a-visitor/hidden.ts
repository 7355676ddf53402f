const ip = '203.0.113.7';
const url = `https://geo.test/v1/${ip}`;
const other = '198.51.100.1';
const otherUrl = `https://geo.test/v1/${other}`;

test('uses a remembered country for less than a day', async ({ request, upstream, clock }) => {
  upstream.reply('GET', url, { json: { country: 'FR' }, times: 1 });
  upstream.reply('GET', url, { status: 503 });
  await request('GET', `/country/${ip}`);
  await clock.advance(86_399_999);
  expect((await request('GET', `/country/${ip}`)).json).toEqual({ country: 'FR', source: 'stale' });
  await clock.advance(1);
  expect((await request('GET', `/country/${ip}`)).json).toEqual({ country: 'DE', source: 'default' });
});

test('counts the ten minutes from the answer', async ({ request, upstream, clock }) => {
  upstream.reply('GET', url, { json: { country: 'FR' }, latencyMs: 200 });
  await request('GET', `/country/${ip}`);
  await clock.advance(599_900);
  expect((await request('GET', `/country/${ip}`)).json).toEqual({ country: 'FR', source: 'cache' });
});

test('does not take an answer from the cache, or an old one, as a new one', async ({ request, upstream, clock }) => {
  upstream.reply('GET', url, { json: { country: 'FR' }, times: 1 });
  upstream.reply('GET', url, { status: 500 });
  await request('GET', `/country/${ip}`);
  await clock.advance(300_000);
  await request('GET', `/country/${ip}`);
  await clock.advance(300_000);
  expect((await request('GET', `/country/${ip}`)).json).toEqual({ country: 'FR', source: 'stale' });
  await clock.advance(5000);
  expect((await request('GET', `/country/${ip}`)).json).toEqual({ country: 'FR', source: 'stale' });
  expect(upstream.calls(), 'One call that worked, and one for each failure').toHaveLength(3);
});

test('takes a 200 without a country for a failure', async ({ request, upstream, clock }) => {
  const replies = [
    { json: {} },
    { json: { country: '' } },
    { json: { country: 'fr' } },
    { json: { country: 'FRA' } },
    { json: { country: 7 } },
    { json: null },
    { body: '<h1>Too many requests</h1>' },
  ];
  for (const reply of replies) upstream.reply('GET', url, { ...reply, times: 1 });
  upstream.reply('GET', otherUrl, { json: { country: 'IT' } });
  for (const reply of replies) {
    const sent = JSON.stringify(reply);
    const answer = await request('GET', `/country/${ip}`);
    expect(answer.status, `After ${sent}`).toBe(200);
    expect(answer.json, `After ${sent}`).toEqual({ country: 'DE', source: 'default' });
    expect((await request('GET', `/country/${other}`)).json.source, `The other address, after ${sent}`).toBe('default');
    await clock.advance(5000);
  }
});

test('answers from the cache during the pause', async ({ request, upstream }) => {
  upstream.reply('GET', url, { json: { country: 'FR' } });
  upstream.reply('GET', otherUrl, { status: 500 });
  await request('GET', `/country/${ip}`);
  await request('GET', `/country/${other}`);
  expect((await request('GET', `/country/${ip}`)).json).toEqual({ country: 'FR', source: 'cache' });
});

test('answers with an old country during the pause', async ({ request, upstream, clock }) => {
  upstream.reply('GET', url, { json: { country: 'FR' } });
  upstream.reply('GET', otherUrl, { status: 500 });
  await request('GET', `/country/${ip}`);
  await clock.advance(600_000);
  await request('GET', `/country/${other}`);
  expect((await request('GET', `/country/${ip}`)).json).toEqual({ country: 'FR', source: 'stale' });
  expect(upstream.calls()).toHaveLength(2);
});

test('does not pause after an unknown address', async ({ request, upstream }) => {
  upstream.reply('GET', url, { status: 404 });
  upstream.reply('GET', otherUrl, { json: { country: 'IT' } });
  await request('GET', `/country/${ip}`);
  expect((await request('GET', `/country/${other}`)).json).toEqual({ country: 'IT', source: 'lookup' });
});

test('forgets a country once the service does not know the address', async ({ request, upstream, clock }) => {
  upstream.reply('GET', url, { json: { country: 'FR' }, times: 1 });
  upstream.reply('GET', url, { status: 404, times: 1 });
  upstream.reply('GET', url, { status: 500 });
  await request('GET', `/country/${ip}`);
  await clock.advance(600_000);
  await request('GET', `/country/${ip}`);
  await clock.advance(60_000);
  expect((await request('GET', `/country/${ip}`)).json).toEqual({ country: 'DE', source: 'default' });
});

test('does as the reference on a random evening', async ({ request, upstream, clock, reference, random }) => {
  const addresses = [ip, other, '192.0.2.44'];
  const replies = Array.from({ length: 40 }, () => [
    `https://geo.test/v1/${random.pick(addresses)}`,
    {
      ...random.pick([
        { json: { country: 'FR' } },
        { json: { country: 'BE' } },
        { json: { country: 'NL' } },
        { status: 404 },
        { status: 500 },
        { fails: 'reset' as const },
      ]),
      latencyMs: random.pick([0, 20, 299, 400]),
      times: 1,
    },
  ]) as [string, { times: number }][];
  for (const [at, reply] of replies) {
    upstream.reply('GET', at, reply);
    reference.upstream.reply('GET', at, reply);
  }
  for (let turn = 0; turn < 30; turn++) {
    const path = `/country/${random.pick(addresses)}`;
    const pauseMs = random.pick([0, 1000, 5000, 61_000, 300_000, 600_000, 86_000_000]);
    await clock.advance(pauseMs);
    await reference.clock.advance(pauseMs);
    const theirs = await request('GET', path);
    expect(theirs.json, `Answer ${turn + 1}, to GET ${path}`).toEqual((await reference.request('GET', path)).json);
  }
  expect(upstream.calls().length, 'Calls in all').toBe(reference.upstream.calls().length);
});
