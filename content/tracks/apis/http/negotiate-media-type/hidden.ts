test('takes a weight of 0 as "not this"', async ({ call }) => {
  expect(await call('quality', 'text/csv;q=0, */*', 'text/csv')).toBe(0);
  expect(await call('negotiate', 'text/csv;q=0, */*;q=0.1', ['text/csv', 'application/json'])).toBe('application/json');
  expect(await call('negotiate', 'text/csv;q=0.000', ['text/csv'])).toBe(null);
});

test('accepts everything without the header', async ({ evaluate }) => {
  const results = await evaluate(({ quality, negotiate }) => [
    quality(undefined, 'text/csv'),
    negotiate(undefined, ['text/csv', 'application/json']),
  ]);
  expect(results).toEqual([1, 'text/csv']);
});

test('does not mind upper case in types, parameter names and q', async ({ call }) => {
  expect(await call('quality', 'Text/CSV;Q=0.4, */*', 'text/csv')).toBe(0.4);
  expect(await call('quality', 'text/plain;Format=flowed;q=0.4, text/plain', 'TEXT/plain;format=flowed')).toBe(0.4);
});

test('does not mind spaces around commas and semicolons, or their absence', async ({ call }) => {
  expect(await call('quality', 'text/csv ; q=0.4 , */*', 'text/csv')).toBe(0.4);
  expect(await call('quality', '*/*,text/csv;q=0.4', 'text/csv')).toBe(0.4);
});

test('matches a parameter only with the same value', async ({ call }) => {
  expect(await call('quality', 'text/plain;format=fixed', 'text/plain')).toBe(0);
  expect(await call('quality', 'text/plain;format=fixed', 'text/plain;format=flowed')).toBe(0);
  expect(await call('quality', 'text/plain', 'text/plain;format=flowed')).toBe(1);
});

test('matches whole names, not parts of them', async ({ call }) => {
  expect(await call('quality', 'application/json', 'application/json-patch')).toBe(0);
  expect(await call('quality', 'application/json-patch', 'application/json')).toBe(0);
});

test('returns the offer as it was written', async ({ call }) => {
  expect(await call('negotiate', 'text/plain', ['Text/Plain;Format=flowed'])).toBe('Text/Plain;Format=flowed');
});

test('returns null for no offers', async ({ call }) => {
  expect(await call('negotiate', '*/*', [])).toBe(null);
});

test('agrees with the reference on random headers', async ({ call, reference, random }) => {
  const ranges = [
    '*/*',
    'text/*',
    'application/*',
    'text/csv',
    'application/json',
    'text/plain',
    'text/plain;format=flowed',
  ];
  const offers = ['application/json', 'text/csv', 'text/plain', 'text/plain;format=flowed', 'image/png'];
  for (let i = 0; i < 20; i++) {
    const chosen = random.shuffle(ranges).slice(0, random.int(1, 5));
    const accept = chosen.map((range) => (random.bool() ? range : `${range};q=0.${random.int(0, 9)}`)).join(', ');
    const order = random.shuffle(offers);
    const both = [await call('negotiate', accept, order), await reference.call('negotiate', accept, order)];
    expect({ accept, order, chosen: both[0] }).toEqual({ accept, order, chosen: both[1] });
  }
});
