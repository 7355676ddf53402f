const ip = '203.0.113.7';
const url = `https://geo.test/v1/${ip}`;

test('asks the service, and then the cache for ten minutes', async ({ request, upstream, clock }) => {
  upstream.reply('GET', url, { json: { country: 'FR' }, times: 1 });
  upstream.reply('GET', url, { json: { country: 'BE' } });
  const first = await request('GET', `/country/${ip}`);
  expect(first.status).toBe(200);
  expect(first.json).toEqual({ country: 'FR', source: 'lookup' });
  await clock.advance(599_999);
  expect((await request('GET', `/country/${ip}`)).json).toEqual({ country: 'FR', source: 'cache' });
  expect(upstream.calls()).toHaveLength(1);
  await clock.advance(1);
  expect((await request('GET', `/country/${ip}`)).json).toEqual({ country: 'BE', source: 'lookup' });
});

test('keeps addresses apart', async ({ request, upstream }) => {
  upstream.reply('GET', url, { json: { country: 'FR' } });
  upstream.reply('GET', 'https://geo.test/v1/198.51.100.1', { json: { country: 'IT' } });
  expect((await request('GET', `/country/${ip}`)).json.country).toBe('FR');
  expect((await request('GET', '/country/198.51.100.1')).json).toEqual({ country: 'IT', source: 'lookup' });
});

test('answers with the default when there is no answer within 300 ms', async ({ request, upstream, clock }) => {
  upstream.reply('GET', url, { json: { country: 'FR' }, latencyMs: 30_000 });
  const begin = await clock.now();
  const answer = await request('GET', `/country/${ip}`);
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({ country: 'DE', source: 'default' });
  expect((await clock.now()) - begin, 'Milliseconds that the visitor waited').toBe(300);
});

test('answers with what it remembers when the service fails', async ({ request, upstream, clock }) => {
  upstream.reply('GET', url, { json: { country: 'FR' }, times: 1 });
  upstream.reply('GET', url, { status: 500 });
  await request('GET', `/country/${ip}`);
  await clock.advance(3_600_000);
  expect((await request('GET', `/country/${ip}`)).json).toEqual({ country: 'FR', source: 'stale' });
});

test('asks nobody for five seconds after a failure', async ({ request, upstream, clock }) => {
  upstream.reply('GET', url, { fails: 'refused' });
  upstream.reply('GET', 'https://geo.test/v1/198.51.100.1', { json: { country: 'IT' } });
  await request('GET', `/country/${ip}`);
  await clock.advance(4999);
  const other = await request('GET', '/country/198.51.100.1');
  expect(other.json).toEqual({ country: 'DE', source: 'default' });
  expect(upstream.calls(), 'The calls within the five seconds').toHaveLength(1);
  await clock.advance(1);
  expect((await request('GET', '/country/198.51.100.1')).json).toEqual({ country: 'IT', source: 'lookup' });
});

test('remembers for a minute that an address is unknown', async ({ request, upstream, clock }) => {
  upstream.reply('GET', url, { status: 404, times: 1 });
  upstream.reply('GET', url, { json: { country: 'FR' } });
  expect((await request('GET', `/country/${ip}`)).json).toEqual({ country: 'DE', source: 'default' });
  await clock.advance(59_999);
  expect((await request('GET', `/country/${ip}`)).json).toEqual({ country: 'DE', source: 'default' });
  expect(upstream.calls()).toHaveLength(1);
  await clock.advance(1);
  expect((await request('GET', `/country/${ip}`)).json).toEqual({ country: 'FR', source: 'lookup' });
});
