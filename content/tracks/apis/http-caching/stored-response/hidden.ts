const t = 784111777;
const dateField = (seconds: number) => new Date(seconds * 1000).toUTCString();
const at = (headers: Record<string, string>) => ({
  headers: { date: dateField(t), ...headers },
  requestedAt: t,
  receivedAt: t,
});

test('takes the larger of the two estimates of the age', async ({ call }) => {
  const stored = (headers: Record<string, string>) => ({ headers, requestedAt: t, receivedAt: t + 8 });
  const control = { 'cache-control': 'max-age=100' };
  // By Date 48 seconds; by Age 10 + 8.
  const old = stored({ ...control, date: dateField(t - 40), age: '10' });
  expect((await call('reuse', old, t + 10, 'shared')).age, 'With an old Date').toBe(50);
  // By Date 8 seconds; by Age 60 + 8.
  const aged = stored({ ...control, date: dateField(t), age: '60' });
  expect((await call('reuse', aged, t + 10, 'shared')).age, 'With a high Age').toBe(70);
  // A Date in the future counts as no age, and the wait for the answer still counts.
  const ahead = stored({ ...control, date: dateField(t + 500) });
  expect((await call('reuse', ahead, t + 10, 'shared')).age, 'With a Date in the future').toBe(10);
});

test('counts an Age that is no whole number as 0', async ({ call }) => {
  for (const age of ['', '-5', '1.5', 'old', '0x10']) {
    const stored = at({ age, 'cache-control': 'max-age=100' });
    expect((await call('reuse', stored, t + 10, 'private')).age, `The age with Age: ${age}`).toBe(10);
  }
});

test('takes a lifetime that cannot be read for 0 instead of looking further', async ({ call }) => {
  const further = { expires: dateField(t + 900), 'last-modified': dateField(t - 90_000) };
  for (const control of ['max-age=soon', 'max-age=-1', 'max-age=1.5', 'max-age=', 'max-age']) {
    const stored = at({ ...further, 'cache-control': control });
    expect(await call('reuse', stored, t + 1, 'private'), control).toEqual({ age: 1, lifetime: 0, use: 'validate' });
  }
  for (const expires of ['0', '-1', 'never', '2099-01-01', '']) {
    const stored = at({ expires, 'last-modified': dateField(t - 90_000) });
    expect((await call('reuse', stored, t + 1, 'private')).lifetime, `The lifetime with Expires: ${expires}`).toBe(0);
  }
});

test('never has a negative lifetime', async ({ call }) => {
  const past = at({ expires: dateField(t - 50), 'cache-control': 'stale-while-revalidate=10' });
  expect(await call('reuse', past, t + 1, 'private')).toEqual({ age: 1, lifetime: 0, use: 'stale' });
  expect((await call('reuse', at({ 'last-modified': dateField(t + 50) }), t, 'private')).lifetime).toBe(0);
});

test('obeys must-revalidate everywhere and proxy-revalidate and s-maxage in shared caches', async ({ call }) => {
  const use = async (control: string, cache: string) =>
    (await call('reuse', at({ 'cache-control': `${control}, stale-while-revalidate=30` }), t + 65, cache)).use;
  expect(await use('max-age=60, must-revalidate', 'private')).toBe('validate');
  expect(await use('max-age=60, must-revalidate', 'shared')).toBe('validate');
  expect(await use('max-age=60, proxy-revalidate', 'private')).toBe('stale');
  expect(await use('max-age=60, proxy-revalidate', 'shared')).toBe('validate');
  expect(await use('max-age=60, s-maxage=60', 'private')).toBe('stale');
  expect(await use('max-age=60, s-maxage=60', 'shared')).toBe('validate');
  expect(await use('max-age=70, must-revalidate', 'shared')).toBe('fresh');
});

test('reads Cache-Control in every spelling', async ({ call }) => {
  const expected = { age: 1, lifetime: 60, use: 'fresh' };
  for (const control of [
    'Max-Age=60',
    'public,max-age=60',
    '  public ,  MAX-AGE="60"  ',
    'x-no-store, max-age=60, no-stores',
    'immutable, max-age=60, community="private"',
  ]) {
    expect(await call('reuse', at({ 'cache-control': control }), t + 1, 'shared'), control).toEqual(expected);
  }
  expect(await call('reuse', at({ 'cache-control': 'max-age=60, No-Store' }), t + 1, 'private')).toBe(null);
  expect(await call('reuse', at({ 'cache-control': 'max-age=60,PRIVATE' }), t + 1, 'shared')).toBe(null);
});

test('takes the moment of receipt for a Date that is missing or none', async ({ call }) => {
  for (const date of [undefined, 'yesterday', '1994-11-06T08:49:37Z']) {
    const headers = { expires: dateField(t + 100), ...(date !== undefined && { date }) };
    const stored = { headers, requestedAt: t - 2, receivedAt: t };
    expect(await call('reuse', stored, t + 1, 'private'), `Date: ${date}`).toEqual({
      age: 3,
      lifetime: 100,
      use: 'fresh',
    });
  }
});

test('agrees with the reference on random responses', async ({ call, reference, random }) => {
  for (let turn = 0; turn < 40; turn++) {
    const directives = random
      .shuffle([
        `max-age=${random.int(0, 120)}`,
        `s-maxage=${random.int(0, 240)}`,
        `stale-while-revalidate=${random.int(0, 60)}`,
        'public',
        random.pick(['must-revalidate', 'proxy-revalidate', 'no-cache', 'private', 'no-store']),
      ])
      .slice(0, random.int(0, 3));
    const headers: Record<string, string> = {};
    if (directives.length > 0) headers['cache-control'] = directives.join(random.pick([',', ', ']));
    if (random.int(0, 9) > 0) headers.date = dateField(t + random.int(-30, 10));
    if (random.bool()) headers.age = String(random.int(0, 90));
    if (random.bool()) headers.expires = random.bool() ? dateField(t + random.int(-60, 200)) : '0';
    if (random.bool()) headers['last-modified'] = dateField(t - random.int(-10, 3000));
    const stored = { headers, requestedAt: t - random.int(0, 9), receivedAt: t };
    const [now, cache] = [t + random.int(0, 150), random.pick(['shared', 'private'])];
    const result = await call('reuse', stored, now, cache);
    const expected = await reference.call('reuse', stored, now, cache);
    expect({ headers, waited: t - stored.requestedAt, later: now - t, cache, result }).toEqual({
      headers,
      waited: t - stored.requestedAt,
      later: now - t,
      cache,
      result: expected,
    });
  }
});
